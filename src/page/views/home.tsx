import type { JSX } from 'preact'
import type { Overview } from '../../render/page/overview.ts'
import { day } from '../../words/dates.ts'
import { number, rupiah } from '../../words/figures.ts'
import { capital, things } from '../../words/things.ts'
import { CheckLine } from '../parts/check-line.tsx'
import { Headline } from '../parts/headline.tsx'
import { Card, Empty } from '../parts/links.tsx'
import { messages } from '../messages.ts'
import { useReader } from '../parts/reader.ts'
import { useOpenDesk } from '../parts/world-context.ts'
import { overviewIn } from '../world/overview.ts'
import { OpeningLine, OpeningView, type Opening } from './opening.tsx'

/**
 * The network at a glance: how much there is, what is open and accepted, what ends soon, whether the page is what was
 * built. It stands there before anything has been compiled, as the build computed it.
 */
export function HomeView({ opening }: { readonly opening: Opening }): JSX.Element {
  const { say } = useReader()
  const world = useOpenDesk()?.world
  const { cargo } = opening
  const overview = world === undefined ? cargo.overview : overviewIn(world)
  if (overview === undefined) return <OpeningView opening={opening} />
  const { name: network, notes = [] } = world?.network.declared ?? { ...cargo.headline, name: cargo.headline.network }
  return (
    <article>
      <header class="hero">
        <p class="kind">{say(messages.asOf({ day: say(day(world?.compilation.asOf ?? cargo.asOf)) }))}</p>
        <h1>{say(messages.title({ network }))}</h1>
        <Headline {...overview} />
        {world === undefined ? <OpeningLine opening={opening} /> : <CheckLine />}
      </header>
      <Figures overview={overview} />
      {notes.length > 0 && (
        <aside class="note" aria-label={say(messages.aboutData)}>
          <h2>{say(messages.aboutData)}</h2>
          {notes.map((note, i) => (
            <p key={i}>{say(note)}</p>
          ))}
        </aside>
      )}
      <div class="cards">
        <OpenCard overview={overview} />
        <AcceptedCard overview={overview} />
        <EndingCard overview={overview} />
      </div>
    </article>
  )
}

interface Shown {
  readonly overview: Overview
}

function Figures({ overview: { figures, year, yearRupiah } }: Shown): JSX.Element {
  const { say, to } = useReader()
  return (
    <ul class="figures">
      {figures.map(([kind, count]) => (
        <li key={kind}>
          <a href={to('list', kind)}>
            <strong>{say(number(count))}</strong>
            <span>{capital(say({ id: things[kind].id, en: things[kind].many }))}</span>
          </a>
        </li>
      ))}
      <li class="wide-figure">
        <a href={to('money', 'budget')}>
          <strong>{say(rupiah(yearRupiah))}</strong>
          <span>
            {say(messages.money)} {year}
          </span>
        </a>
      </li>
    </ul>
  )
}

function OpenCard({ overview: { findings, errors, open } }: Shown): JSX.Element {
  const { say, to } = useReader()
  const more = errors + open - findings.length
  return (
    <Card title={say(messages.openFindings)}>
      {findings.length === 0 && <Empty />}
      <ul class="plain">
        {findings.map(({ id, code, severity, message, file, line }) => (
          <li key={id}>
            <p class="finding-head">
              <a href={to('finding', id)}>
                <code>{code}</code>
              </a>
              <span class={`badge ${severity === 'error' ? 'bad' : 'warn'}`}>{say(messages[severity])}</span>
              <a class="place" href={to('file', file, { line: String(line) })}>
                {file}:{line}
              </a>
            </p>
            <p>{say(message)}</p>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <a href={to('findings')}>+{say(number(more))}</a>
        </p>
      )}
    </Card>
  )
}

/** What was accepted, by the decision: how much it covers, who took it, why, and until when. */
function AcceptedCard({ overview: { decisions } }: Shown): JSX.Element | null {
  const { say, to } = useReader()
  if (decisions.length === 0) return null
  return (
    <Card title={say(messages.acceptedFindings)}>
      <ul class="plain">
        {decisions.map(({ waiver, count, reason, decidedBy, until, left }) => (
          <li key={waiver}>
            <span class="badge calm">{say(number(count))}</span>{' '}
            <a class="thing" href={to('waiver', waiver)}>
              {waiver}
            </a>
            <br />
            <span class="clamped">{reason}</span>
            <span class="quiet small-text">
              {decidedBy} · {say(messages.until)} {say(day(until))} ({say(messages.left({ count: left }))})
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={to('findings')}>{say(messages.findings)}</a>
      </p>
    </Card>
  )
}

function EndingCard({ overview: { endings } }: Shown): JSX.Element {
  const { say, to } = useReader()
  return (
    <Card title={say(messages.endsSoon)}>
      {endings.length === 0 && <Empty />}
      <ul class="plain">
        {endings.map(({ id, title, to: last, left }) => (
          <li key={id}>
            <a class="thing" href={to('contract', id)}>
              {id}
            </a>{' '}
            <span class="quiet">{title}</span>
            <br />
            {say(messages.ends)} <time dateTime={last}>{say(day(last))}</time> ({say(messages.left({ count: left }))})
          </li>
        ))}
      </ul>
    </Card>
  )
}
