import { parsePrefix } from '../../../model/ip.ts'
import { networkText, shapeFacts, type At } from '../../reading/meaning.ts'
import { value, values } from '../../reading/patterns.ts'
import { sourcesIn } from './filter.ts'
import { type Config, block, masked, texts } from './text.ts'

export function shaping(config: Config, at: At): string[] {
  return config.interfaces.flatMap(({ name, lines }) => {
    const policy = value(lines, /^service-policy output (\S+)$/)
    const [shaper] = policy === undefined ? [] : block(config, `policy-map ${policy}`)
    if (shaper === undefined) return []
    const inner = block(config, `policy-map ${value(texts(shaper.children), /^service-policy (\S+)$/)}`)
    const classes = inner
      .map(({ text, children }) => ({ name: text.slice(6), rank: rankOf(texts(children)) }))
      .filter(own => own.name !== 'class-default' && own.name !== 'Q-ROUTING')
      .toSorted((a, b) => a.rank - b.rank)
    const ends = classes.map(own => prefixesOf(config, own.name))
    const way = ends.flat().every(end => end.way === 'source') ? 'source' : 'destination'
    return shapeFacts(
      `${at(name)} by ${way}`,
      Number(value(texts(shaper.children), /^shape average (\d+)$/)) / 1000,
      ends.map(own => own.map(({ prefix }) => prefix)),
    )
  })
}

/** Levels of priority first, then the larger shares. */
function rankOf(lines: readonly string[]): number {
  const level = value(lines, /^priority level (\d+) /)
  return level !== undefined ? Number(level) : 1000 - Number(value(lines, /^bandwidth remaining ratio (\d+)$/) ?? 0)
}

function prefixesOf(
  config: Config,
  name: string,
): { readonly way: 'source' | 'destination'; readonly prefix: string }[] {
  return values(texts(block(config, `class-map match-any ${name}`)), /^match access-group name (\S+)$/).flatMap(list =>
    [`ip access-list extended ${list}`, `ipv6 access-list ${list}`]
      .flatMap(head => sourcesIn(config, head))
      .flatMap(entry => {
        const [, source, destination] =
          /^permit (?:ip|ipv6) (any|\S+\/\d+|\d\S+ \d\S+) (any|\S+\/\d+|\d\S+ \d\S+)$/.exec(entry) ?? []
        if (source === undefined || destination === undefined) return []
        const text = source === 'any' ? destination : source
        const [address = '', wildcard] = text.split(' ')
        const prefix = wildcard === undefined ? parsePrefix(text) : masked(address, wildcard, true)
        return [
          {
            way: source === 'any' ? ('destination' as const) : ('source' as const),
            prefix: prefix === undefined ? '?' : networkText(prefix),
          },
        ]
      }),
  )
}
