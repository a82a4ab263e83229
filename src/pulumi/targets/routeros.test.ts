import { expect, it } from 'vitest'
import { itemsOf, type Configuration, type Item } from '../../platforms/routeros/script/configuration.ts'
import { digestsOf, remembered } from '../secrets/digests.ts'
import type { Secrets } from '../secrets/template.ts'
import { Killed, leafMeetings, secrets, type Meeting } from './routeros.fixture.ts'

/** The target against a stand-in in one process, by one clock of the test's: no device has met either. */
const { old, unit, oldUnit, nextUnit, fresh, deployed, drift, words } = leafMeetings()

it.each([
  ['a rule that opens', '/ip firewall filter add chain=input action=accept comment="by hand"'],
  ['a service', '/ip service set [find name=telnet] disabled=no'],
  ['the note', '/system note set note="hello"'],
  ['an address', '/ip address set [find comment=loopback] comment="x"'],
  ['an address that is gone', '/ip address remove [find comment="ckt-kec-00010 to core-2"]'],
  ['a name server', '/ip dns set servers=192.0.2.53'],
  ['a route', '/routing rule remove [find dst-address=203.0.113.2/32]'],
  ['the order of rules', '/ip firewall filter move [find comment=bfd] destination=[find comment=invalid chain=input]'],
  ['a key of a tunnel', '/interface wireguard peers set [find interface=wg-ckt-kec-00010-uplink-2] endpoint-port=1'],
])(`what was changed by hand is told and brought back: %s${words}`, async (_, command) => {
  const meeting = await deployed()
  expect(meeting.router.type(command)).toBe('')
  expect((await drift(meeting, oldUnit)).length).toBeGreaterThan(0)
  await meeting.target.apply(oldUnit, oldUnit, secrets)
  expect(await drift(meeting, oldUnit)).toEqual([])
  await meeting.target.apply(nextUnit, oldUnit, secrets)
  expect(await drift(meeting, nextUnit)).toEqual([])
})

it('a router that has the address of another is not given its configuration', async () => {
  const meeting = await deployed()
  const other = unit(
    old.replaceAll('kec-00010', 'kec-00011').replace(/comment=[0-9a-f]{16}/, 'comment=0123456789abcdef'),
  )
  meeting.said.length = 0
  await expect(meeting.target.apply({ ...other, name: 'kec-00011' }, undefined, secrets)).rejects.toThrow(
    /answers a router that calls itself kec-00010; nothing was changed/,
  )
  expect(meeting.said.filter(command => !command.startsWith('/export'))).toEqual([])
})

it.each<[string, (meeting: Meeting) => void, RegExp]>([
  [
    'its backup is refused',
    ({ router }) => {
      router.misbehaviour = { refuses: '/system backup save' }
    },
    /no backup, nothing was changed: expected end/,
  ],
  [
    'its backup is lost',
    ({ router }) => {
      router.misbehaviour = { losesBackups: true }
    },
    /no backup, nothing was changed: no file/,
  ],
  [
    'its disk is full',
    ({ router }) => {
      router.misbehaviour = { diskBytes: 22_000 }
    },
    /cannot be sent, nothing was changed/,
  ],
  [
    'it stops in the middle of the file',
    ({ router }) => {
      router.misbehaviour = { refuses: '/ip firewall mangle add' }
    },
    /stopped in the middle of the change/,
  ],
  [
    'it restarts before anybody confirms',
    meeting => {
      meeting.mischief = { onWait: () => void (meeting.router.restarts === 1 && meeting.router.restart()) }
    },
    /did not begin the change/,
  ],
  [
    'its deployer is killed while it loads',
    meeting => {
      meeting.mischief = { ask: killing(meeting) }
    },
    /killed/,
  ],
])(
  `a first load that goes wrong is taken back, and the next \`up\` loads it: %s${words}`,
  async (_, goesWrong, why) => {
    const meeting = fresh('darurat')
    const before = held(meeting)
    goesWrong(meeting)
    await expect(meeting.target.apply(oldUnit, undefined, secrets)).rejects.toThrow(why)
    meeting.mischief = {}
    meeting.router.misbehaviour = {}
    meeting.passes(16 * 60)
    expect([meeting.isArmed, held(meeting)]).toEqual([false, before])
    await meeting.target.apply(oldUnit, undefined, secrets)
    expect(await drift(meeting, oldUnit)).toEqual([])
    expect([...meeting.router.files.keys()]).toEqual([])
  },
)

const noSecrets: Secrets = { of: () => undefined, all: () => new Map() }
const digestKey = 'kunci-sidik-uji-0123456789'

