import { expect, test } from 'vitest'
import { sentencesOf } from '../platforms/reading/sentences.ts'
import { sentenceChanges } from './sentence-changes.ts'

function changesOf(file: string, before: string, after: string): string[] {
  const { removed, added, moved } = sentenceChanges({
    before: sentencesOf(file, before),
    after: sentencesOf(file, after),
  })
  return [
    ...removed.map(({ block, text }) => `- ${block}: ${text}`),
    ...added.map(({ block, text }) => `+ ${block}: ${text}`),
    ...moved.map(({ block, text }) => `~ ${block}: ${text}`),
  ]
}

test('RouterOS: comments, the order of arguments and of what has no order are no change', () => {
  const before = '# made\n/ip address\nadd address=10.0.0.1/30 interface=a\nadd address=10.0.0.5/30 interface=b\n'
  const after =
    '# made anew\n/ip address add interface=b address=10.0.0.5/30\n/ip address\nadd interface=a address=10.0.0.1/30\n'
  expect(changesOf('a.rsc', before, after)).toEqual([])
  expect(changesOf('a.rsc', before, after.replace('10.0.0.5', '10.0.0.9'))).toEqual([
    '- /ip address: add address=10.0.0.5/30 interface=b',
    '+ /ip address: add address=10.0.0.9/30 interface=b',
  ])
})

test('RouterOS: a rule at another place is another filter', () => {
  const rules = [
    'add chain=input action=accept',
    'add chain=input action=drop src-address=10.0.0.0/8',
    'add chain=forward',
  ]
  const text = (order: readonly number[]): string => `/ip firewall filter\n${order.map(i => rules[i]).join('\n')}\n`
  expect(changesOf('a.rsc', text([0, 1, 2]), text([0, 1, 2]))).toEqual([])
  expect(changesOf('a.rsc', text([0, 1, 2]), text([1, 0, 2]))).toHaveLength(1)
  expect(changesOf('a.rsc', text([0, 1, 2]), text([1, 0, 2]))[0]).toMatch(/^~ \/ip firewall filter: add/)
})

test('RouterOS: what is set is found by its condition, and a value in quotes keeps its words', () => {
  const text = (comment: string): string =>
    `/interface ethernet\nset [ find default-name=ether1 ] mtu=1500 comment="${comment}"\n`
  expect(changesOf('a.rsc', text('to a=b x'), text('to c'))).toEqual([
    '- /interface ethernet: set [find default-name=ether1] comment="to a=b x" mtu=1500',
    '+ /interface ethernet: set [find default-name=ether1] comment="to c" mtu=1500',
  ])
})

test('FRR: blocks may come in another order, lines without a block too', () => {
  const a = 'interface a\n ip address 10.0.0.1/30\nexit\n'
  const b = 'router bgp 1\n address-family ipv4 unicast\n  network 10.0.0.0/8\n exit-address-family\nexit\n'
  expect(changesOf('frr.conf', `! x\n${a}${b}`, `${b}!\n${a}`)).toEqual([])
  expect(changesOf('frr.conf', a + b, a + b.replace('10.0.0.0/8', '10.0.0.0/9'))).toEqual([
    '- router bgp 1 > address-family ipv4 unicast: network 10.0.0.0/8',
    '+ router bgp 1 > address-family ipv4 unicast: network 10.0.0.0/9',
  ])
})

test('nftables: elements of a set have no order, rules of a chain do', () => {
  const text = (elements: string, rules: string): string =>
    `table inet serat {\n  set s {\n    type ifname\n    elements = {\n${elements}    }\n  }\n  chain c {\n${rules}  }\n}\n`
  expect(changesOf('nftables.conf', text('"a",\n"b",\n', 'x accept\n'), text('"b",\n"a",\n', 'x accept\n'))).toEqual([])
  expect(
    changesOf('nftables.conf', text('"a",\n', 'x accept\ny drop\n'), text('"a",\n', 'y drop\nx accept\n')),
  ).toHaveLength(1)
  expect(changesOf('nftables.conf', text('"a",\n', 'x accept\n'), text('"b",\n', 'x accept\n'))).toEqual([
    '- table inet serat > set s > elements: "a"',
    '+ table inet serat > set s > elements: "b"',
  ])
})

test('networkd, Junos and IOS XE: sections, statements and stanzas', () => {
  const route = (to: string): string => `[Route]\nDestination=${to}\nGateway=10.0.0.1\n\n`
  expect(changesOf('networkd/a.network', route('a') + route('b'), route('b') + route('a'))).toEqual([])
  expect(changesOf('networkd/a.network', route('a') + route('b'), route('a') + route('c'))).toEqual([
    '- [Route]: Destination=b; Gateway=10.0.0.1',
    '+ [Route]: Destination=c; Gateway=10.0.0.1',
  ])
  expect(changesOf('.set', '# x\nset system host-name a\n', 'set system host-name b\n')).toEqual([
    '- system host-name: system host-name a',
    '+ system host-name: system host-name b',
  ])
  const list = 'ip access-list extended x\n permit ip any any\n deny ip any any\n'
  expect(changesOf('.cfg', list, 'ip access-list extended x\n deny ip any any\n permit ip any any\n')).toHaveLength(1)
})
