import { parsePrefix } from '../../../model/ip.ts'
import { dhcpFact, natFact, networkText, type At, type Meaning } from '../../reading/meaning.ts'
import type { Folder } from '../../reading/folder.ts'
import { judgeOf, zonesOf } from './filter.ts'
import { bgpFacts, ospfFacts } from './routing.ts'
import { groups, value, values } from '../../reading/patterns.ts'
import { byFirst, secretIn, statementsOf, type Statements } from './text.ts'
import { closed } from './closed.ts'
import { shaping } from './shaping.ts'
import { unitsOf } from './units.ts'

export function readJunos(folder: Folder): Meaning {
  const statements = statementsOf(folder)
  const keys = keysOf(statements)
  const at: At = name => keys.get(name) ?? `?${name}`
  const facts = [
    ...identity(statements),
    ...addresses(statements, at),
    ...ospfFacts(statements, at),
    ...bgpFacts(statements),
    ...tunnels(statements, at),
    ...routes(statements, at),
    ...translation(statements, at),
    ...shaping(statements, at),
    ...dhcp(statements),
    ...services(statements),
    ...closed(statements, at),
  ]
  return { facts: new Set(facts), keys, ...judgeOf(statements, keys), unread: unreadOf(statements) }
}

/** The loopback of the instance that carries GRE repeats outer addresses. */
function keysOf(statements: Statements): Map<string, string> {
  return new Map(
    unitsOf(statements).flatMap(({ name, addresses, lines }): [string, string][] => {
      const v4 = addresses.find(address => !address.includes(':'))
      const client = lines.some(line => line === 'family inet dhcp' || line.startsWith('family inet dhcp '))
      return name === 'lo0.1' || (v4 === undefined && !client) ? [] : [[name, v4 ?? 'dhcp']]
    }),
  )
}

function identity({ below }: Statements): string[] {
  const system = below('system')
  const message = value(system, /^login message "(.*)"$/) ?? '?'
  return [
    `hostname ${value(system, /^host-name (\S+)$/)}`,
    `domain ${value(system, /^domain-name (\S+)$/)}`,
    `time-zone ${value(system, /^time-zone (\S+)$/)}`,
    `banner ${message.replace(/\\n$/, '').replaceAll('\\n', ' | ')}`,
  ]
}

function addresses(statements: Statements, at: At): string[] {
  const zones = zonesOf(statements)
  const local = statements.below('firewall interface-set local')
  return unitsOf(statements)
    .filter(({ name }) => name !== 'lo0.1')
    .flatMap(({ name, addresses: own, lines }) => {
      if (name === 'lo0.0') return own.map(address => `loopback ${address}`)
      if (local.includes(name)) return own.map(address => `local-port ${address}`)
      const vlan = value(lines, /^vlan-id (\d+)$/) ?? vlanOf(statements, name)
      const said = [
        ...own.map(address => (address === at(name) ? `address ${address}` : `address ${at(name)} has ${address}`)),
        ...(at(name) === 'dhcp' ? ['address dhcp'] : []),
      ]
      return [
        ...said.map(text => (zones.has(name) ? text : `?${text}`)),
        ...(vlan === undefined || vlan === '0' || said.length === 0 ? [] : [`vlan ${at(name)} ${vlan}`]),
      ]
    })
}

function vlanOf({ below }: Statements, name: string): string | undefined {
  const [, lines] = [...byFirst(below('vlans'))].find(([, own]) => own.includes(`l3-interface ${name}`)) ?? []
  return value(lines ?? [], /^vlan-id (\d+)$/)
}

