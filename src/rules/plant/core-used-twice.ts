import type { Network } from '../../model/network.ts'
import { clashes, distinctBy, grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { strandUses, type StrandUse } from '../../plan/plant/strand-uses.ts'
import { inside } from '../../source/source.ts'
import { compareText } from '../../text/order.ts'

export const coreUsedTwice = rule({
  code: 'PLT003',
  name: 'core-used-twice',
  severity: 'error',
  title: { id: 'Satu core dipakai dua kali', en: 'Core used twice' },
  *check({ network }) {
    for (const { first, later } of distinctBy(overlapping(network), pairKey)) {
      yield {
        at: inside(later.route.origin, 'path', later.step),
        about: [later.route, first.route],
        facts: { cable: later.cable.id, core: later.core, route: later.route.id, other: first.route.id },
        related: [
          {
            at: inside(first.route.origin, 'path', first.step),
            message: { id: `sudah dipakai rute ${first.route.id}`, en: `already used by route ${first.route.id}` },
          },
        ],
      }
    }
  },
  message: ({ cable, core, route, other }) => ({
    id:
      route === other
        ? `rute ${route} melewati core ${core} kabel ${cable} dua kali`
        : `core ${core} kabel ${cable} dipakai rute ${route} dan rute ${other}`,
    en:
      route === other
        ? `route ${route} goes through core ${core} of cable ${cable} twice`
        : `core ${core} of cable ${cable} is used by route ${route} and by route ${other}`,
  }),
  hint: ({ cable }) => ({
    id: `pilih core lain di kabel ${cable} untuk salah satunya`,
    en: `choose another core of cable ${cable} for one of them`,
  }),
})

/** Two-strand routes clash on both cores: that is one finding. */
function pairKey({ first, later }: { readonly first: StrandUse; readonly later: StrandUse }): string {
  return [first.route.id, first.step, later.route.id, later.step].join(' ')
}

interface Section {
  readonly use: StrandUse
  /** Stations of the cable, the lower first. */
  readonly from: number
  readonly to: number
}

/**
 * A core that is cut in a closure or at an ODF serves a route on either side of it: only a common section is a clash.
 */
function* overlapping(network: Network): Generator<{ readonly first: StrandUse; readonly later: StrandUse }> {
  const sections = grouped(strandUses(network).flatMap(sectionOf), ({ use }) => `${use.cable.id}/${use.core}`)
  for (const group of sections.values()) {
    if (group.length < 2) continue
    let farthest = -1
    const clusters: StrandUse[][] = []
    for (const { use, from, to } of group.toSorted(
      (a, b) => a.from - b.from || compareText(a.use.route.id, b.use.route.id),
    )) {
      if (from < farthest) clusters.at(-1)?.push(use)
      else clusters.push([use])
      farthest = Math.max(farthest, to)
    }
    yield* clashes(clusters.flatMap(unshared))
  }
}

/** Behind one multiplexer or splitter each port has the core to itself. */
function unshared(uses: readonly StrandUse[]): StrandUse[][] {
  const by = uses[0]?.shared?.by
  if (by === undefined || uses.some(({ shared }) => shared?.by !== by)) return [[...uses]]
  return [...grouped(uses, ({ shared }) => String(shared?.port)).values()].map(group => [...group])
}

function sectionOf(use: StrandUse): Section[] {
  const { hop } = use
  if (hop === undefined) return []
  const [from, to] = hop.forward ? [hop.fromStation, hop.toStation] : [hop.toStation, hop.fromStation]
  return [{ use, from, to }]
}
