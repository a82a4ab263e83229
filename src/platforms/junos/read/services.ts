import type { Packet } from '../../reading/meaning.ts'

/** Types of ICMP by the names that Junos prints. */
export const icmpTypes: Readonly<Record<4 | 6, Readonly<Record<string, number>>>> = {
  4: { 'echo-request': 8 },
  6: {
    'echo-request': 128,
    'membership-query': 130,
    'membership-report': 131,
    'membership-termination': 132,
    'router-solicit': 133,
    'router-advertisement': 134,
    'neighbor-solicit': 135,
    'neighbor-advertisement': 136,
  },
}

/** What a zone has to let in for a packet to reach the router. */
export function servicesOf({ protocol, port, source }: Packet): string[] {
  // Discovery of listeners is let in with that of neighbours (from knowledge, not tried).
  if (protocol === 'icmp') return source.family === 6 && port >= 130 ? ['protocols ndp'] : ['system-services ping']
  if (protocol === 'ospf') return [source.family === 4 ? 'protocols ospf' : 'protocols ospf3']
  // Keys and encrypted packets of a tunnel that ends here: the one service lets in both.
  if (protocol === 'esp') return ['system-services ike']
  if (protocol === 'gre') return ['system-services gre', 'system-services ike']
  const known: Readonly<Record<string, string>> = {
    'tcp 22': 'system-services ssh',
    'udp 161': 'system-services snmp',
    'udp 67': 'system-services dhcp',
    'udp 53': 'system-services dns',
    'tcp 53': 'system-services dns',
    'udp 500': 'system-services ike',
    'udp 4500': 'system-services ike',
    'tcp 179': 'protocols bgp',
    'udp 3784': 'protocols bfd',
    'udp 3785': 'protocols bfd',
    'udp 4784': 'protocols bfd',
    'tcp 23': 'system-services telnet',
    'udp 123': 'system-services ntp',
  }
  return [known[`${protocol} ${port}`] ?? 'none']
}