it.each([
  ['nothing', []],
  ['a service', ['/ip service set [find name=telnet] disabled=no']],
  ['a value that is secret', ['/snmp community set [find name=noc-snmp] authentication-password=lain-sekali']],
  [
    'both',
    ['/system note set note=x', '/interface wireguard set [find name=wg-ckt-kec-00010-uplink-1] private-key=lain'],
  ],
])(
  `row 3: what a preview says without a secret is what it says with all of them: by hand was changed %s${words}`,
  async (_, commands) => {
    const meeting = await deployed('darurat')
    for (const command of commands) expect(meeting.router.type(command)).toBe('')
    const having = await drift(meeting, oldUnit)
    expect(having.length).toBe(commands.length)
    const digests = digestsOf(oldUnit.files.values(), secrets, digestKey)
    const unknown = new Set<string>()
    const note = (name: string): unknown => unknown.add(name)
    expect(await drift(meeting, oldUnit, remembered(noSecrets, { digests, key: digestKey, unknown: note }))).toEqual(
      having,
    )
    expect(unknown).toEqual(new Set())
    // Without the key of the digests equality of values is unknown, and nothing else.
    const lacking = await drift(meeting, oldUnit, remembered(noSecrets, { digests, key: undefined, unknown: note }))
    expect(lacking).toEqual(having.filter(text => !/-(key|password)$/.test(text)))
    expect(unknown.has('tunnel/kec-00010')).toBe(true)
  },
)

