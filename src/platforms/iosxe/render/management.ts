import { loginHabits, radiusHabits } from '../../../intent/decided.ts'
import type { Intent, Management } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText } from '../../../model/ip.ts'
import { block, iosSecret, iosText, joined } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { wildcardText } from './acl.ts'
import { places } from './places.ts'

/** Lists of who may manage this router. */
const nocV4 = 'NOC-4'
const nocV6 = 'NOC-6'
/** Who may log in: a technician on the spot too. */
const linesV4 = 'LOGIN-4'

const secretBytes = { user: 127, radius: 127 } as const

/** Accounts stand before AAA, which would shut whoever loads the file out. */
export function accounts({ management: { breakGlass, readOnly } }: Intent): Line[] {
  return [
    line([], 'hardening')`enable algorithm-type scrypt secret ${iosSecret(breakGlass.password, secretBytes.user)}`,
    line(
      breakGlass.from,
    )`username ${breakGlass.user} privilege 15 algorithm-type scrypt secret ${iosSecret(breakGlass.password, secretBytes.user)}`,
    line(
      readOnly.from,
    )`username ${readOnly.user} privilege 1 algorithm-type scrypt secret ${iosSecret(readOnly.password, secretBytes.user)}`,
  ]
}

export function aaa({ management: { radius }, loopback }: Intent): Line[] {
  const write = line([], 'aaa')
  if (radius === undefined)
    return [
      write`aaa new-model`,
      write`aaa authentication login default local`,
      write`aaa authorization exec default local`,
    ]
  const { server, secret, from } = radius
  return [
    write`aaa new-model`,
    ...block(write`radius server NOC`, [
      line(
        from,
      )`address ipv4 ${addressText(server)} auth-port ${radiusHabits.authenticationPort} acct-port ${radiusHabits.accountingPort}`,
      write`timeout ${radiusHabits.timeoutSeconds}`,
      write`retransmit ${radiusHabits.retries}`,
      write`key ${iosSecret(secret, secretBytes.radius)}`,
    ]),
    ...block(write`aaa group server radius NOC-AAA`, [
      write`server name NOC`,
      write`ip radius source-interface ${loopback.interface}`,
    ]),
    write`aaa authentication login default group NOC-AAA local`,
    write`aaa authorization exec default group NOC-AAA local if-authenticated`,
    write`aaa accounting exec default start-stop group NOC-AAA`,
  ]
}

/** The zones hold strangers off already; the lines and SNMP ask again. */
export function managementLists({ management: { noc, local } }: Intent): Line[] {
  const deny = line([], 'default-deny')
  const own = (family: 4 | 6): Management['noc'] => noc.filter(({ prefix }) => prefix.family === family)
  return [
    ...block(line([], 'noc-only')`ip access-list standard ${linesV4}`, [
      ...own(4).map(permitted),
      ...(local === undefined ? [] : [permitted({ prefix: local.v4.value, from: local.v4.from })]),
      deny`deny any log`,
    ]),
    ...block(line([], 'noc-only')`ip access-list standard ${nocV4}`, [...own(4).map(permitted), deny`deny any log`]),
    ...block(line([], 'noc-only')`ipv6 access-list ${nocV6}`, [
      ...own(6).map(({ prefix, from }) => line(from)`permit ipv6 ${prefixText(networkOf(prefix))} any`),
      deny`deny ipv6 any any log`,
    ]),
  ]
}

function permitted({ prefix, from }: Management['noc'][number]): Line {
  return line(from)`permit ${addressText(networkOf(prefix))} ${wildcardText(prefix.length)}`
}

export function ssh({ loopback }: Intent): Line[] {
  const { failures, withinSeconds, forSeconds } = loginHabits.block
  const write = line([], 'hardening')
  return [
    ...[
      'ip ssh version 2',
      `ip ssh time-out ${loginHabits.handshakeSeconds}`,
      `ip ssh dh min size ${loginHabits.dhBits}`,
      'ip ssh server algorithm mac hmac-sha2-512 hmac-sha2-256',
      'ip ssh server algorithm encryption aes256-gcm aes256-ctr aes128-ctr',
      `login block-for ${forSeconds} attempts ${failures} within ${withinSeconds}`,
    ].map(text => write`${new Quoted(text)}`),
    line([], 'structure')`ip ssh source-interface ${loopback.interface}`,
  ]
}

export function lines(): Line[] {
  const write = line([], 'hardening')
  const noc = line([], 'noc-only')
  const doors = [noc`access-class ${linesV4} in vrf-also`, noc`ipv6 access-class ${nocV6} in`]
  return [
    ...block(write`line con 0`, [write`transport output none`]),
    ...block(noc`line vty 0 4`, [...doors, write`transport input ssh`]),
    ...block(noc`line vty 5 15`, [...doors, write`transport input none`]),
  ]
}

const snmpBytes = 64

/** The user is written into the router's memory and not shown again. */
export function snmp({ services: { snmp }, loopback, identity }: Intent): Line[] {
  const group = 'NOC-SNMP'
  const secrets = joined(
    line(
      places(snmp.user.from, snmp.authentication.from, snmp.privacy.from),
    )`snmp-server user ${snmp.user.value} ${group} v3 auth sha ${iosSecret(snmp.authentication.value, snmpBytes)}`,
    line([])` priv aes 128 ${iosSecret(snmp.privacy.value, snmpBytes)}`,
  )
  return [
    line([], 'hardening')`snmp-server view ALL iso included`,
    line([], 'noc-only')`snmp-server group ${group} v3 priv read ALL access ipv6 ${nocV6} ${nocV4}`,
    secrets,
    line(snmp.contact.from)`snmp-server contact ${iosText(snmp.contact.value)}`,
    line(identity.siteName.from)`snmp-server location ${iosText(identity.siteName.value)}`,
    line([], 'structure')`snmp-server trap-source ${loopback.interface}`,
    line(
      places(snmp.trapTarget.from, snmp.user.from),
    )`snmp-server host ${addressText(snmp.trapTarget.value)} version 3 priv ${snmp.user.value}`,
    ...['snmp linkdown linkup coldstart warmstart', 'ospf state-change', 'bgp', 'config', 'ipsla'].map(
      text => line([], 'log-everything')`snmp-server enable traps ${new Quoted(text)}`,
    ),
  ]
}
