import type { JSX } from 'preact'
import { number } from '../../words/figures.ts'
import { messages } from '../messages.ts'
import { Headline } from '../parts/headline.tsx'
import { Card, Empty, PlaceLink } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { findingsOf, isOpen } from '../things/findings.ts'
import { ruleCodes, titleOfRule } from '../things/rule-title.ts'
import { UnknownView } from '../parts/unknown.tsx'
import { FindingList } from './finding-list.tsx'
import { SourceExcerpt } from './source-excerpt.tsx'

/** All findings: those that are open, and those that somebody has accepted, with why, who and until when. */
export function FindingsView(): JSX.Element {
  const { say } = useReader()
  const world = useWorld()
  const findings = findingsOf(world)
  const open = findings.filter(finding => isOpen(world, finding))
  const accepted = findings.filter(finding => !isOpen(world, finding))
  const byCode = [...Map.groupBy(accepted, ({ diagnostic }) => diagnostic.code)]
  const errors = open.filter(({ diagnostic }) => diagnostic.severity === 'error').length
  return (
    <article>
      <h1>{say(messages.findings)}</h1>
      <Headline errors={errors} open={open.length - errors} accepted={accepted.length} />
      <h2>
        {say(messages.openFindings)} <span class="quiet">{say(number(open.length))}</span>
      </h2>
      {open.length === 0 ? <Empty /> : <FindingList findings={open} />}
      <h2>
        {say(messages.acceptedFindings)} <span class="quiet">{say(number(accepted.length))}</span>
      </h2>
      {byCode.map(([code, group]) => (
        <details key={code} open={group.length <= 6}>
          <summary>
            <code>{code}</code> {say(titleOfRule(code))} <span class="quiet">{say(number(group.length))}</span>
          </summary>
          <FindingList findings={group} />
        </details>
      ))}
    </article>
  )
}

/** All that one rule has found, open and accepted. */
export function RuleView({ code }: { readonly code: string }): JSX.Element {
  const { say, to } = useReader()
  const world = useWorld()
  const found = findingsOf(world).filter(({ diagnostic }) => diagnostic.code === code)
  if (!ruleCodes.includes(code)) return <UnknownView name={code} />
  const accepted = found.filter(finding => !isOpen(world, finding))
  return (
    <article>
      <p class="kind">
        <a href={to('findings')}>{say(messages.findings)}</a>
      </p>
      <h1>
        {code} {say(titleOfRule(code))}
      </h1>
      <Headline
        errors={found.filter(({ diagnostic }) => diagnostic.severity === 'error').length}
        open={found.filter(finding => isOpen(world, finding) && finding.diagnostic.severity !== 'error').length}
        accepted={accepted.length}
      />
      {found.length === 0 ? <p>{say(messages.foundNothing)}</p> : <FindingList findings={found} />}
      <p class="quiet">
        <code>serat explain {code}</code>
      </p>
    </article>
  )
}

/** One finding with its place in the file and what belongs to it. */
export function FindingView({ id }: { readonly id: string }): JSX.Element {
  const { say, to } = useReader()
  const finding = findingsOf(useWorld()).find(each => each.id === id)
  if (finding === undefined) return <UnknownView name={id} />
  const { diagnostic } = finding
  return (
    <article>
      <p class="kind">{say(messages.message)}</p>
      <h1>
        <a href={to('rule', diagnostic.code)}>{diagnostic.code}</a> {say(titleOfRule(diagnostic.code))}
      </h1>
      <FindingList findings={[finding]} />
      <div class="cards">
        {diagnostic.at.path.length > 0 && diagnostic.confidential !== true && (
          <Card title={say(messages.place)} wide>
            <SourceExcerpt place={diagnostic.at} />
          </Card>
        )}
        {(diagnostic.related ?? []).length > 0 && (
          <Card title={say(messages.otherHit)}>
            <ul class="plain">
              {(diagnostic.related ?? []).map(({ at, message }, i) => (
                <li key={i}>
                  <PlaceLink place={at} /> {say(message)}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </article>
  )
}