function tunnels(statements: Statements, at: At): string[] {
  const { below } = statements
  const mss = value(below('security flow'), /^tcp-mss ipsec-vpn mss (\d+)$/)
  return [...byFirst(values(below('security ipsec'), /^vpn (.*)$/))].flatMap(([, vpn]) => {
    const bound = value(vpn, /^bind-interface (\S+)$/) ?? '?'
    const gateway = below(`security ike gateway ${value(vpn, /^ike gateway (\S+)$/)}`)
    const policy = below(`security ike policy ${value(gateway, /^ike-policy (\S+)$/)}`)
    const gre = vpn.includes('ike proxy-identity service junos-gre')
    const name = gre ? bound.replace(/^st0/, 'gr-0/0/0') : bound
    const [port, unit] = name.split('.')
    const lines = below(`interfaces ${port} unit ${unit}`)
    const [mtu, mtu6] = ['inet', 'inet6'].map(family => value(lines, new RegExp(`^family ${family} mtu (\\d+)$`)))
    const start = value(vpn, /^establish-tunnels (\S+)$/)
    return [
      `tunnel ${at(name)} ${gre ? 'gre-ipsec' : 'ipsec'} ` +
        `from=${value(gateway, /^local-address (\S+)$/) ?? 'unknown'} ` +
        `to=${value(gateway, /^address (\S+)$/) ?? 'unknown'} ` +
        `secret=${secretIn(value(policy, /^pre-shared-key ascii-text (.*)$/))} ` +
        `${start === 'immediately' ? 'begins' : start === 'responder-only' ? 'answers' : 'nobody'}`,
      `tunnel-size ${at(name)} mtu=${mtu === mtu6 ? mtu : '?'}`,
      `tunnel-mss ${at(name)} v6=${mss}`,
    ]
  })
}

function routes({ below }: Statements, at: At): string[] {
  const lines = [
    ...values(below('routing-options'), /^static route (.*)$/),
    ...values(below('routing-options'), /^rib inet6\.0 static route (.*)$/),
  ]
  return [
    ...lines.flatMap(line => {
      const [to, via] = groups([line], /^(\S+) next-hop (\S+)$/) ?? []
      if (to !== undefined) return [`route ${to} via ${via}`]
      const anchor = /^(\S+) discard$/.exec(line)?.[1]
      return anchor === undefined ? [] : [`route ${anchor} via drop`]
    }),
    ...besides(below, at),
  ]
}

/** Far ends of tunnels whose own packets leave through the instance of a provider that gives addresses at run time. */
function besides(below: Statements['below'], at: At): string[] {
  return [...byFirst(values(below('security ike'), /^gateway (.*)$/))].flatMap(([, gateway]) =>
    at(value(gateway, /^external-interface (\S+)$/) ?? '') === 'dhcp'
      ? [`route ${value(gateway, /^address (\S+)$/)}/32 via dhcp`]
      : [],
  )
}

function translation({ below }: Statements, at: At): string[] {
  const sets = byFirst(values(below('security nat source'), /^rule-set (.*)$/))
  const fixed = byFirst(values(below('security nat static'), /^rule-set (.*)$/))
  return [
    ...[...sets.values()].flatMap(lines => {
      const [first, last = first] =
        groups(
          below(`security nat source pool ${value(lines, /then source-nat pool (\S+)$/)}`),
          /^address ([\d.]+)\/32(?: to ([\d.]+)\/32)?$/,
        ) ?? []
      return first === undefined
        ? []
        : [
            natFact(
              at(value(lines, /^to interface (\S+)$/) ?? '?'),
              value(lines, /match source-address (\S+)$/) ?? '?',
              first,
              last ?? '?',
            ),
          ]
    }),
    ...[...fixed.values()].map(
      lines =>
        `npt ${at(value(lines, /^from interface (\S+)$/) ?? '?')} ${value(lines, /then static-nat nptv6-prefix (\S+)$/)} as ${value(lines, /match destination-address (\S+)$/)}`,
    ),
  ]
}

