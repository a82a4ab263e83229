import {
  passiveFact,
  ospfFact,
  signedText,
  takenFact,
  neighborFacts,
  givenFact,
  familyOf,
} from '../../reading/meaning.ts'
import { secretIn, type Words, type Read, type Script } from './script.ts'

export const ospf: Read = ({ of, items }, at) =>
  ([2, 3] as const).flatMap(version => {
    const templates = items('/routing ospf interface-template').filter(({ values }) =>
      of('/routing ospf area', 'name', values.get('area')).some(area =>
        of('/routing ospf instance', 'name', area.get('instance')).some(
          instance => instance.get('version') === String(version),
        ),
      ),
    )
    return [
      ...of('/routing ospf instance', 'version', String(version)).flatMap(instance => [
        `ospf${version} router-id ${instance.get('router-id')}`,
        ...external(version, instance, of),
      ]),
      ...templates.map(({ values: words, flags }) => {
        const name = words.get('interfaces')
        if (flags.has('passive')) return passiveFact(version, at(name))
        const auth =
          secretIn(words.get('auth-key')) === undefined
            ? 'none'
            : signedText(words.get('auth') ?? '', [[words.get('auth-id') ?? '', secretIn(words.get('auth-key'))]])
        const kind = words.get('type') === 'ptp' ? '' : '?'
        return (
          kind +
          ospfFact({
            version,
            key: at(name),
            cost: words.get('cost') ?? 'none',
            authentication: auth,
            bfd: words.get('use-bfd') === 'yes' ? bfdOn(of, name) : undefined,
          })
        )
      }),
    ]
  })

function external(version: 2 | 3, instance: Words, of: Script['of']): string[] {
  const rules = (chain: string | undefined): string[] =>
    of('/routing filter rule', 'chain', chain).map(words => words.get('rule') ?? '')
  const out = rules(instance.get('out-filter-chain'))
  const zero = version === 2 ? '0.0.0.0/0' : '::/0'
  const first = out.find(rule => rule.includes(`dst == ${zero}`))
  const leased = instance.get('redistribute') === 'bgp' ? out.find(rule => rule.includes('protocol bgp')) : undefined
  const refused = /^if \(ospf-ext-tag == (\d+)\) \{ reject \}/.exec(
    rules(instance.get('in-filter-chain'))[0] ?? '',
  )?.[1]
  const metric = (rule: string): string | undefined =>
    rule.includes('set ospf-ext-type type1') ? /set ospf-ext-metric (\d+)/.exec(rule)?.[1] : undefined
  return [
    ...(instance.get('originate-default') === 'if-installed' && first !== undefined
      ? [`ospf${version} default metric=${metric(first)}`]
      : []),
    ...(leased === undefined
      ? []
      : [`ospf${version} leased metric=${metric(leased)} tag=${/set ospf-ext-tag (\d+)/.exec(leased)?.[1]}`]),
    ...(refused === undefined ? [] : [`ospf${version} refuses tag=${refused}`]),
  ]
}

function bfdOn(of: Script['of'], name: string | undefined): { intervalMs: string; multiplier: string } | undefined {
  const [words] = of('/routing bfd configuration', 'interfaces', name)
  const [rx, tx] = [words?.get('min-rx'), words?.get('min-tx')]
  return words === undefined
    ? undefined
    : {
        intervalMs: rx === tx ? (rx?.replace(/ms$/, '') ?? '?') : `${rx}/${tx}`,
        multiplier: words.get('multiplier') ?? '?',
      }
}

export const bgp: Read = script => {
  const { of } = script
  const [main] = of('/routing bgp instance', 'name', 'bgp-main')
  const connections = of('/routing bgp connection')
  const as = main?.get('as') ?? connections[0]?.get('as')
  if (as === undefined) return []
  return [
    `bgp as=${as} router-id=${main?.get('router-id') ?? connections[0]?.get('router-id')}`,
    ...[
      ...of('/ip firewall address-list', 'list', 'bgp-own'),
      ...of('/ipv6 firewall address-list', 'list', 'bgp-own'),
    ].map(words => `bgp own ${words.get('address')}`),
    ...connections.flatMap(words => connection(script, words)),
  ]
}

function connection({ of }: Script, words: Words): string[] {
  const remote = words.get('remote.address') ?? '?'
  const internal = words.get('local.role') === 'ibgp'
  const local = words.get('local.address') ?? '?'
  const through = [...of('/ip address'), ...of('/ipv6 address')]
    .find(own => own.get('address')?.split('/')[0] === local)
    ?.get('interface')
  const instance = of('/routing bgp instance', 'name', words.get('instance'))[0]
  const family = familyOf(remote)
  const rules = (chain: string | undefined): string[] =>
    of('/routing filter rule', 'chain', chain)
      .map(own => own.get('rule') ?? '')
      .filter(rule => (rule.includes(':') ? 6 : 4) === family)
  return [
    ...neighborFacts({
      remote,
      remoteAs: words.get('remote.as') ?? '?',
      localAs: instance?.get('as') ?? words.get('as') ?? '?',
      local,
      password: secretIn(words.get('tcp-md5-key')),
      bfd: words.get('use-bfd') === 'yes' ? bfdOn(of, through) : undefined,
      maximum: words.get(`input.limit-process-routes-ipv${family}`),
      hold: words.get('hold-time')?.replace(/s$/, ''),
    }),
    ...rules(words.get('input.filter')).flatMap(rule => {
      const pattern = patternIn(rule)
      return pattern === undefined
        ? []
        : [
            takenFact({
              remote,
              ...pattern,
              preference: /set bgp-local-pref (\d+)/.exec(rule)?.[1] ?? 100,
              distance: /set distance (\d+)/.exec(rule)?.[1] ?? (internal ? 200 : 20),
            }),
          ]
    }),
    ...rules(words.get('output.filter-chain')).flatMap(rule => {
      const pattern = patternIn(rule)
      return pattern === undefined ? [] : [givenFact(remote, pattern.prefix, pattern.upTo)]
    }),
  ]
}

function patternIn(rule: string): { readonly prefix: string; readonly upTo: number | undefined } | undefined {
  const [, operator, prefix, upTo] =
    /^if \(dst (==|in) ([^ )]+)(?: && dst-len <= (\d+))?\) \{.*accept \}$/.exec(rule) ?? []
  return prefix === undefined
    ? undefined
    : { prefix, upTo: operator === 'in' ? Number(upTo ?? (prefix.includes(':') ? 128 : 32)) : undefined }
}
