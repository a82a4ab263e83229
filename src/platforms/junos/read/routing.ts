import {
  familyOf,
  givenFact,
  neighborFacts,
  ospfFact,
  signedText,
  passiveFact,
  takenFact,
  type Bfd,
  type At,
} from '../../reading/meaning.ts'
import { groups, value, values } from '../../reading/patterns.ts'
import { byFirst, secretIn, type Statements } from './text.ts'

export function ospfFacts({ below }: Statements, at: At): string[] {
  return ([2, 3] as const).flatMap(version => {
    const lines = below(`protocols ${version === 2 ? 'ospf' : 'ospf3'}`)
    if (lines.length === 0) return []
    const interfaces = byFirst(values(lines, /^area 0\.0\.0\.0 interface (.*)$/))
    return [
      `ospf${version} router-id ${value(below('routing-options'), /^router-id (\S+)$/)}`,
      ...[...interfaces]
        .filter(([, own]) => !own.includes('disable'))
        .map(([name, own]) => {
          if (own.includes('passive')) return passiveFact(version, at(name))
          const kind = own.includes('interface-type p2p') ? '' : '?'
          const keys = own.flatMap(line => {
            const [, id, key] = /^authentication (?:multi-active-)?md5 (\d+) key (.*)$/.exec(line) ?? []
            return id === undefined ? [] : [[id, secretIn(key)] as const]
          })
          return (
            kind +
            ospfFact({
              version,
              key: at(name),
              cost: value(own, /^metric (\d+)$/) ?? 'none',
              authentication: keys.length === 0 ? 'none' : signedText('md5', keys),
              bfd: bfdOf(own),
            })
          )
        }),
      ...external({ below }, version, lines),
    ]
  })
}

function bfdOf(lines: readonly string[]): Bfd | undefined {
  const intervalMs = value(lines, /^bfd-liveness-detection minimum-interval (\d+)$/)
  return intervalMs === undefined
    ? undefined
    : { intervalMs, multiplier: value(lines, /^bfd-liveness-detection multiplier (\d+)$/) ?? '3' }
}

function termsOf({ below }: Pick<Statements, 'below'>, name: string | undefined): (readonly string[])[] {
  return name === undefined
    ? []
    : [...byFirst(below(`policy-options policy-statement ${name}`).map(line => line.replace(/^term /, ''))).values()]
}

function external(statements: Pick<Statements, 'below'>, version: 2 | 3, lines: readonly string[]): string[] {
  const out = termsOf(statements, value(lines, /^export (\S+)$/))
  const zero = version === 2 ? 'from route-filter 0.0.0.0/0 exact' : 'from route-filter ::/0 exact'
  const own = out.filter(term => term.includes('then accept') && term.includes('then external type 1'))
  const metric = (term: readonly string[]): string | undefined => value(term, /^then metric (\d+)$/)
  const firsts = own.filter(
    term => term.includes(zero) && term.some(line => /^from (neighbor|protocol static|interface)/.test(line)),
  )
  const leased = own.filter(term => term.includes('from protocol bgp') && value(term, /^then tag (\d+)$/) !== undefined)
  const refused = termsOf(statements, value(lines, /^import (\S+)$/))
    .filter(term => term.includes('then reject'))
    .flatMap(term => value(term, /^from tag (\d+)$/) ?? [])
  return [
    ...firsts.slice(0, 1).map(term => `ospf${version} default metric=${metric(term)}`),
    ...leased.map(term => `ospf${version} leased metric=${metric(term)} tag=${value(term, /^then tag (\d+)$/)}`),
    ...refused.map(tag => `ospf${version} refuses tag=${tag}`),
  ]
}

export function bgpFacts(statements: Statements): string[] {
  const { below } = statements
  const as = value(below('routing-options'), /^autonomous-system (\d+)$/)
  if (as === undefined || below('protocols bgp').length === 0) return []
  const announced = new Set<string>()
  const sessions = [...byFirst(values(below('protocols bgp'), /^group (.*)$/))].flatMap(([, group]) =>
    [...byFirst(values(group, /^neighbor (.*)$/))].flatMap(([remote, own]) => {
      const internal = group.includes('type internal')
      const family = familyOf(remote)
      const remoteAs = internal ? as : (value(own, /^peer-as (\d+)$/) ?? '?')
      const active = own.some(line => line.startsWith(`family ${family === 4 ? 'inet' : 'inet6'} unicast`))
      if (!active) return []
      const out = patterns(statements, value(own, /^export (\S+)$/), family)
      for (const { prefix, upTo } of out) if (upTo === undefined) announced.add(prefix)
      return [
        ...neighborFacts({
          remote,
          remoteAs,
          localAs: value(own, /^local-as (\d+)$/) ?? as,
          local: value(own, /^local-address (\S+)$/) ?? 'none',
          password: secretIn(value(own, /^authentication-key (.*)$/)),
          bfd: bfdOf(own),
          maximum: value(own, /^family inet6? unicast prefix-limit maximum (\d+)$/),
          hold: value(group, /^hold-time (\d+)$/),
        }),
        ...patterns(statements, value(own, /^import (\S+)$/), family).map(({ prefix, upTo, preference }) =>
          takenFact({
            remote,
            prefix,
            upTo,
            preference: preference ?? 100,
            distance: value(group, /^preference (\d+)$/) ?? 170,
          }),
        ),
        ...out.map(({ prefix, upTo }) => givenFact(remote, prefix, upTo)),
      ]
    }),
  )
  return [
    `bgp as=${as} router-id=${value(below('routing-options'), /^router-id (\S+)$/)}`,
    ...[...announced].filter(prefix => !/^(0\.0\.0\.0|::)\/0$/.test(prefix)).map(prefix => `bgp own ${prefix}`),
    ...sessions,
  ]
}

/** What the accepting terms before the first that refuses everything let through. */
function patterns(
  statements: Statements,
  name: string | undefined,
  family: 4 | 6,
): { readonly prefix: string; readonly upTo: number | undefined; readonly preference: string | undefined }[] {
  const terms = termsOf(statements, name)
  const end = terms.findIndex(term => term.includes('then reject') && !term.some(line => line.startsWith('from ')))
  const word = family === 4 ? 'from family inet' : 'from family inet6'
  return terms
    .slice(0, Math.max(end, 0))
    .filter(term => term.includes(word) && term.includes('then accept'))
    .flatMap(term =>
      values(term, /^from route-filter (.*)$/).flatMap(text => {
        const [prefix, upTo] = groups([text], /^(\S+) (?:exact|upto \/(\d+))$/) ?? []
        return prefix === undefined
          ? []
          : [
              {
                prefix,
                upTo: upTo === undefined ? undefined : Number(upTo),
                preference: value(term, /^then local-preference (\d+)$/),
              },
            ]
      }),
    )
}
