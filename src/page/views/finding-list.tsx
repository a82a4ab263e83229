import type { JSX } from 'preact'
import { day } from '../../words/dates.ts'
import { daysBetween } from '../../model/days.ts'
import { messages } from '../messages.ts'
import { NameLink, PlaceLink, ThingLink } from '../parts/links.tsx'
import { More } from '../parts/more.tsx'
import { usePaged } from '../parts/paged.ts'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import type { Finding } from '../things/findings.ts'

const page = 30

/** Findings, each with its place, what it is about, and who accepted it until when. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): JSX.Element {
  const { most, more } = usePaged(page)
  return (
    <>
      <ul class="findings">
        {findings.slice(0, most).map(finding => (
          <FindingItem key={finding.id} finding={finding} />
        ))}
      </ul>
      {findings.length > most && <More onMore={more} />}
    </>
  )
}

function FindingItem({ finding }: { readonly finding: Finding }): JSX.Element {
  const { say, to } = useReader()
  const { id, diagnostic, waiver } = finding
  const accepted = waiver !== undefined
  return (
    <li class={accepted ? 'accepted' : diagnostic.severity}>
      <p class="finding-head">
        <a href={to('finding', id)}>
          <code>{diagnostic.code}</code>
        </a>
        <span class={`badge ${accepted ? 'calm' : diagnostic.severity === 'error' ? 'bad' : 'warn'}`}>
          {say(accepted ? messages.accepted : messages[diagnostic.severity])}
        </span>
        <PlaceLink place={diagnostic.at} />
      </p>
      <p>{say(diagnostic.message)}</p>
      {diagnostic.help !== undefined && (
        <p class="quiet">
          {say(messages.advice)}: {say(diagnostic.help)}
        </p>
      )}
      {(diagnostic.about ?? []).length > 0 && (
        <p class="names">
          {(diagnostic.about ?? []).slice(0, 12).map(name => (
            <span key={name}>
              <NameLink name={name} />
            </span>
          ))}
        </p>
      )}
      {waiver !== undefined && <Acceptance finding={finding} />}
    </li>
  )
}

/** Why a finding is accepted, by whom, and for how long yet. */
function Acceptance({ finding: { waiver } }: { readonly finding: Finding }): JSX.Element | null {
  const { say } = useReader()
  const { compilation } = useWorld()
  if (waiver === undefined) return null
  const { reason, decidedBy, until } = waiver.declared
  return (
    <p class="acceptance">
      <strong>{say(messages.reason)}:</strong> {reason}
      <br />
      <strong>{say(messages.decidedBy)}:</strong> {decidedBy} · <strong>{say(messages.until)}:</strong>{' '}
      {say(day(until))} ({say(messages.left({ count: daysBetween(compilation.asOf, until) }))}) ·{' '}
      <ThingLink thing={waiver} />
    </p>
  )
}
