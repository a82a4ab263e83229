import { expect, test } from 'vitest'
import { compile } from '../../compile.ts'
import { compareRunning, type Comparison } from '../../exchange/running/compare.ts'
import { saidIn } from '../../exchange/running/said.ts'
import { places } from '../../load/kinds.ts'
import { readInventory } from '../../source/read.ts'

const inventory = readInventory('sites', places)
const compiled = compile({
  sources: inventory.sources,
  ledger: inventory.ledger,
  documents: inventory.documents,
  today: '2026-11-02',
  entropy: new Uint8Array(16),
})
const files = [...compiled.drafts(compiled.network?.routers.keys() ?? [])].map(({ path, content }) => {
  const text = content()
  return { path, text: typeof text === 'string' ? text : '' }
})

function compared(path: string, running: string, ours: string): Comparison {
  return compareRunning(saidIn(path, running).sentences, saidIn(path, ours).sentences)
}

test('our own rendered routers, with their secrets in them and CRLF: nothing unexplained, and no secret in the answer', () => {
  expect(files.length).toBeGreaterThan(46)
  for (const { path, text } of files) {
    const live = text
      .replace(/<secret:([^>]*)>/g, (_, name: string) => `RAHASIA-${name.replace(/\W/g, '-')}`)
      .replaceAll('\n', '\r\n')
    const comparison = compared(path, live, text)
    expect([path, comparison.contradicted, comparison.unknown, comparison.missing, comparison.moved]).toEqual([
      path,
      [],
      [],
      [],
      [],
    ])
    expect(JSON.stringify(saidIn(path, live))).not.toContain('RAHASIA')
  }
})

test('what is a secret by its place is printed nowhere', () => {
  const live = [
    '/snmp community add name=RAHASIA1 addresses=10.0.0.0/8',
    '/snmp set trap-community=RAHASIA1',
    '/ppp secret add name=kantor password=RAHASIA2',
    '/interface wireless security-profiles add name=wifi wpa2-pre-shared-key=RAHASIA3',
    '/ip ipsec identity add peer=a secret=\\',
    '    RAHASIA4',
    '/system script add name=unggah source="/tool fetch url=ftp://noc:RAHASIA5@10.0.0.1 password=RAHASIA6"',
    '/routing ospf interface add interface=ether1 authentication-key=RAHASIA7',
    '/radius add address=10.0.0.2 secret="RAHASIA8"',
  ].join('\r\n')
  const others: readonly (readonly [string, string])[] = [
    [
      'frr.conf',
      'router bgp 65000\n neighbor 10.0.0.1 password RAHASIA9\ninterface eth0\n ip ospf message-digest-key 1 md5 RAHASIA10\n',
    ],
    [
      'a.set',
      'set system root-authentication encrypted-password "RAHASIA11"\nset protocols bgp group a authentication-key "RAHASIA12"\nset snmp community RAHASIA13\n',
    ],
    [
      'a.cfg',
      'username a secret 9 RAHASIA14\nsnmp-server community RAHASIA15 RO\ncrypto isakmp key RAHASIA16 address 10.0.0.1\nsnmp-server user u g v3 auth sha RAHASIA17 priv aes 128 RAHASIA18\n',
    ],
    ['wg.netdev', '[WireGuard]\nPrivateKey=RAHASIA19\n[WireGuardPeer]\nPresharedKey=RAHASIA20\n'],
  ]
  for (const [name, text] of [['a.rsc', live] as const, ...others])
    expect(JSON.stringify(saidIn(name, text))).not.toMatch(/RAHASIA\d/)
})
