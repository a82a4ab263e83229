import { describe, expect, it } from 'vitest'
import { commandsOf } from './commands.ts'
import { apply, applyAll, itemsOf, nothing } from './configuration.ts'
import { quote } from '../text.ts'

const one = (script: string): ReturnType<typeof commandsOf>[number] => {
  const [command] = commandsOf(script)
  if (command === undefined) throw new Error(script)
  return command
}

describe('a command', () => {
  it.each([
    ['/ip address add address=10.0.0.1/24 interface=ether1'],
    ['/ip/address/add address=10.0.0.1/24 interface=ether1'],
    ['/ip/address add address="10.0.0.1/24" interface="ether1"'],
    ['/ip address\nadd address=10.0.0.1/24 interface=ether1'],
    ['/ip address\r\nadd address=10.0.0.1/24 \\\r\n    interface=ether1\r\n'],
    ['/ip address; add address=10.0.0.1/24 interface=ether1'],
    ['/ip address\r\nadd address=\\\r\n    10.0.0.1/24 interface=ether1\r\n'],
    ['/ip address\nadd address=\\\n    "10.0.0.1/24" interface=\\\n    ether1'],
    ['# a comment\n/ip address\n  # another\nadd address=10.0.0.1/24 interface=ether1'],
  ])('is read however it is written: %j', script => {
    const { menu, verb, values, faults } = one(script)
    expect([menu, verb, [...values], faults]).toEqual([
      '/ip address',
      'add',
      [
        ['address', '10.0.0.1/24'],
        ['interface', 'ether1'],
      ],
      [],
    ])
  })
  it('knows its line', () =>
    expect(commandsOf('\n# x\n/ip address\n\nadd a=1\nadd \\\n b=2').map(({ line }) => line)).toEqual([5, 6]))
  it('has arguments without a value, and such as are taken back', () =>
    expect([...one('/ip route add dst-address=1.2.3.0/24 blackhole !comment').flags]).toEqual([
      'blackhole',
      '!comment',
    ]))
  it.each([
    ['[find name=a]', { find: [{ key: 'name', operator: '=', value: 'a' }] }],
    [
      '[ find where name="a b" and comment~"^x" ]',
      {
        find: [
          { key: 'name', operator: '=', value: 'a b' },
          { key: 'comment', operator: '~', value: '^x' },
        ],
      },
    ],
    [
      '[find default !disabled]',
      {
        find: [
          { key: 'default', operator: '=', value: 'yes' },
          { key: 'disabled', operator: '=', value: 'no' },
        ],
      },
    ],
    ['telnet,ftp', { names: ['telnet', 'ftp'] }],
    ['*1F', { names: ['*1F'] }],
  ])('acts on %s', (written, target) => expect(one(`/ip service set ${written} disabled=yes`).target).toEqual(target))
  it.each([
    ['add comment="never ends', 'a string is never closed'],
    ['add comment="cost $price"', 'a variable stands in a string'],
    ['add address=$x', 'a variable stands where a value is read'],
    ['set [find name=a', '`[` is never closed'],
    ['add a=1 a=2', '`a` is given twice'],
    ['add comment="\\q"', '`\\q` is no escape'],
    ['frobnicate a=1', 'no command that is known'],
  ])('that a router would refuse says why: %s', (text, fault) =>
    expect(one(`/ip address\n${text}`).faults).toEqual([fault]),
  )
  it('reads what quoting writes, whatever it is', () => {
    for (const text of ['plain', 'say "yes" \\ $x ?', 'kafé – 1', "'", '[find] {x} ; # no', '']) {
      expect(one(`/a add comment=${quote(text).text}`).values.get('comment')).toBe(text)
    }
  })
  it('knows the short form of an export for arguments of one group', () =>
    expect([
      ...one('/routing bgp connection add remote.address=10.0.0.1 .as=65001 local.role=ebgp').values.keys(),
    ]).toEqual(['remote.address', 'remote.as', 'local.role']))
  it('undoes the line breaks of an export', () =>
    expect(one('/system note set note="one\\r\\\r\n    \\ntwo"').values.get('note')).toBe('one\r\ntwo'))
})

describe('a configuration', () => {
  const after = (script: string): string[] =>
    itemsOf(applyAll(nothing, commandsOf(script)).configuration, '/x').map(({ values }) =>
      [...values.values()].join(' '),
    )
  it.each([
    ['add', '/x add name=a\n/x add name=b', ['a', 'b']],
    ['add in front of another', '/x add name=a\n/x add name=b place-before=[find name=a]', ['b', 'a']],
    ['set one', '/x add name=a\n/x add name=b\n/x set [find name=b] v=1', ['a', 'b 1']],
    ['set all that match', '/x add name=a k=1\n/x add name=b k=1\n/x set [find k=1] v=2', ['a 1 2', 'b 1 2']],
    ['set by name', '/x add name=a\n/x set a v=1', ['a 1']],
    ['settings', '/x set v=1\n/x set w=2', ['1 2']],
    ['remove', '/x add name=a\n/x add name=b\n/x remove [find name=a]', ['b']],
    ['remove what is not there', '/x add name=a\n/x remove [find name=z]', ['a']],
    ['disable', '/x add name=a\n/x disable [find name=a]', ['a yes']],
    ['enable', '/x add name=a disabled=yes\n/x enable a', ['a no']],
    ['unset', '/x add name=a v=1\n/x unset [find name=a] v', ['a']],
    [
      'move',
      '/x add name=a\n/x add name=b\n/x add name=c\n/x move [find name=c] destination=[find name=a]',
      ['c', 'a', 'b'],
    ],
    ['take back', '/x add name=a v=1\n/x set a !v', ['a']],
  ])('knows %s', (_, script, items) => expect(after(script)).toEqual(items))
  it('says what a script takes for granted', () =>
    expect(
      itemsOf(applyAll(nothing, commandsOf('/x set [find default-name=ether1] mtu=1500')).configuration, '/x'),
    ).toEqual([
      {
        values: new Map([
          ['default-name', 'ether1'],
          ['mtu', '1500'],
        ]),
        flags: new Set(),
        presumed: true,
      },
    ]))
  it('stops at a fault and keeps what was before', () => {
    const { configuration, faults } = applyAll(nothing, commandsOf('/x add name=a\n/x add comment="\n/x add name=b'))
    expect([itemsOf(configuration, '/x').length, faults]).toEqual([1, ['a string is never closed']])
  })
  it('is never changed in place', () => {
    const before = apply(nothing, one('/x add name=a')).configuration
    apply(before, one('/x remove [find name=a]'))
    expect(itemsOf(before, '/x')).toHaveLength(1)
  })
})