it('an account without rights is refused before a byte is sent', async () => {
  const meeting = await deployed()
  meeting.router.type('/user group add name=half policy=ssh,read,write,test')
  meeting.router.type('/user set [find name=darurat] group=half')
  meeting.said.length = 0
  await expect(meeting.target.apply(nextUnit, oldUnit, secrets)).rejects.toThrow(
    /may not change it, nothing was sent: its group lacks ftp, policy, reboot, password, sensitive/,
  )
  expect(meeting.said.filter(command => !/^(\/export|:put \[\/user group get)/.test(command))).toEqual([])
})

it('an account that may only read is enough to read, and is not shown a secret', async () => {
  const meeting = await deployed()
  const found = await meeting.target.read(oldUnit, secrets)
  expect(meeting.router.policiesOf('noc-ro').has('write')).toBe(false)
  expect(meeting.router.type('/system identity set name=x', 'noc-ro')).toContain('not enough permissions')
  expect(meeting.router.type('/export show-sensitive terse', 'noc-ro')).not.toContain('A'.repeat(43))
  if (found.kind !== 'there') throw new Error(found.kind)
  expect(await drift(meeting, oldUnit)).toEqual([])
  expect(found.hidden).toContain('tunnel/kec-00010')
  meeting.router.type('/ip service set [find name=telnet] disabled=no')
  expect((await drift(meeting, oldUnit)).join()).toMatch(/is another: \/ip service name=telnet/)
})

const tunnel = 'wg-ckt-kec-00010-uplink-1'

/**
 * Whether a session of the NOC's gets through the first tunnel to the loopback: what each menu says to it, by the
 * test's own reading.
 */
function nocGetsIn(configuration: Configuration): boolean {
  const rows = (menu: string): readonly Item[] => itemsOf(configuration, menu)
  const has = (menu: string, wanted: Readonly<Record<string, string>>): boolean =>
    rows(menu).some(
      ({ values }) =>
        values.get('disabled') !== 'yes' && Object.entries(wanted).every(([key, value]) => values.get(key) === value),
    )
  const matches = ({ values }: Item): boolean =>
    values.get('chain') === 'input' &&
    values.get('disabled') !== 'yes' &&
    (!values.has('in-interface') || values.get('in-interface') === tunnel) &&
    (!values.has('in-interface-list') ||
      has('/interface list member', { list: values.get('in-interface-list') ?? '', interface: tunnel })) &&
    (!values.has('src-address-list') ||
      has('/ip firewall address-list', { list: values.get('src-address-list') ?? '', address: '10.1.0.0/24' })) &&
    (values.get('src-address') ?? '10.1.0.0/24') === '10.1.0.0/24' &&
    (values.get('protocol') ?? 'tcp') === 'tcp' &&
    (values.get('dst-port') ?? '22').split(',').includes('22') &&
    !values.has('connection-state')
  return (
    rows('/ip firewall filter').find(matches)?.values.get('action') === 'accept' &&
    has('/ip address', { address: '10.2.27.112/32', interface: 'lo0' }) &&
    has('/ip address', { address: '10.7.189.222/30', interface: tunnel }) &&
    has('/interface bridge', { name: 'lo0' }) &&
    has('/interface wireguard', { name: tunnel, 'listen-port': '43765' }) &&
    has('/interface wireguard peers', { interface: tunnel, 'public-key': '<public-key:core-1>' }) &&
    has('/routing rule', { 'dst-address': '203.0.113.2/32', table: 'under-ckt-kec-00010' }) &&
    !has('/ip route', { 'dst-address': '10.1.0.0/24' }) &&
    has('/user', { name: 'darurat', group: 'full' }) &&
    (
      rows('/ip service')
        .find(({ values }) => values.get('name') === 'ssh')
        ?.values.get('address') ?? ''
    ).includes('10.1.0.0/24')
  )
}

/** A whole file with one mistake in it that nobody saw. */
function mistaken(from: string | RegExp, to: string): string {
  const text = old.replace(from, to)
  expect(text).not.toBe(old)
  return text.replace(/comment=[0-9a-f]{16}/, 'comment=fedcba9876543210')
}

const cuts: readonly (readonly [string, string | RegExp, string])[] = [
  ['the filter: its rule is gone', /add chain=input .*comment="ssh-from-noc"\n/, ''],
  [
    'the filter: another rule stands before it',
    'add chain=input action=accept protocol=icmp icmp-options=8:0-255 limit=50,100:packet comment="echo"',
    'add chain=input action=drop protocol=tcp comment="no tcp"\nadd chain=input action=accept protocol=icmp ' +
      'icmp-options=8:0-255 limit=50,100:packet comment="echo"',
  ],
  ['the filter: the NOC is another network', 'add list=noc address=10.1.0.0/24', 'add list=noc address=10.1.9.0/24'],
  ['the filter: the tunnel is no longer of the backbone', `add list=backbone interface=${tunnel}\n`, ''],
  ['a route: the end of the tunnel is looked for inside', /\/routing rule add dst-address=203\.0\.113\.2\/32 .*\n/, ''],
  [
    'a route: the NOC is thrown away',
    '/routing rule add dst-address=203',
    '/ip route add dst-address=10.1.0.0/24 blackhole\n/routing rule add dst-address=203',
  ],
  ['an address: another loopback', 'add address=10.2.27.112/32', 'add address=10.2.27.113/32'],
  ['an address: another end of the tunnel', 'add address=10.7.189.222/30', 'add address=10.7.189.218/30'],
  ['a bridge: that of the loopback is off', 'name=lo0 protocol-mode=none', 'name=lo0 protocol-mode=none disabled=yes'],
  ['a key: the tunnel has another peer', '<public-key:core-1>', 'aW5pIGt1bmNpIHlhbmcgc2FsYWggc2VrYWxpISEhISE='],
  ['a tunnel: it listens elsewhere', 'listen-port=43765', 'listen-port=43766'],
  ['a service: SSH is for others', /set ssh address=\S+/, 'set ssh address=192.0.2.0/24'],
  ['an account: whoever deploys may only read', 'add name=darurat group=full', 'add name=darurat group=noc_read'],
]

it.each(cuts)(
  `what cuts management is taken back by the router alone, its deployer killed: %s${words}`,
  async (_, from, to) => {
    const meeting = await deployed()
    const { router } = meeting
    const before = held(meeting)
    meeting.reaches = () => nocGetsIn(router.configuration())
    expect(meeting.reaches()).toBe(true)
    meeting.mischief = { ask: killing(meeting) }
    const bad = unit(mistaken(from, to))
    await expect(meeting.target.apply(bad, oldUnit, secrets)).rejects.toThrow(/killed/)
    expect([meeting.reaches(), meeting.isArmed]).toEqual([false, true])
    meeting.passes(14 * 60)
    expect(meeting.reaches()).toBe(false)
    meeting.passes(2 * 60)
    expect([meeting.reaches(), meeting.isArmed, held(meeting)]).toEqual([true, false, before])
    // A deployer that lives says so, and the router does the same.
    meeting.mischief = {}
    await expect(meeting.target.apply(bad, oldUnit, secrets)).rejects.toThrow(/does not answer|could not be confirmed/)
    meeting.passes(16 * 60)
    expect(held(meeting)).toBe(before)
    // The next configuration goes by the other tunnel.
    meeting.reaches = () => true
    await meeting.target.apply(nextUnit, oldUnit, secrets)
    expect(await drift(meeting, nextUnit)).toEqual([])
  },
)

/** The deployer is gone once the router has begun. */
function killing({ router }: Meeting): NonNullable<Meeting['mischief']['ask']> {
  return (command, go) => {
    if (!command.startsWith('/execute')) return go()
    go()
    router.work()
    throw new Killed('killed')
  }
}

function held({ router }: Meeting): string {
  const { menus } = router.configuration()
  return JSON.stringify([...menus].map(([menu, items]) => [menu, items.map(({ values }) => [...values])]))
}
