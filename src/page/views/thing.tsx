import type { JSX } from 'preact'
import { analysisOf } from '../../analysis/analysis.ts'
import { componentsNamed } from '../../analysis/graph/names.ts'
import { simulate } from '../../analysis/service/simulate.ts'
import { ledgerPath } from '../../plan/ledger.ts'
import { locate } from '../../source/locate.ts'
import { stateWords } from '../../words/states.ts'
import { number, rupiah } from '../../words/figures.ts'
import { capital } from '../../words/things.ts'
import { messages } from '../messages.ts'
import { Cell } from '../parts/cell.tsx'
import { Card, Empty, kindNoun, KindWord, ThingLink } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { factsOf } from '../things/facts.ts'
import { findingsAbout } from '../things/findings.ts'
import { briefOf } from '../things/brief.ts'
import { graphOf, thingAt } from '../things/graph.ts'
import { isDrawn, keyOf, type Thing } from '../things/thing.ts'
import { ownArtifacts } from '../world/artifacts.ts'
import { ContractPapers } from './contract-papers.tsx'
import { AllowanceOf } from './allowance-of.tsx'
import { FindingList } from './finding-list.tsx'
import { LossOf } from './loss-of.tsx'
import { MoneyOf } from './money-of.tsx'
import { PrefixRows } from './prefix-rows.tsx'
import { SourceExcerpt } from './source-excerpt.tsx'

/** Everything about one thing, with links to all that it touches. */
export function ThingView({ thing }: { readonly thing: Thing }): JSX.Element {
  const { say, to } = useReader()
  const world = useWorld()
  const findings = findingsAbout(world, keyOf(thing))
  const component = componentsNamed(analysisOf(world.plan), keyOf(thing))
  return (
    <article>
      <header class="thing-head">
        <p class="kind">
          <a href={to('list', thing.kind)}>
            <KindWord kind={thing.kind} />
          </a>
        </p>
        <h1>{thing.name}</h1>
        <p class="id">
          <code>{thing.id}</code>
          {isDrawn(thing) && (
            <a class="button" href={to('map', keyOf(thing))}>
              {say(messages.showOnMap)}
            </a>
          )}
          {component.length > 0 && (
            <a class="button" href={to('what-if', component.map(({ name }) => name).join(','))}>
              {say(messages.askWhatIf)}
            </a>
          )}
          {thing.place !== undefined && (
            <a class="button" href={to('try', thing.place.source.path, { line: String(locate(thing.place).line) })}>
              {say(messages.tryHere)}
            </a>
          )}
        </p>
      </header>
      <div class="cards">
        <Facts thing={thing} />
        <Links thing={thing} />
        {thing.kind === 'prefix' && <PrefixRows prefix={thing.id} />}
        {component.length > 0 && <Alone names={component.map(({ name }) => name)} />}
        <MoneyOf thing={thing} />
        <AllowanceOf thing={thing} />
        <LossOf thing={thing} />
        {thing.kind === 'contract' && <ContractPapers id={thing.id} />}
        {findings.length > 0 && (
          <Card title={say(messages.findings)} wide>
            <FindingList findings={findings} />
          </Card>
        )}
        <LedgerLines thing={thing} />
        <Artifacts thing={thing} />
        {thing.place !== undefined && (
          <Card title={say(messages.declaredAs)} wide>
            <SourceExcerpt place={thing.place} />
          </Card>
        )}
      </div>
    </article>
  )
}

