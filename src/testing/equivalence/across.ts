import type { Meaning } from '../../platforms/reading/meaning.ts'
import type { PlatformId } from '../../platforms/reading/folder.ts'

/** What two texts of one router on two platforms may differ in, with the reason; the rest is compared word for word. */
export const acrossExceptions = {
  'kind-of-tunnel':
    'WireGuard where both ends speak it, IPsec elsewhere: one tunnel of another kind, so that secret, ports, sizes and the rate that fits inside differ',
  'strength-of-signature': 'OSPFv2 is signed by the best that both ends speak, OSPFv3 only where both ends agree',
  'local-port': "a technician's own port exists where the platform has it; elsewhere the console is the local way",
  'ports-of-a-model': 'which ports nothing uses is of the model, and their names are of the platform',
  'not-on-platform': 'an exception of one platform that the comparison with its own intent names',
} as const
export type AcrossException = keyof typeof acrossExceptions

const unsaid =
  /^(domain|time-zone|banner|dns|dns-forwarder|ntp|syslog|snmp|ssh|user|radius|watch|tunnel-mss|tunnel-size) /

/** A sentence as far as all platforms can say it; undefined where they cannot. */
function common(fact: string, count: (id: AcrossException) => void): string | undefined {
  const change = (id: AcrossException, text: string | undefined): string | undefined => {
    if (text !== fact) count(id)
    return text
  }
  if (fact.startsWith('idle ')) return change('ports-of-a-model', undefined)
  if (/^local-/.test(fact)) return change('local-port', undefined)
  if (/^tunnel-(size|mss) /.test(fact)) return change('kind-of-tunnel', undefined)
  if (fact.startsWith('tunnel ')) return change('kind-of-tunnel', /^tunnel \S+/.exec(fact)?.[0])
  if (/^shape \S+ by \S+ rate=/.test(fact)) return change('kind-of-tunnel', fact.replace(/ rate=.*/, ''))
  if (/^ospf2 .* auth=/.test(fact))
    return change('strength-of-signature', fact.replace(/auth=\w+:/, 'auth=signed:').replace(/\/(md5|sha256)\//, '/'))
  if (/^ospf3 .* auth=/.test(fact)) return change('strength-of-signature', fact.replace(/auth=\S+/, 'auth=any'))
  return fact
}

/** What the one says and the other does not, both ways. */
export function acrossDifferences(
  one: { readonly id: PlatformId; readonly meaning: Meaning },
  other: { readonly id: PlatformId; readonly meaning: Meaning },
  count: (id: AcrossException) => void,
): string[] {
  const sides = [one, other].map(
    ({ meaning }) => new Set([...meaning.facts].flatMap(fact => common(fact, count) ?? [])),
  )
  const [left = new Set<string>(), right = new Set<string>()] = sides
  const differing = [
    ...[...left].filter(fact => !right.has(fact)).map(fact => `${one.id} alone: ${fact}`),
    ...[...right].filter(fact => !left.has(fact)).map(fact => `${other.id} alone: ${fact}`),
  ]
  return differing.filter(text => {
    const named = isNamed(one.id, text) || isNamed(other.id, text)
    if (named) count('not-on-platform')
    return !named
  })
}

/** The sentences that exceptions of a platform change. */
function isNamed(platform: PlatformId, text: string): boolean {
  const fact = text.slice(text.indexOf(': ') + 2)
  if (platform === 'linux') return unsaid.test(fact)
  if (platform === 'routeros') return fact.startsWith('domain ')
  if (platform === 'iosxe') return /^bgp \S+ takes (0\.0\.0\.0|::)\/0 .* distance=(20|150)$/.test(fact)
  return /^(watch |ospf3 default )/.test(fact)
}