function dhcp({ below }: Statements): string[] {
  const served = new Set(values(below('system services dhcp-local-server'), /^group \S+ interface (\S+)$/))
  return [...byFirst(values(below('access address-assignment'), /^pool (.*)$/))].map(([, lines]) => {
    const attribute = (name: string): string =>
      values(lines, new RegExp(`^family inet dhcp-attributes ${name} (\\S+)$`)).join(',')
    const network = value(lines, /^family inet network (\S+)$/)
    const gateway = attribute('router')
    const prefix = parsePrefix(`${gateway}/${network?.split('/')[1]}`)
    const fits = prefix !== undefined && networkText(prefix) === network && served.size > 0
    return (
      (fits ? '' : '?') +
      dhcpFact({
        first: value(lines, /^family inet range \S+ low (\S+)$/) ?? '?',
        last: value(lines, /^family inet range \S+ high (\S+)$/) ?? '?',
        gateway,
        dns: attribute('name-server'),
        ntp: attribute('option 42 ip-address'),
        hours: Number(attribute('maximum-lease-time')) / 3600,
        tftp: attribute('option 150 ip-address') || undefined,
      })
    )
  })
}

function services({ below }: Statements): string[] {
  const system = below('system')
  const snmp = below('snmp')
  const users = byFirst(values(system, /^login user (.*)$/))
  const [user, authentication] =
    groups(snmp, /^v3 usm local-engine user (\S+) authentication-sha authentication-password (\S+)$/) ?? []
  const privacy = value(snmp, /^v3 usm local-engine user \S+ privacy-aes128 privacy-password (\S+)$/)
  return [
    ...values(system, /^name-server (\S+)$/).map(server => `dns ${server}`),
    `dns-forwarder ${system.some(line => line.startsWith('services dns '))}`,
    ...values(system, /^ntp server (\S+)$/).map(server => `ntp ${server}`),
    ...values(system, /^syslog host (\S+) any \S+$/).map(
      host => `syslog ${host}:${value(system, new RegExp(`^syslog host ${host} port (\\d+)$`))}`,
    ),
    ...(user === undefined
      ? []
      : [`snmp user=${user} authentication=${secretIn(authentication)} privacy=${secretIn(privacy)}`]),
    `snmp contact ${value(snmp, /^contact "(.*)"$/)}`,
    ...values(snmp, /^v3 target-address \S+ address (\S+)$/).map(host => `snmp trap ${host}`),
    ...(
      [
        ['ssh-from-noc', 'ssh'],
        ['snmp-from-noc', 'snmp'],
      ] as const
    ).flatMap(([term, name]) =>
      (['v4', 'v6'] as const).flatMap(family => {
        const list = value(
          below(`firewall family ${family === 'v4' ? 'inet' : 'inet6'} filter protect-router-${family} term ${term}`),
          /^from source-prefix-list (\S+)$/,
        )
        return (list === undefined ? ['anywhere'] : below(`policy-options prefix-list ${list}`)).map(
          prefix => `${name} from ${prefix}`,
        )
      }),
    ),
    ...values(
      below('firewall family inet filter protect-router-v4 term ssh-from-local'),
      /^from source-address (\S+)$/,
    ).map(prefix => `local-ssh from ${prefix}`),
    ...[...users].flatMap(([name, lines]) => {
      const secret = secretIn(value(lines, /^authentication plain-text-password-value (.*)$/))
      return secret === undefined
        ? []
        : [`user ${name} ${lines.includes('class super-user') ? 'full' : 'read'} ${secret}`]
    }),
    ...values(system, /^radius-server (\S+) secret \S+$/).map(
      server => `radius ${server} ${secretIn(value(system, new RegExp(`^radius-server ${server} secret (\\S+)$`)))}`,
    ),
  ]
}

/** A session without its address family, a policy without a verdict and such are nothing that a commit lets pass. */
function unreadOf({ all }: Statements): string[] {
  return all.filter(line =>
    /^security policies from-zone \S+ to-zone \S+ policy \S+ then (?!permit$|deny$|log session-init$)/.test(line),
  )
}