function Facts({ thing }: { readonly thing: Thing }): JSX.Element | null {
  const { say } = useReader()
  const facts = factsOf(useWorld(), thing.kind, thing.id)
  if (facts.length === 0) return null
  return (
    <Card title={say(messages.facts)}>
      <dl class="facts">
        {facts.map(({ heading, value }) => (
          <div key={heading.key}>
            <dt>{say(heading.title)}</dt>
            <dd>
              {heading.key === 'quality' && value !== 'sourced' ? (
                <span class="badge warn">
                  <Cell value={value} heading={heading} />
                </span>
              ) : (
                <Cell value={value} heading={heading} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** Most links of a kind that stand on the page at once. */
const mostLinks = 60

function Links({ thing }: { readonly thing: Thing }): JSX.Element {
  const { say, to } = useReader()
  const world = useWorld()
  const { names, namedBy } = graphOf(world)
  const keys = new Set([...(names.get(keyOf(thing)) ?? []), ...(namedBy.get(keyOf(thing)) ?? [])])
  const linked = [...keys].flatMap(key => thingAt(world, key) ?? [])
  const groups = [...Map.groupBy(linked, ({ kind }) => kind)]
  return (
    <Card title={say(messages.links)}>
      {groups.length === 0 && <Empty />}
      <dl class="links">
        {groups.map(([kind, group]) => (
          <div key={kind}>
            <dt>
              {capital(say(kindNoun(kind)))} <span class="quiet">{say(number(group.length))}</span>
            </dt>
            <dd class="names">
              {group.slice(0, mostLinks).map(each => (
                <span key={each.id}>
                  <ThingLink thing={each} />
                  <span class="quiet"> {say(briefOf(world, each))}</span>
                </span>
              ))}
              {group.length > mostLinks && <a href={to('list', kind)}>+{say(number(group.length - mostLinks))}</a>}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** What happens when it fails by itself. */
function Alone({ names }: { readonly names: readonly string[] }): JSX.Element {
  const { say, to } = useReader()
  const { plan } = useWorld()
  const { changes, cost } = simulate(plan, new Set(names))
  return (
    <Card title={say(messages.failsAlone)}>
      {changes.length === 0 ? (
        <p>{say(messages.noChange)}</p>
      ) : (
        <>
          <dl class="links">
            {[...Map.groupBy(changes, ({ after }) => after.state)].map(([state, list]) => (
              <div key={state}>
                <dt>
                  <span class={`state ${state}`}>{say(stateWords[state])}</span>{' '}
                  <span class="quiet">{say(number(list.length))}</span>
                </dt>
                <dd class="names">
                  {list.map(({ site }) => (
                    <span key={site.site.id}>
                      <ThingLink thing={{ kind: 'site', id: site.site.id }} />
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          <p>
            {say(messages.unusable)}: {say(rupiah(cost.monthlyRupiah))} {say(messages.aMonth)}
          </p>
        </>
      )}
      <p>
        <a href={to('what-if', names.join(','))}>{say(messages.askWhatIf)}</a>
      </p>
    </Card>
  )
}

function LedgerLines({ thing }: { readonly thing: Thing }): JSX.Element | null {
  const { say, to } = useReader()
  const { cargo } = useWorld()
  const lines = cargo.ledger.split('\n').flatMap((text, i) => (names(text, thing) ? [{ text, line: i + 1 }] : []))
  if (lines.length === 0) return null
  return (
    <Card title={say(messages.ledger)}>
      <ul class="code-list">
        {lines.slice(0, mostLinks).map(({ text, line }) => (
          <li key={line}>
            <a href={to('file', ledgerPath, { line: String(line) })}>{line}</a> <code>{text}</code>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** `segment/dishub/data/v4: 10.36.…` is about the site, and about the prefix behind it. */
function names(line: string, { kind, id }: Thing): boolean {
  const colon = line.indexOf(': ')
  if (colon < 0) return false
  if (kind === 'prefix') return line.slice(colon + 2) === id
  const [first = '', ...parts] = line.slice(0, colon).split('/')
  const owners: Readonly<Record<string, readonly string[]>> = {
    site: ['site', 'segment', 'router'],
    router: ['router', 'key'],
    circuit: ['circuit', 'tunnel', 'lease'],
    route: ['route', 'link'],
    uplink: ['uplink'],
    tenant: ['tenant'],
  }
  return (Object.hasOwn(owners, kind) ? (owners[kind] ?? []) : [kind]).includes(first) && parts[0] === id
}

function Artifacts({ thing }: { readonly thing: Thing }): JSX.Element | null {
  const { say, to } = useReader()
  const paths = ownArtifacts(useWorld(), thing.kind, thing.id)
  if (paths.length === 0) return null
  return (
    <Card title={say(messages.artifacts)}>
      <ul>
        {paths.map(path => (
          <li key={path}>
            <a href={to('artifact', path)}>{path}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
