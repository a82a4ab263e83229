import type { InventoryValue } from '../inventory/value.ts'

const features: Readonly<Record<string, (world: InventoryValue) => boolean>> = {
  'a ring': ({ routes }) => routes.some(({ ring }) => ring !== undefined),
  'a leased backup': ({ circuits }) => circuits.some(({ role }) => role === 'backup'),
  'both cores': ({ sites }) => sites.some(({ cores = {} }) => Object.keys(cores).length === 2),
  'a pinned segment': ({ sites }) => sites.some(site => site.class !== 'hub' && hasPin(site.segments['data'], 'v4')),
  'a pinned VLAN': ({ sites }) => sites.some(({ segments }) => hasPin(segments['data'], 'vlan')),
  'a pinned loopback': ({ sites }) => sites.some(({ router }) => router.loopback !== undefined),
  'a pinned link': ({ routes }) => routes.some(({ v4 }) => v4 !== undefined),
  'tight pools': ({ network }) => network.tenantVlans !== undefined,
  'leased sites': ({ circuits }) => circuits.some(({ role }) => role === 'primary'),
}

function hasPin(use: unknown, pin: string): boolean {
  return use !== null && typeof use === 'object' && pin in use
}

/** Counts what random inventories hold, so that a property cannot hold for want of anything to say. */
export interface Tally {
  readonly count: (world: InventoryValue) => void
  readonly also: (what: string) => void
  /** Shares of all that were counted, from 0 to 1; those of `also` are left out. */
  readonly shares: () => ReadonlyMap<string, number>
  readonly text: () => string
}

export function tallying(): Tally {
  let worlds = 0
  let sites = 0
  const counts = new Map(Object.keys(features).map(name => [name, 0]))
  const others = new Map<string, number>()
  const share = (n: number): number => (worlds === 0 ? 0 : n / worlds)
  return {
    count: world => {
      worlds++
      sites += world.sites.length
      for (const [name, holds] of Object.entries(features))
        if (holds(world)) counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    also: what => void others.set(what, (others.get(what) ?? 0) + 1),
    shares: () => new Map([...counts].map(([name, n]) => [name, share(n)])),
    text: () =>
      [
        `${worlds} inventories of ${(sites / Math.max(worlds, 1)).toFixed(0)} sites on average`,
        ...[...counts].map(([name, n]) => `  with ${name}: ${(share(n) * 100).toFixed(0)} %`),
        ...[...others].sort().map(([what, n]) => `  ${what}: ${n}`),
      ].join('\n'),
  }
}
