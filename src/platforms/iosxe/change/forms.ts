/**
 * How a line of IOS XE is taken back or replaced, where it is not `no` before the whole line. From knowledge of the
 * vendor's command reference, not tried on a device.
 */

/** Lines of which there is one: the next takes the place of the last. What is behind the match may differ. */
const single: readonly RegExp[] = [
  /^(hostname|description|mtu|bandwidth|encapsulation dot1Q|zone-member security|service-policy output)(?= )/,
  /^ip (domain name|mtu|address(?= \d)|tcp adjust-mss|ospf (cost|network|priority))(?= )/,
  /^ipv6 mtu(?= )/,
  /^ospfv3 (\d+ )?(ipv6 )?(cost|network)(?= )/,
  /^(ip ospf|ospfv3) authentication key-chain(?= )/,
  /^(clock timezone|enable|banner login|router-id|maximum-paths|auto-cost reference-bandwidth)(?= )/,
  /^tunnel (source|destination|mode|protection)(?= )/,
  /^neighbor \S+ (remote-as|description|maximum-prefix|timers|password|update-source|local-as)(?= )/,
  /^(lease|default-router|domain-name|name|timeout|retransmit)(?= )/,
  /^network(?= \S+ [\d.]+$)/,
  /^key(?= <)/,
  /^snmp-server (contact|location|trap-source)(?= )/,
  /^set (local-preference|metric|tag|metric-type)(?= )/,
  /^(shape average|police|priority level \d+|interval|lifetime|address ipv4)(?= )/,
  /^username \S+(?= )/,
]

/** Whether two lines are values of one thing. */
export function replaces(next: string, old: string): boolean {
  const match = single.map(pattern => pattern.exec(next)?.[0]).find(found => found !== undefined)
  return match !== undefined && old.startsWith(`${match} `)
}

/** What takes a line back. A secret is shown in another form than it was typed, and need not be said again. */
export function undone(line: string): string {
  if (line.startsWith('no ')) return line.slice(3)
  const vlan = /^switchport trunk allowed vlan (?:add )?(\d+)$/.exec(line)?.[1]
  if (vlan !== undefined) return `switchport trunk allowed vlan remove ${vlan}`
  const user = /^(username \S+|enable|banner login) /.exec(line)?.[1]
  if (user !== undefined) return `no ${user}`
  return `no ${line.replace(/ <secret:.*$/, '')}`
}

/** Blocks whose lines are matched in turn. */
export function isOrdered(block: string): boolean {
  return /^(ip access-list|ipv6 access-list|policy-map) /.test(block)
}

/** A port and a line are there whatever a configuration says of them; only what stands below goes. */
export function isThere(block: string): boolean {
  return /^(interface (?!Tunnel|Loopback|Vlan|BDI|Null)[^.]+$|line |control-plane|archive)/.test(block)
}
