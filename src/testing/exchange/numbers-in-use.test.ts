import { expect, test } from 'vitest'
import { proposedLedger } from '../../exchange/write/ledger.ts'
import { places } from '../../load/kinds.ts'
import { addressText } from '../../model/ip.ts'
import { parseLedger } from '../../plan/ledger.ts'
import { readInventory } from '../../source/read.ts'
import { imported, knownOf } from './base.ts'

const inventory = readInventory('sites', places)
const known = knownOf(inventory.sources, inventory.ledger)
const key = (sign: string): string => `${sign.repeat(42)}A=`
const handOff = known.plan.routers.get('dishub')?.tunnels.find(({ end }) => end === 'core-1')?.outer.core

test('numbers of running routers go into the ledger: tunnels are known by where their peers are; what cannot be as it is is contradicted, with what to do', async () => {
  const bpbd = `/interface wireguard add name=ke-pusat listen-port=13231
/interface wireguard peers add interface=ke-pusat endpoint-address=203.0.113.2 public-key="${key('A')}"
/ip address add address=10.32.34.18/30 interface=ke-pusat
/ip address add address=10.32.19.73/30 interface=sfp-sfpplus1
/ip address add address=10.32.20.122/29 interface=sfp-sfpplus2
/ip address add address=198.51.100.138/30 interface=ether1
/routing ospf interface-template add interfaces=sfp-sfpplus1 cost=77
/routing bgp connection add name=a as=4200000777 remote.as=4200000000
/system identity set name=bpbd
`
  const dishub = `/interface wireguard add name=wg1 listen-port=13232
/interface wireguard peers add interface=wg1 endpoint-address=${handOff === undefined ? '' : addressText(handOff)} public-key="${key('B')}"
/system identity set name=dishub
`
  const proposal = await imported(
    new Map([
      ['bpbd.rsc', Buffer.from(bpbd)],
      ['dishub.rsc', Buffer.from(dishub)],
    ]),
    known,
  )
  const ledger = proposedLedger(proposal.drafts, known.network, inventory.ledger)
  const before = parseLedger(inventory.ledger).value.entries
  const changed = [...parseLedger(ledger?.text ?? '').value.entries].filter(
    ([key, { value }]) => before.get(key)?.value !== value,
  )
  expect(changed.map(([key, { value }]) => `${key} ${value}`)).toEqual([
    'router/bpbd/as 4200000777',
    `router/core-1/public-key ${key('A')}`,
    'tunnel/ckt-bpbd-cadangan/uplink-1/port 13231',
    'tunnel/ckt-bpbd-cadangan/uplink-1/v4 10.32.34.16/30',
    'tunnel/ckt-dishub-cadangan/core-1/port 13232',
  ])
  const told = proposal.drafts.flatMap(({ facts }) => facts.filter(({ certainty }) => certainty === 'contradicted'))
  expect(told.map(({ key, why, from }) => [key, why?.en, from[0]?.row])).toEqual([
    ['(link/utara-4/v4)', 'this router holds the address that Serat gives the other end; swap a and b of its route', 4],
    ['(link/utara-5/v4)', 'its length is /29; Serat gives /30', 5],
    ['(transfer/ckt-bpbd-cadangan/site/v4)', 'the file of circuit ckt-bpbd-cadangan says 198.51.100.134/30', 6],
    ['(router/core-1/public-key)', `bpbd says ${key('A')}`, 2],
  ])
})

test('an inventory that was never built gets a ledger of those numbers alone, and its ULA is made by the first build', async () => {
  const proposal = await imported(
    new Map([
      [
        'bpbd.rsc',
        Buffer.from(
          '/ip address add address=10.32.34.18/30 interface=wg-ckt-bpbd-cadangan-uplink-1\n/system identity set name=bpbd\n',
        ),
      ],
    ]),
    known,
  )
  const ledger = parseLedger(proposedLedger(proposal.drafts, known.network, '')?.text ?? '').value
  expect([...ledger.entries].map(([key, { value }]) => `${key} ${value}`)).toEqual([
    'tunnel/ckt-bpbd-cadangan/uplink-1/v4 10.32.34.16/30',
  ])
  expect([...(ledger.released ?? [])]).toEqual(['network/klaten/ula'])
})
