import { stateName } from '../changing/fingerprint.ts'
import { commandsOf, type Command } from '../routeros/script/commands.ts'
import type { Sentence } from './sentence.ts'

/** The sentences of one file of a router's folder, by its name. */
export function sentencesOf(file: string, text: string): Sentence[] {
  return allSentences(file, text).filter(sentence => !isState(sentence))
}

const stateForms = new RegExp(
  `^(alias exec ${stateName}-|policy-options prefix-list ${stateName}-|policy-options policy-statement ${stateName} )`,
)

/** The fingerprint of everything else says nothing of its own. */
function isState({ block, text }: Sentence): boolean {
  if (block === '/system script') return text.endsWith(` name=${stateName}`)
  return stateForms.test(text)
}

function allSentences(file: string, text: string): Sentence[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  if (file.endsWith('.rsc')) return routerosSentences(text)
  if (file.endsWith('.set')) return junosSentences(lines)
  if (/\.(network|netdev|link|service|timer)$|^networkd\.conf\.d\//.test(file)) return unitSentences(lines)
  if (file.startsWith('nftables')) return braceSentences(lines)
  return indentedSentences(lines)
}

const orderedMenu = /^\/(ip(v6)? firewall (filter|nat|raw|mangle)|routing filter rule)$/

/** Whether what stands in a menu of RouterOS is matched in turn. */
export function isOrderedMenu(menu: string): boolean {
  return orderedMenu.test(menu)
}

function routerosSentences(script: string): Sentence[] {
  const lines = script.split('\n')
  return commandsOf(script).map((command): Sentence => {
    const { menu, verb, values, flags, line } = command
    if (verb.startsWith(':')) return { block: '', text: (lines[line - 1] ?? '').trim(), isOrdered: true }
    const words = [...[...values].map(([key, value]) => `${key}=${spaced(value)}`), ...flags].sort()
    return { block: menu, text: [verb, ...targetWords(command), ...words].join(' '), isOrdered: isOrderedMenu(menu) }
  })
}

function targetWords({ target }: Command): string[] {
  if (target === undefined) return []
  if ('names' in target) return [...target.names]
  return [`[${['find', ...target.find.map(({ key, operator, value }) => key + operator + spaced(value))].join(' ')}]`]
}

function spaced(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value
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
