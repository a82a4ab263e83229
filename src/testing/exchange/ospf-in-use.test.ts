import { expect, test } from 'vitest'
import { proposedFiles } from '../../exchange/write/files.ts'
import { proposedLedger } from '../../exchange/write/ledger.ts'
import { places } from '../../load/kinds.ts'
import { addressText, networkOf, prefixText } from '../../model/ip.ts'
import { parseLedger } from '../../plan/ledger.ts'
import { readInventory } from '../../source/read.ts'
import { imported, knownOf } from './base.ts'

const inventory = readInventory('sites', places)
const known = knownOf(inventory.sources, inventory.ledger)
const links = known.plan.routers.get('bpbd')?.links ?? []
const [west, east] = links
if (west === undefined || east === undefined) throw new Error('bpbd has two links')

async function factsOf(exports: Readonly<Record<string, string>>): Promise<{
  readonly pinned: Readonly<Record<string, string>>
  readonly told: readonly string[]
}> {
  const files = new Map(
    Object.entries(exports).map(([name, text]) => [
      `${name}.rsc`,
      Buffer.from(`${text}/system identity set name=${name}\n`),
    ]),
  )
  const { drafts } = await imported(files, known)
  const proposed = new Map(proposedFiles(drafts, known.network).map(({ path, text }) => [path, text]))
  const pinned = [...proposed].flatMap(([path, text]) => {
    const before = inventory.sources.find(each => each.path === path)?.text.split('\n') ?? []
    return text.split('\n').flatMap((line): [string, string][] => (before.includes(line) ? [] : [[path, line.trim()]]))
  })
  const told = drafts.flatMap(({ facts }) => facts.filter(({ certainty }) => certainty === 'contradicted'))
  return { pinned: Object.fromEntries(pinned), told: told.map(({ key, why }) => `${key}: ${why?.en ?? ''}`) }
}

const file = (id: string): string => known.network.routes.get(id)?.origin.source.path ?? ''
const [first, second] = [west.link.route.id, east.link.route.id]

test('a cost that runs goes into its route as a factor; what an export leaves out is the default of its version', async () => {
  const said = await factsOf({
    bpbd: `/routing ospf interface-template add interfaces=${west.port} cost=77\n`,
  })
  expect(said).toEqual({ pinned: { [file(first)]: 'cost_factor: 7.7' }, told: [] })
  const silent = await factsOf({ bpbd: `/routing ospf interface-template add interfaces=${west.port}\n` })
  expect(silent).toEqual({ pinned: { [file(first)]: 'cost_factor: 0.1' }, told: [] })
  // 10 in RouterOS 6, which is what these links have.
  const six = await factsOf({ bpbd: `/routing ospf interface add interface=${west.port}\n` })
  expect(six).toEqual({ pinned: {}, told: [] })
})

test('templates by networks and for all ports mean those that no other row names', async () => {
  const byNetwork = await factsOf({
    bpbd: `/ip address add address=${prefixText(west.v4)} interface=${west.port}
/routing ospf interface-template add networks=${prefixText(networkOf(west.v4))} cost=20
`,
  })
  expect(byNetwork.pinned).toEqual({ [file(first)]: 'cost_factor: 2' })
  const all = await factsOf({
    bpbd: `/routing ospf interface add interface=all cost=30
/routing ospf interface add interface=${west.port} cost=10
`,
  })
  expect(all).toEqual({ pinned: { [file(second)]: 'cost_factor: 3' }, told: [] })
})

test('two ends with two costs are contradicted, also where one of them is the planned one', async () => {
  const own = `/routing ospf interface-template add interfaces=${west.port} cost=77\n`
  const peer = `/routing ospf interface-template add interfaces=${west.link[west.side === 'a' ? 'b' : 'a'].port} cost=10\n`
  const said = await factsOf({ bpbd: own, [west.peer.id]: peer })
  expect(Object.keys(said.pinned).length + said.told.length).toBeGreaterThan(0)
  expect(said.told).toHaveLength(1)
  expect(said.told[0]).toContain(`routes.${first}.cost_factor`)
})

test('IPv6 of segments stays; what follows from IPv4 and does not, and another ULA, is told with what to do', async () => {
  const data = known.plan.segments.get('bpbd/data')
  const { ula } = known.plan
  if (data === undefined) throw new Error('bpbd has a data segment')
  const net = { ...networkOf(data.v6), bits: networkOf(data.v6).bits ^ (1n << 64n) }
  const text = `/interface vlan add name=vlan-data vlan-id=${data.vlan}
/ip address add address=${prefixText(west.v4)} interface=${west.port}
/ipv6 address add address=${addressText({ family: 6, bits: net.bits + 1n })}/64 interface=vlan-data
/ipv6 address add address=${addressText({ family: 6, bits: ula.bits + 0xeeeen })}/127 interface=${west.port}
/ipv6 address add address=fd11:2233:4455:10::1/64 interface=vlan-data
/ipv6 address add address=2001:db8::2/64 interface=ether1
/system identity set name=bpbd
`
  const { drafts } = await imported(new Map([['bpbd.rsc', Buffer.from(text)]]), known)
  const ledger = parseLedger(proposedLedger(drafts, known.network, inventory.ledger)?.text ?? '').value.entries
  const before = parseLedger(inventory.ledger).value.entries
  expect([...ledger].filter(([key, { value }]) => before.get(key)?.value !== value).map(([key]) => key)).toEqual([
    'segment/bpbd/data/v6',
  ])
  const told = drafts.flatMap(({ facts }) => facts.filter(({ certainty }) => certainty === 'contradicted'))
  expect(told.map(({ key, why }) => [key, why?.en])).toEqual([
    [`(link/${first}/v6)`, `it follows from its IPv4 address: Serat gives ${prefixText(west.v6)}`],
    ['(address)', 'another ULA: write addressing.v6: fd11:2233:4455::/48 in network.yaml, and import once more'],
  ])
})
