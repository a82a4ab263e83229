import type { Frr } from './frr.ts'

/** Forms that a line may have, by the block that it stands in; a line of none is one that nobody understood. */
const forms: readonly (readonly [RegExp, readonly RegExp[]])[] = [
  [
    /^interface /,
    [
      /^description /,
      /^ip address \d+\.\d+\.\d+\.\d+\/\d+$/,
      /^ipv6 address [0-9a-f:]+\/\d+$/,
      /^no ipv6 nd suppress-ra$/,
      /^ipv6 nd (prefix|rdnss) \S+( .*)?$/,
      /^ipv6 nd ra-\S+ .*$/,
      /^ip ospf (area 0|passive|network point-to-point|cost \d{1,5}|authentication message-digest|message-digest-key \d+ md5 \S+|bfd|bfd profile \S+)$/,
      /^ipv6 ospf6 (area 0|passive|network point-to-point|cost \d{1,5}|authentication key-id \d+ hash-algo \S+ key \S+|authentication keychain \S+|bfd|bfd profile \S+)$/,
    ],
  ],
  [
    /^router ospf6?$/,
    [
      /^ospf6? router-id \S+$/,
      /^log-adjacency-changes$/,
      /^redistribute bgp metric \d+ metric-type 1 route-map \S+$/,
      /^default-information originate metric \d+ metric-type 1 route-map \S+$/,
    ],
  ],
  [
    /^router bgp \d+$/,
    [
      /^bgp (router-id \S+|log-neighbor-changes|ebgp-requires-policy)$/,
      /^no bgp default ipv4-unicast$/,
      /^neighbor \S+ (remote-as [1-9]\d*|description .*|local-as \d+ no-prepend replace-as|update-source \S+|password \S+|timers .*|bfd|bfd profile \S+|ebgp-multihop.*|passive)$/,
    ],
  ],
  [
    /^route-map /,
    [
      /^match (ip|ipv6) address prefix-list \S+$/,
      /^match (tag \d+|interface \S+|source-protocol \S+)$/,
      /^set (local-preference|distance|tag|weight) \d+$/,
    ],
  ],
  [
    /^address-family /,
    [
      /^network \S+$/,
      /^neighbor \S+ (activate|next-hop-self|default-originate.*|route-map \S+ (in|out)|maximum-prefix \d+)$/,
      /^redistribute static route-map \S+$/,
      /^redistribute (ospf6?|kernel|static).*$/,
    ],
  ],
  [/^profile /, [/^(detect-multiplier|transmit-interval|receive-interval) \d+$/]],
  [/^bfd$/, []],
  [/^key chain \S+$/, []],
  [
    /^key \d+$/,
    [/^(key-string \S+|cryptographic-algorithm hmac-sha-256|send-lifetime 00:00:00 Jan 01 1993 00:00:00 Jan 02 1993)$/],
  ],
]

const topForms = [
  /^(frr defaults traditional|hostname \S+|log syslog \S+|service integrated-vtysh-config|no zebra nexthop kernel enable)$/,
  /^(ip|ipv6) prefix-list \S+ seq \d+ permit \S+( le \d+)?$/,
  /^(ip|ipv6) route \S+ (\S+|blackhole)( \S+)?$/,
  /^(ip|ipv6) protocol \S+ route-map \S+$/,
]

export function unreadFrr({ blocks, top }: Frr): string[] {
  const of = (head: string, lines: readonly string[]): string[] => {
    const known = forms.find(([pattern]) => pattern.test(head))?.[1]
    return known === undefined ? [head] : lines.filter(line => !known.some(form => form.test(line)) || malformed(line))
  }
  return [
    ...top.filter(line => !topForms.some(form => form.test(line)) || malformed(line)),
    ...blocks.flatMap(({ head, lines, families }) => [
      ...of(head, lines),
      ...[...families].flatMap(([own, inner]) => of(own, inner)),
    ]),
  ]
}

/** Numbers that no address has. */
function malformed(line: string): boolean {
  return (
    [...line.matchAll(/(?<![\d.:])(\d+)\.(\d+)\.(\d+)\.(\d+)(?:\/(\d+))?/g)].some(
      ([, ...parts]) => parts.slice(0, 4).some(part => Number(part) > 255) || Number(parts[4] ?? 0) > 32,
    ) || [...line.matchAll(/[0-9a-f]*:[0-9a-f:]+\/(\d+)/g)].some(([, length]) => Number(length) > 128)
  )
}
