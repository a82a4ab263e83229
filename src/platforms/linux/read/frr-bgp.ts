import { familyOf, takenFact, neighborFacts, givenFact } from '../../reading/meaning.ts'
import { type Frr, value, own, secretIn, mapsOf, bfdOf } from './frr.ts'

interface Session {
  readonly as: string
  readonly remote: string
  readonly lines: readonly string[]
  readonly inside: readonly string[]
}

export function bgpFacts(frr: Frr, ownAddress: (remote: string) => string): string[] {
  const router = frr.blocks.find(({ head }) => head.startsWith('router bgp '))
  if (router === undefined) return []
  const as = router.head.slice(11)
  const remotes = [...new Set(router.lines.flatMap(line => /^neighbor (\S+) remote-as \d+$/.exec(line)?.[1] ?? []))]
  const family = (remote: string): readonly string[] =>
    router.families.get(`address-family ipv${familyOf(remote)} unicast`) ?? []
  return [
    `bgp as=${as} router-id=${value(router.lines, /^bgp router-id (\S+)$/)}`,
    ...[...router.families.values()]
      .flat()
      .flatMap(line => /^network (\S+)$/.exec(line)?.[1] ?? [])
      .map(prefix => `bgp own ${prefix}`),
    ...remotes
      .filter(remote => family(remote).includes(`neighbor ${remote} activate`))
      .flatMap(remote =>
        neighbor(
          frr,
          { as, remote, lines: own(router.lines, remote), inside: own(family(remote), remote) },
          ownAddress,
        ),
      ),
  ]
}

function neighbor(frr: Frr, { as, remote, lines, inside }: Session, ownAddress: (remote: string) => string): string[] {
  const remoteAs = value(lines, /^remote-as (\d+)$/) ?? '?'
  const usual = remoteAs === as ? 200 : 20
  const patterns = (
    way: 'in' | 'out',
  ): { readonly prefix: string; readonly upTo: number | undefined; readonly lines: readonly string[] }[] =>
    mapsOf(frr, value(inside, new RegExp(`^route-map (\\S+) ${way}$`)) ?? '')
      .filter(({ action }) => action === 'permit')
      .flatMap(map => prefixesOf(frr, familyOf(remote), map.lines).map(prefix => ({ ...prefix, lines: map.lines })))
  return [
    ...neighborFacts({
      remote,
      remoteAs,
      localAs: value(lines, /^local-as (\d+) no-prepend replace-as$/) ?? as,
      local: value(lines, /^update-source (\S+)$/) ?? ownAddress(remote),
      password: secretIn(value(lines, /^password (.*)$/)),
      bfd: bfdOf(lines, /^bfd$/, /^bfd profile (\S+)$/, frr),
      maximum: value(inside, /^maximum-prefix (\d+)$/),
      hold: value(lines, /^timers \d+ (\d+)$/),
    }),
    ...patterns('in').map(({ prefix, upTo, lines: set }) =>
      takenFact({
        remote,
        prefix,
        upTo,
        preference: value(set, /^set local-preference (\d+)$/) ?? 100,
        distance: value(set, /^set distance (\d+)$/) ?? usual,
      }),
    ),
    ...patterns('out').map(({ prefix, upTo }) => givenFact(remote, prefix, upTo)),
  ]
}

function prefixesOf(
  { top }: Frr,
  family: 4 | 6,
  lines: readonly string[],
): { readonly prefix: string; readonly upTo: number | undefined }[] {
  const [word, match] =
    family === 4
      ? (['ip', /^match ip address prefix-list (\S+)$/] as const)
      : (['ipv6', /^match ipv6 address prefix-list (\S+)$/] as const)
  const list = value(lines, match)
  if (list === undefined) return [{ prefix: 'anything', upTo: undefined }]
  return top.flatMap(line => {
    const [, prefix, upTo] =
      new RegExp(`^${word} prefix-list ${list} seq \\d+ permit (\\S+)(?: le (\\d+))?$`).exec(line) ?? []
    return prefix === undefined ? [] : [{ prefix, upTo: upTo === undefined ? undefined : Number(upTo) }]
  })
}
