import type { Network } from '../../model/network.ts'
import { clashes, distinctBy, grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { strandUses, type StrandUse } from './walks.ts'
import { compareText } from '../../text/order.ts'

export const coreUsedTwice = rule({
  code: 'PLT003',
  name: 'core-used-twice',
  severity: 'error',
  title: { id: 'Satu core dipakai dua kali', en: 'Core used twice' },
  *check({ network }) {
    for (const { first, later } of distinctBy(overlapping(network), pairKey)) {
      yield {
        at: later.at,
        about: [later.route, first.route],
        facts: { cable: later.cable.id, core: later.core, route: later.route.id, other: first.route.id },
        related: [
          {
            at: first.at,
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
  return [first.route.id, first.at.path.at(-1), later.route.id, later.at.path.at(-1)].join(' ')
}

/** A core that is cut in a closure serves two routes, one on either side: only a common stretch is a clash. */
function* overlapping(network: Network): Generator<{ readonly first: StrandUse; readonly later: StrandUse }> {
  const uses = grouped(
    strandUses(network).filter(({ stretch }) => stretch !== undefined),
    ({ cable, core }) => `${cable.id}/${core}`,
  )
  for (const group of uses.values()) {
    if (group.length < 2) continue
    let farthest: StrandUse | undefined
    const clusters: StrandUse[][] = []
    for (const use of group.toSorted(
      (a, b) => a.stretch!.from - b.stretch!.from || compareText(a.route.id, b.route.id),
    )) {
      if (farthest !== undefined && use.stretch!.from < farthest.stretch!.to) clusters.at(-1)!.push(use)
      else clusters.push([use])
      if (farthest === undefined || use.stretch!.to > farthest.stretch!.to) farthest = use
    }
    yield* clashes(clusters)
  }
}
