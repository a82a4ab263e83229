import { localNetworks } from './local.ts'
import { parseAddress, sizeOf, networkOf, addressText, parsePrefix } from '../../../model/ip.ts'
import { dhcpFact, networkText } from '../../reading/meaning.ts'
import { groups, value, values } from '../../reading/patterns.ts'
import { sourcesIn } from './filter.ts'

import { type Config, texts, masked, secretIn } from './text.ts'

export function dhcp({ top, blocks }: Config): string[] {
  const excluded = top.flatMap(line => {
    const [, first, last] = /^ip dhcp excluded-address (\S+) (\S+)$/.exec(line) ?? []
    const [low, high] = [first, last].map(text => parseAddress(text ?? '')?.bits)
    return low === undefined || high === undefined ? [] : [{ low, high }]
  })
  return blocks
    .filter(({ text }) => text.startsWith('ip dhcp pool '))
    .map(({ children }) => {
      const lines = texts(children)
      const [address = '', mask = ''] = groups(lines, /^network (\S+) (\S+)$/) ?? []
      const prefix = masked(address, mask)
      if (prefix === undefined) return 'dhcp ?'
      const free: bigint[] = []
      for (let n = 1n; n < sizeOf(prefix) - 1n; n++) {
        const bits = networkOf(prefix).bits + n
        if (!excluded.some(({ low, high }) => bits >= low && bits <= high)) free.push(bits)
      }
      const [days, hours] = groups(lines, /^lease (\d+) (\d+) 0$/) ?? []
      const text = (bits: bigint | undefined): string =>
        bits === undefined ? 'none' : addressText({ family: 4, bits })
      return dhcpFact({
        first: text(free[0]),
        last: text(free.at(-1)),
        gateway: value(lines, /^default-router (\S+)$/) ?? '?',
        dns: value(lines, /^dns-server (.*)$/)?.replaceAll(' ', ',') ?? '',
        ntp: value(lines, /^option 42 ip (.*)$/)?.replaceAll(' ', ',') ?? '',
        hours: Number(days) * 24 + Number(hours),
        tftp: value(lines, /^option 150 ip (\S+)$/),
      })
    })
}

export function services(config: Config): string[] {
  const { top, blocks } = config
  const [user, authentication, privacy] =
    groups(top, /^snmp-server user (\S+) \S+ v3 auth sha (\S+) priv aes 128 (\S+)$/) ?? []
  const [list6 = '', list4 = ''] = groups(top, /^snmp-server group \S+ v3 priv read \S+ access ipv6 (\S+) (\S+)$/) ?? []
  const open = blocks
    .filter(({ text, children }) => text.startsWith('line vty') && !texts(children).includes('transport input none'))
    .map(({ children }) => texts(children))
  const ssh = open.flatMap(lines => [
    ...allowed(config, value(lines, /^access-class (\S+) in vrf-also$/)),
    ...allowed(config, value(lines, /^ipv6 access-class (\S+) in$/)),
  ])
  const local = localNetworks(config)
  return [
    ...(value(top, /^ip name-server (.*)$/)?.split(' ') ?? []).map(server => `dns ${server}`),
    `dns-forwarder ${top.includes('ip dns server')}`,
    ...values(top, /^ntp server (\S+)(?: prefer)?$/).map(server => `ntp ${server}`),
    ...top.flatMap(line => {
      const [, host, port] = /^logging host (\S+) transport udp port (\d+)$/.exec(line) ?? []
      return host === undefined ? [] : [`syslog ${host}:${port}`]
    }),
    ...(user === undefined
      ? []
      : [`snmp user=${user} authentication=${secretIn(authentication)} privacy=${secretIn(privacy)}`]),
    `snmp contact ${value(top, /^snmp-server contact (.*)$/)}`,
    ...values(top, /^snmp-server host (\S+) version 3 priv \S+$/).map(host => `snmp trap ${host}`),
    ...[...allowed(config, list4), ...allowed(config, list6)].map(prefix => `snmp from ${prefix}`),
    ...ssh.map(prefix => (local.has(prefix) ? `local-ssh from ${prefix}` : `ssh from ${prefix}`)),
    ...top.flatMap(line => {
      const [, name, level, secret] =
        /^username (\S+) privilege (\d+) algorithm-type scrypt secret (\S+)$/.exec(line) ?? []
      return name === undefined ? [] : [`user ${name} ${level === '15' ? 'full' : 'read'} ${secretIn(secret)}`]
    }),
    ...blocks
      .filter(({ text }) => text.startsWith('radius server '))
      .map(
        ({ children }) =>
          `radius ${value(texts(children), /^address ipv4 (\S+) auth-port 1812 acct-port 1813$/)} ${secretIn(value(texts(children), /^key (.*)$/))}`,
      ),
  ]
}

/** What a list permits before it denies everything; everybody, where there is none. */
function allowed(config: Config, name: string | undefined): string[] {
  if (name === undefined) return ['anywhere']
  const lines = [`ip access-list standard ${name}`, `ipv6 access-list ${name}`].flatMap(head => sourcesIn(config, head))
  const end = lines.findIndex(line => /^deny (any|ipv6 any any)/.test(line))
  return lines.slice(0, end < 0 ? undefined : end).flatMap(line => {
    const [, address = '', wildcard = ''] = /^permit (\d\S+) (\d\S+)$/.exec(line) ?? []
    const prefix = parsePrefix(/^permit ipv6 (\S+) any$/.exec(line)?.[1] ?? '') ?? masked(address, wildcard, true)
    return prefix === undefined ? [] : [networkText(prefix)]
  })
}
