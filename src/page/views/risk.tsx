import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { componentRanges } from '../../analysis/graph/class-name.ts'
import { classRows, type ClassRow } from '../../analysis/graph/class-rows.ts'
import { number, rupiah } from '../../words/figures.ts'
import { remembered } from '../../source/remembered.ts'
import type { Plan } from '../../plan/plan.ts'
import { messages } from '../messages.ts'
import { NetworkMap } from '../map/network-map.tsx'
import { ThingLink } from '../parts/links.tsx'
import { More } from '../parts/more.tsx'
import { usePaged } from '../parts/paged.ts'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { Scroll } from '../parts/scroll.tsx'

const page = 40

const harmful: (plan: Plan) => readonly ClassRow[] = remembered(plan =>
  classRows(plan).filter(({ harm, exposed }) => harm > 0 || exposed.length > 0),
)

/** Every failure of one component that somebody notices, the worst first, beside the map on which it lies. */
export function RiskView(): JSX.Element {
  const { say } = useReader()
  const { plan } = useWorld()
  const rows = harmful(plan)
  const { most: shown, more } = usePaged(page)
  const [chosen, setChosen] = useState<ClassRow | undefined>(rows[0])
  const hit =
    chosen === undefined
      ? []
      : [...chosen.cost.sites.isolated, ...chosen.cost.sites['without-internet'], ...chosen.cost.sites['on-backup']]
  return (
    <article>
      <h1>{say(messages.risk)}</h1>
      <NetworkMap
        height="low"
        selected={[...(chosen?.components.map(({ name }) => name) ?? []), ...hit.map(site => `site:${site}`)]}
      />
      <p class="quiet count">{say(messages.rows({ shown: Math.min(shown, rows.length), all: rows.length }))}</p>
      <Scroll label={say(messages.risk)}>
        <table>
          <caption class="unseen">{say(messages.failsAlone)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(messages.failsAlone)}</th>
              {[
                messages.isolated,
                messages.withoutInternet,
                messages.onBackup,
                messages.agencies,
                messages.unusable,
              ].map(words => (
                <th key={words.en} scope="col" class="n">
                  {say(words)}
                </th>
              ))}
              <th scope="col">{say(messages.sitesHit)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(row => (
              <RiskRow key={row.components[0]?.name} row={row} chosen={row === chosen} choose={() => setChosen(row)} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {rows.length > shown && <More onMore={more} />}
    </article>
  )
}

function RiskRow({
  row,
  chosen,
  choose,
}: {
  readonly row: ClassRow
  readonly chosen: boolean
  readonly choose: () => void
}): JSX.Element {
  const { say, to } = useReader()
  const { components, cost } = row
  const sites = [...cost.sites.isolated, ...cost.sites['without-internet'], ...cost.sites['on-backup']]
  const ranges = componentRanges(components)
  return (
    <tr class={chosen ? 'marked' : undefined}>
      <th scope="row">
        <a href={to('what-if', components[0]?.name)}>{ranges.slice(0, 3).join(', ')}</a>
        {ranges.length > 3 && <span class="quiet"> +{ranges.length - 3}</span>}{' '}
        <button type="button" class="small" aria-pressed={chosen} onClick={choose}>
          {say(messages.map)}
        </button>
      </th>
      {[
        cost.sites.isolated.length,
        cost.sites['without-internet'].length,
        cost.sites['on-backup'].length,
        cost.tenants.length,
      ].map((count, i) => (
        <td key={i} class="n">
          {say(number(count))}
        </td>
      ))}
      <td class="n">{say(rupiah(cost.monthlyRupiah))}</td>
      <td class="names">
        {sites.slice(0, 8).map(id => (
          <span key={id}>
            <ThingLink thing={{ kind: 'site', id }} />
          </span>
        ))}
        {sites.length > 8 && <span class="quiet">+{sites.length - 8}</span>}
      </td>
    </tr>
  )
}
