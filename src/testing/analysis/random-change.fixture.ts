import { compile, type Compilation } from '../../compile.ts'
import type { Sides } from '../../change/parts.ts'
import { ledgerText, parseLedger } from '../../plan/ledger.ts'
import { between, pick, randomFrom, type Random } from '../generate/random.ts'
import { sourcesOf } from '../inventory/sources-of.ts'
import type { CircuitValue, InventoryValue, RouteValue } from '../inventory/value.ts'
import { randomInventory } from './random-network.fixture.ts'

/**
 * A small random network before and after a change that is the same for the same seed: of its routes, circuits,
 * uplinks, costs and numbers.
 */
export function randomChange(seed: number): Sides<Compilation> {
  const random = randomFrom(seed * 104_729 + 3)
  const inventory = thinned(randomInventory(seed), random)
  const before = compiled(inventory, '')
  let changed = inventory
  let { ledger } = before
  for (let i = between(random, 1, 4); i > 0; i--)
    if (random() < 0.7) ledger = swapped(ledger, random)
    else changed = pick(random, changes)(changed, random)
  return { before, after: compiled(changed, ledger) }
}

/** Without some of its second ways, where the order of steps would never matter. */
function thinned(inventory: InventoryValue, random: Random): InventoryValue {
  return {
    ...inventory,
    routes: inventory.routes.filter(() => random() < 0.8),
    circuits: inventory.circuits.filter(({ role }) => role === 'primary' || random() < 0.4),
  }
}

function compiled(inventory: InventoryValue, ledger: string): Compilation {
  const today = '2026-06-01'
  return compile({ sources: sourcesOf(inventory), ledger, today, asOf: today, entropy: new Uint8Array(16).fill(7) })
}

/**
 * Two numbers of one use change places, as no ledger would by itself: the ends of what has them disagree until both are
 * done.
 */
function swapped(text: string, random: Random): string {
  const ledger = parseLedger(text).value
  const uses = [/^link\/.*\/v4$/, /^tunnel\/.*\/v4$/, /^segment\/.*\/data\/v4$/, /^tunnel\/.*\/port$/]
  const use = pick(random, [uses[0], ...uses.slice(1)])
  const keys = [...ledger.entries.keys()].filter(key => use?.test(key))
  const [one, other] = [pick(random, ['', ...keys]), pick(random, ['', ...keys])]
  const [a, b] = [ledger.entries.get(one), ledger.entries.get(other)]
  if (a === undefined || b === undefined || one === other) return text
  return ledgerText({
    ...ledger,
    entries: new Map([...ledger.entries, [one, { ...a, value: b.value }], [other, { ...b, value: a.value }]]),
  })
}

type Edit = (inventory: InventoryValue, random: Random) => InventoryValue

function withRoute(edit: (route: RouteValue, random: Random) => RouteValue | undefined): Edit {
  return (inventory, random) => {
    const chosen = between(random, 0, inventory.routes.length - 1)
    return {
      ...inventory,
      routes: inventory.routes.flatMap((route, i) => (i === chosen ? (edit(route, random) ?? []) : route)),
    }
  }
}

function withCircuit(edit: (circuit: CircuitValue, random: Random) => CircuitValue | undefined): Edit {
  return (inventory, random) => {
    const chosen = between(random, 0, inventory.circuits.length - 1)
    return {
      ...inventory,
      circuits: inventory.circuits.flatMap((circuit, i) => (i === chosen ? (edit(circuit, random) ?? []) : circuit)),
    }
  }
}

const changes: readonly [Edit, ...Edit[]] = [
  withRoute(() => undefined),
  withRoute(route => ({ ...route, status: route.status === 'planned' ? 'active' : 'planned' })),
  withRoute((route, random) => ({ ...route, costFactor: pick(random, [1, 2, 4]) })),
  withRoute((route, random) => ({ ...route, mtu: pick(random, [1500, 9000]) })),
  withRoute(route => ({ ...route, route: `${route.route}-baru` })),
  withRoute(route => ({ ...route, a: { ...route.a, port: `${route.a.port}1` } })),
  withCircuit(() => undefined),
  withCircuit(circuit => ({ ...circuit, status: circuit.status === 'planned' ? 'active' : 'planned' })),
  withCircuit((circuit, random) => ({ ...circuit, preference: pick(random, [90, 150, 210]) })),
  withCircuit(circuit => ({ ...circuit, role: circuit.role === 'backup' ? 'primary' : 'backup' })),
  withCircuit(circuit => ({ ...circuit, circuit: `${circuit.circuit}-baru` })),
  inventory => ({
    ...inventory,
    uplinks: inventory.uplinks.map(uplink => ({
      ...uplink,
      router: uplink.router === 'core-1' ? 'core-2' : 'core-1',
    })),
  }),
  inventory => ({ ...inventory, uplinks: inventory.uplinks.slice(1) }),
]
