import { expect, it } from 'vitest'
import { digestsOf, remembered } from '../secrets/digests.ts'
import type { Secrets, Template } from '../secrets/template.ts'
import { frrLive } from './frr-text.ts'

const key = 'kunci-ospf-uji'
const digestKey = 'kunci-sidik-uji-0123456789'
const template: Template = {
  text: [
    'interface near0',
    ' description ke pusat',
    ' ip ospf authentication message-digest',
    ' ip ospf message-digest-key 1 md5 <secret:ospf/uji>',
    'exit',
    'router bgp 64512',
    ' neighbor 192.0.2.1 password <secret:bgp/uji>',
    'exit',
    '',
  ].join('\n'),
  forms: ['frr:16', 'frr:80'],
}
const all: Secrets = {
  of: name => (name === 'ospf/uji' ? key : 'sandi-bgp-uji'),
  all: () => new Map([['ospf/uji', key]]),
}
const none: Secrets = { of: () => undefined, all: () => new Map() }
const running = template.text.replace('<secret:ospf/uji>', key).replace('<secret:bgp/uji>', 'sandi-bgp-uji')

it.each([
  ['nothing', running, 'nothing'],
  ['a description', running.replace('ke pusat', 'ke mana'), 'a line'],
  ['a line more', running.replace(' ip ospf auth', ' ip ospf cost 7\n ip ospf auth'), 'a line'],
  ['a key', running.replace(key, 'kunci-lain'), 'a value'],
  ['the password of a neighbour', running.replace('sandi-bgp-uji', 'sandi-lain'), 'a value'],
])(
  'row 3: what a preview says without a secret is what it says with all of them: by hand was changed %s',
  (_, live, what) => {
    const having = frrLive(template, live, all)
    expect(having === template.text).toBe(what === 'nothing')
    expect(having).not.toMatch(/kunci|sandi/)
    const digests = digestsOf([template], all, digestKey)
    const unknown = new Set<string>()
    const note = (name: string): unknown => unknown.add(name)
    expect(frrLive(template, live, remembered(none, { digests, key: digestKey, unknown: note }))).toBe(having)
    expect(unknown).toEqual(new Set())
    const lacking = frrLive(template, live, remembered(none, { digests, key: undefined, unknown: note }))
    expect(lacking).toBe(what === 'a value' ? template.text : having)
    expect(unknown).toEqual(new Set(['ospf/uji', 'bgp/uji']))
  },
)
