import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Site } from '../../model/network.ts'
import type { Whereabouts } from '../../noc/whereabouts.ts'
import type { Plan } from '../../plan/plan.ts'
import { bilingual } from '../../words/catalogue.ts'
import { xmlText } from '../text/escape.ts'
import { siteAt } from '../topology/geography.ts'
import { border, faint, fibre, ink, land, paper } from '../topology/svg/palette.ts'
import { num, pathOf } from '../topology/svg/path.ts'
import { boundsOf, grown, projectionOf, type Projection } from '../topology/svg/projection.ts'

const indonesian = {
  title: 'Peta keadaan',
  up: 'hidup',
  down: 'tidak menjawab',
  exposed: 'tinggal satu jalan',
  circuit: 'sirkuitnya putus',
  unknown: 'tidak diketahui',
  routeDown: 'rute mati',
  suspects: 'mungkin di sini',
}
const english: typeof indonesian = {
  title: 'Map of state',
  up: 'up',
  down: 'does not answer',
  exposed: 'on one way only',
  circuit: 'lost its circuit',
  unknown: 'not known',
  routeDown: 'route down',
  suspects: 'it may be here',
}
const messages = bilingual(indonesian, english)

/** What is shown of a moment. */
interface State {
  /** Ids of routers and routes that are down, of sites that stand on one way. */
  readonly routersDown: ReadonlySet<string>
  readonly routesDown: ReadonlySet<string>
  readonly exposed: ReadonlySet<string>
  /** Sites that answer, and lost a circuit. */
  readonly circuitsLost: ReadonlySet<string>
  /** What nobody calls down is not known to be up. */
  readonly isBlind: boolean
  /** Where the likeliest fault may lie. */
  readonly suspects: readonly Whereabouts[]
}

type SiteState = 'up' | 'down' | 'circuit' | 'exposed' | 'unknown'

const box = { x: 10, y: 10, width: 980, height: 680 } as const
const red = '#a3121f'
const amber = '#8a5a00'

/**
 * Sites where they lie, by their state; a state is a shape as well as a colour. It holds no script and asks nobody for
 * a map.
 */
export function stateMap(plan: Plan, state: State, language: Language): string {
  const sites = [...plan.network.sites.values()].filter(({ active }) => active)
  const bounds = boundsOf(sites.map(siteAt))
  if (bounds === undefined) return ''
  const projection = projectionOf(grown(bounds, 1), box)
  const { title } = messages
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 740" role="img" aria-label="${title[language]}" font-family="Helvetica, Arial, sans-serif">`,
    `<rect width="1000" height="740" fill="${paper}"/>`,
    ...areas(plan, projection),
    ...routes(plan, state, projection),
    ...state.suspects.flatMap(one => suspect(one, projection)),
    ...sites.map(site => siteShape(site, stateOf(site, state), projection, language)),
    ...legend(language),
    '</svg>',
  ].join('\n')
}

function stateOf(site: Site, { routersDown, circuitsLost, exposed, isBlind }: State): SiteState {
  if (routersDown.has(site.router.id)) return 'down'
  if (circuitsLost.has(site.id)) return 'circuit'
  if (isBlind) return 'unknown'
  return exposed.has(site.id) ? 'exposed' : 'up'
}

function areas({ network }: Plan, { place }: Projection): string[] {
  return [...network.areas.values()].flatMap(({ declared: { outline, name } }, i) =>
    outline === undefined
      ? []
      : [
          `<path d="${pathOf(outline.map(place))}Z" fill="${land[i % 2]}" stroke="${border}"><title>${xmlText(name)}</title></path>`,
        ],
  )
}

/** Straight from site to site: the way of the cable is drawn where the fault may lie. */
function routes(plan: Plan, { routesDown }: State, { place }: Projection): string[] {
  const at = new Map(
    [...plan.network.sites.values()].flatMap(site =>
      [site.router, ...site.cores].map(({ id }) => [id, siteAt(site)] as const),
    ),
  )
  return [...plan.links.values()].flatMap(({ route, a, b, active }) => {
    const ends = [at.get(a.router.id), at.get(b.router.id)].filter(point => point !== undefined)
    if (!active || ends.length < 2) return []
    const look = routesDown.has(route.id)
      ? `stroke="${red}" stroke-width="3" stroke-dasharray="7 5"`
      : `stroke="${fibre}" stroke-width="1.4"`
    return [`<path d="${pathOf(ends.map(place))}" fill="none" ${look}><title>${xmlText(route.id)}</title></path>`]
  })
}

function suspect({ kind, points }: Whereabouts, { place }: Projection): string[] {
  const look = `fill="none" stroke="${amber}" stroke-opacity="0.55"`
  if (kind === 'line')
    return [`<path d="${pathOf(points.map(place))}" ${look} stroke-width="9" stroke-linecap="round"/>`]
  return points.map(point => {
    const [x, y] = place(point)
    return `<circle cx="${num(x)}" cy="${num(y)}" r="13" ${look} stroke-width="5"/>`
  })
}

function siteShape(site: Site, state: SiteState, { place }: Projection, language: Language): string {
  const [x, y] = place(siteAt(site))
  const name =
    state === 'up'
      ? ''
      : `<text x="12" y="4" font-size="13" font-weight="bold" fill="${ink}">${xmlText(site.id)}</text>`
  return `<g transform="translate(${num(x)} ${num(y)})"><title>${xmlText(`${site.id}: ${messages[state][language]}`)}</title>${symbols[state]}${name}</g>`
}

const symbols: Readonly<Record<SiteState, string>> = {
  up: `<circle r="4.5" fill="${fibre}" stroke="${paper}"/>`,
  down: `<path d="M-7 -7L7 7M-7 7L7 -7" stroke="${red}" stroke-width="4" stroke-linecap="round"/>`,
  circuit: `<rect x="-6.5" y="-6.5" width="13" height="13" fill="${paper}" stroke="${red}" stroke-width="3"/>`,
  exposed: `<path d="M0 -8L8 6H-8Z" fill="${amber}" stroke="${paper}"/>`,
  unknown: `<circle r="5.5" fill="none" stroke="${faint}" stroke-width="2" stroke-dasharray="3 2"/>`,
}

function legend(language: Language): string[] {
  const line = (look: string): string => `<path d="M-14 0H14" fill="none" ${look}/>`
  const entries: readonly (readonly [string, string])[] = [
    ...(['up', 'down', 'circuit', 'exposed', 'unknown'] as const).map(
      state => [symbols[state], messages[state][language]] as const,
    ),
    [line(`stroke="${red}" stroke-width="3" stroke-dasharray="7 5"`), messages.routeDown[language]],
    [
      line(`stroke="${amber}" stroke-opacity="0.55" stroke-width="9" stroke-linecap="round"`),
      messages.suspects[language],
    ],
  ]
  return entries.map(
    ([symbol, words], i) =>
      `<g transform="translate(${24 + i * 140} 718)">${symbol}<text x="20" y="5" font-size="14" fill="${ink}">${words}</text></g>`,
  )
}
