import { describe, expect, it } from 'vitest'
import type { Intent } from '../../intent/intent.ts'
import { factoryOf } from './routeros.factory.ts'
import { backupSite, core, ringSite, leasedSite } from './routeros.fixture.ts'
import { klaten, scriptOf } from './routeros.versions.ts'
import { oldServicesOpen, waysOf } from './routeros.ways.ts'
import { scriptFrom } from './read/script.ts'
import { commandsOf, type Command } from './script/commands.ts'
import { apply, itemsOf, type Configuration } from './script/configuration.ts'

interface Stop {
  readonly command: Command
  readonly state: Configuration
  readonly faults: readonly string[]
}

/** What a router that was reset holds after each command of its file. */
function stopsOf(intent: Intent, script = scriptOf(intent)): Stop[] {
  let state = factoryOf(intent.router.model)
  return commandsOf(script).map(command => {
    const { configuration, faults } = apply(state, command)
    state = configuration
    return { command, state, faults }
  })
}

/** What makes the way to a router: it must be whole where the header says that the NOC gets in. */
const wayMenus = [
  '/interface bridge',
  '/interface vlan',
  '/interface wireguard',
  '/interface wireguard peers',
  '/interface gre',
  '/interface list member',
  '/ip address',
  '/ipv6 address',
  '/ip dhcp-client',
  '/ip route',
  '/ipv6 route',
  '/routing rule',
  '/routing table',
  '/routing ospf interface-template',
  '/routing bgp connection',
  '/routing filter rule',
  '/ip firewall filter',
  '/ipv6 firewall filter',
  '/ip firewall raw',
  '/ipv6 firewall raw',
  '/user',
]
const shape = (state: Configuration): string =>
  JSON.stringify(
    wayMenus.map(menu =>
      itemsOf(state, menu).map(({ values }) => [...values].filter(([key]) => key !== 'vlan-filtering')),
    ),
  )

const withConsole = (intent: Intent): Intent => ({
  ...intent,
  router: { ...intent.router, model: { ...intent.router.model, console: true } },
  management: { ...intent.management, local: undefined },
  filter: { ...intent.filter, input: intent.filter.input.filter(({ name }) => name !== 'ssh-from-local') },
})
const kinds: readonly (readonly [string, Intent])[] = [
  ['a site on fibre', ringSite('7.20')],
  ['a leased site', leasedSite('7.19')],
  ['a site with backup', backupSite('7.12')],
  ['a core', core('7.18')],
  ['a site with a console alone', withConsole(ringSite('7.20'))],
]
const chosen = klaten()
  .filter((_, i) => i % 6 === 0)
  .map((intent): readonly [string, Intent] => [intent.router.id, intent])

describe.each([...kinds, ...chosen])('%s, stopped after any line', (_, intent) => {
  const stops = stopsOf(intent)
  const final = stops.at(-1)!
  const milestones = /Sesudah baris \/ after line (\d+): .*; (\d+): NOC\./.exec(scriptOf(intent))
  const [local = 0, noc = 0] = (milestones ?? []).slice(1).map(Number)
  const ways = stops.map(({ command, state }) => ({ line: command.line, ...waysOf(state, intent) }))

  it('is understood whole: nothing is taken for granted, nothing stops it', () => {
    expect(stops.flatMap(({ faults, command }) => faults.map(fault => `${command.line}: ${fault}`))).toEqual([])
    expect(
      [...final.state.menus]
        .filter(([menu]) => menu !== '/ipv6 nd')
        .flatMap(([menu, items]) =>
          items.filter(({ presumed }) => presumed).map(item => `${menu} ${[...item.values].join(' ')}`),
        ),
    ).toEqual([])
  })
  it('has no old service from the first command on', () =>
    expect(stops.flatMap(({ state }) => oldServicesOpen(scriptFrom({ configuration: state, faults: [] })))).toEqual([]))
  it('is closed from the seventh command on, before it has an address or an account', () =>
    expect(ways.slice(8).filter(({ closed }) => !closed)).toEqual([]))
  it('has a way in after every line, on the spot where the inventory has one', () => {
    const spot = intent.router.model.console === true || intent.management.local !== undefined
    expect(ways.filter(({ local: open, noc: reached }) => !open && (spot || !reached))).toEqual([])
  })
  it('is reached by the NOC from the line that its header names, and not before', () => {
    expect(ways.filter(({ line, noc: open }) => line >= noc && !open)).toEqual([])
    expect(ways.slice(8).filter(({ line, noc: open }) => line < noc - 3 && open)).toEqual([])
    expect(
      stops
        .filter(({ command }) => command.line >= noc)
        .map(({ state }) => shape(state))
        .filter(state => state !== shape(final.state)),
    ).toEqual([])
  })
  it('logs how far it came, at the lines of its header', () =>
    expect(
      stops
        .filter(({ command }) => command.verb === ':log')
        .map(({ command }) => command.line)
        .slice(0, 2),
    ).toEqual([local, noc]))
  it("is never without a full account, and ends without the factory's", () => {
    expect(
      stops.filter(({ state }) => !itemsOf(state, '/user').some(({ values }) => values.get('group') === 'full')),
    ).toEqual([])
    expect(itemsOf(final.state, '/user').filter(({ values }) => values.get('name') === 'admin')).toEqual([])
  })
})

describe('a file in another order is caught', () => {
  const intent = leasedSite('7.20')
  const lines = scriptOf(intent).split('\n')
  const without = (pattern: RegExp): Intent =>
    intent && ({ ...intent, lines: lines.filter(text => !pattern.test(text)) } as unknown as Intent)
  it.each([
    ['the lock left out', /closed while loading/, 'closed'],
    ['services left open', /^\/ip service set telnet/, 'closed'],
    ['the local address left out', /technician on site/, 'local'],
    ['the account left out', /name=darurat group=full/, 'local'],
  ] as const)('%s', (_, pattern, way) => {
    const script = (without(pattern) as unknown as { lines: string[] }).lines.join('\n')
    const ways = stopsOf(intent, script).map(({ state }) => waysOf(state, intent))
    expect(ways.slice(8).some(found => !found[way])).toBe(true)
  })
})
