import { routerosEntries } from '../routeros/read/entries.ts'

/** One thing that a configuration says, with the block that it stands in. Comments and the order of arguments say nothing. */
export interface Sentence {
  /** Menu, stanza, section or chain; empty outside of any. */
  readonly block: string
  readonly text: string
  /** Whether its place among the others of its block counts, as that of a filter rule does. */
  readonly isOrdered: boolean
}

/** The sentences of one file of a router's folder, by its name. */
export function sentencesOf(file: string, text: string): Sentence[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  if (file.endsWith('.rsc')) return routerosSentences(file, lines)
  if (file.endsWith('.set')) return junosSentences(lines)
  if (/\.(network|netdev|link)$|^networkd\.conf\.d\//.test(file)) return unitSentences(lines)
  if (file.startsWith('nftables')) return braceSentences(lines)
  return indentedSentences(lines)
}

const orderedMenu = /^\/(ipv?6? firewall (filter|nat|raw|mangle)|routing filter rule)$/

function routerosSentences(file: string, lines: readonly string[]): Sentence[] {
  return routerosEntries(file, lines).flatMap(({ menu, text, words }): Sentence[] => {
    if (menu === '#') return []
    if (menu === ':') return [{ block: '', text, isOrdered: true }]
    const found = /\[[^\]]*\]/.exec(text)?.[0]
    const bare = text.replace(/(?<=[\s[])([a-z0-9.-]+)=("(?:[^"\\]|\\.)*"|\S+)/g, '').trim()
    const verb = found === undefined ? bare.replace(/\s+/g, ' ') : `${bare.split(' ')[0]} ${found}`
    const said = [...words]
      .filter(([key]) => found === undefined || !found.includes(`${key}=`))
      .map(([key, value]) => `${key}=${/\s/.test(value) ? `"${value}"` : value}`)
    return [{ block: menu, text: [verb, ...said.sort()].join(' '), isOrdered: orderedMenu.test(menu) }]
  })
}

/** What is matched in turn: terms of filters and policies go by the order in which they are first named. */
const orderedStatement = /^(firewall|policy-options policy-statement|security policies|security nat) /

function junosSentences(lines: readonly string[]): Sentence[] {
  return lines
    .filter(line => !line.startsWith('#'))
    .map(line => {
      const text = line.replace(/^set /, '')
      return { block: text.split(' ').slice(0, 2).join(' '), text, isOrdered: orderedStatement.test(text) }
    })
}

/** A section that occurs once says its lines one by one; of several with one name each is one sentence. */
function unitSentences(lines: readonly string[]): Sentence[] {
  const sections: { readonly name: string; readonly lines: string[] }[] = []
  for (const line of lines) {
    if (line.startsWith('#') || line.startsWith(';')) continue
    if (/^\[\w+\]$/.test(line)) sections.push({ name: line, lines: [] })
    else sections.at(-1)?.lines.push(line)
  }
  return [...Map.groupBy(sections, ({ name }) => name)].flatMap(([block, same]) =>
    same.length === 1
      ? same.flatMap(section => section.lines.map(text => ({ block, text, isOrdered: false })))
      : same.map(section => ({ block, text: section.lines.toSorted().join('; '), isOrdered: false })),
  )
}

function braceSentences(lines: readonly string[]): Sentence[] {
  const blocks: string[] = []
  return lines.flatMap((line): Sentence[] => {
    const text = line.trim().replace(/,$/, '')
    if (text.startsWith('#')) return []
    if (text === '}') {
      blocks.pop()
      return []
    }
    const block = blocks.join(' > ')
    if (!text.endsWith('{')) return [{ block, text, isOrdered: blocks.at(-1)?.startsWith('chain ') === true }]
    blocks.push(text.slice(0, -1).replace(/=\s*$/, '').trim())
    return []
  })
}

const orderedStanza = /^(ip|ipv6) access-list /
const frame = /^(!|#|exit$|exit-address-family$)/

/** Blocks by indentation: FRR and IOS XE, and files of single lines. */
function indentedSentences(lines: readonly string[]): Sentence[] {
  const blocks: { readonly indent: number; readonly text: string }[] = []
  return lines.flatMap((line): Sentence[] => {
    const text = line.trim()
    if (frame.test(text)) return []
    const indent = line.length - line.trimStart().length
    while ((blocks.at(-1)?.indent ?? -1) >= indent) blocks.pop()
    const block = blocks.map(each => each.text).join(' > ')
    blocks.push({ indent, text })
    return [{ block, text, isOrdered: orderedStanza.test(block) }]
  })
}
