import type { Bilingual } from '../../../diagnostic/diagnostic.ts'
import { stateName } from '../../changing/fingerprint.ts'
import type { ChangeScript, RouterSides } from '../../changing/change-script.ts'
import { isOrdered, isThere, replaces, undone } from './forms.ts'
import type { Node } from '../read/blocks.ts'
import { treeOf } from './tree.ts'
import { wayByWay } from './way-by-way.ts'
import { linesWithoutWay, wordsOfWays } from './way.ts'

const confirmMinutes = 15

/**
 * Lines for configuration mode under a timer of the router. The first is the word that the fingerprint names, which
 * enters that mode: elsewhere there is no such word, and no line behind it means anything outside of that mode.
 */
export function changeIosxe({ router, before, after, ways }: RouterSides): ChangeScript {
  const [old, now] = [treeIn(before), treeIn(after)]
  const [from, to] = [fingerprintIn(old), fingerprintIn(now)]
  const { commands, withoutWay } = leastCut({ before: old, after: now }, ways)
  const alias = (name: string): string => `alias exec ${name} configure terminal revert timer ${confirmMinutes}`
  const lines = [from, ...commands, `no ${alias(from)}`, alias(to), 'end']
  return {
    file: `${router}.cfg`,
    text: lines.map(text => `${text}\n`).join(''),
    commands: commands.filter(text => !/^ *exit(-address-family)?$/.test(text)),
    withoutWay,
    run: [withoutWay.length === 0 ? pasted(from) : copied(from, `${router}.cfg`)],
    confirm: 'configure confirm',
    confirmMinutes,
    backNow: { id: '`configure revert now`', en: '`configure revert now`' },
  }
}

/** Lines in the order of the files, or way by way where fewer of them leave the NOC without a way. */
function leastCut(
  { before, after }: { readonly before: readonly Node[]; readonly after: readonly Node[] },
  ways: RouterSides['ways'],
): { readonly commands: readonly string[]; readonly withoutWay: readonly number[] } {
  const { frees, made, gone } = changesOf(before.filter(isNotState), after.filter(isNotState))
  const usual = [...frees, ...made, ...gone]
  const cut = linesWithoutWay(before, usual, ways)
  const words = new Map([...wordsOfWays(before, ways.before), ...wordsOfWays(after, ways.after)])
  const turned = cut.length === 0 ? undefined : wayByWay(made, words)
  if (turned === undefined) return { commands: usual, withoutWay: cut }
  const commands = [...frees, ...turned, ...gone]
  const withoutWay = linesWithoutWay(before, commands, ways)
  return withoutWay.length < cut.length ? { commands, withoutWay } : { commands: usual, withoutWay: cut }
}

function pasted(word: string): Bilingual {
  return {
    id:
      `Dari baris EXEC, tempel seluruh skrip. Baris pertamanya, \`${word}\`, masuk ke mode konfigurasi dengan ` +
      'pewaktu; bila router menjawab "Invalid input", ia memuat konfigurasi lain: berhenti, tidak ada yang berubah.',
    en:
      `From the EXEC prompt, paste the whole script. Its first line, \`${word}\`, enters configuration mode under ` +
      'a timer; where the router answers "Invalid input" it holds another configuration: stop, nothing is changed.',
  }
}

/** Where the way itself moves a session would break off between two lines: the router reads them all by itself. */
function copied(word: string, file: string): Bilingual {
  return {
    id:
      `Jangan ditempel: sesinya putus di tengah. Salin skrip ke \`flash:${file}\`, ` +
      `ketik \`${word}\` lalu \`end\`: pewaktu berjalan; bila router menjawab "Invalid input", ` +
      `ia memuat konfigurasi lain: berhenti, tidak ada yang berubah. Lalu \`copy flash:${file} running-config\`: ` +
      'router membaca semua baris sendiri, dan menolak baris pertamanya saja.',
    en:
      `Do not paste it: the session breaks off half way. Copy the script to \`flash:${file}\`, ` +
      `type \`${word}\` and \`end\`: the timer runs; where the router answers "Invalid input" it holds another ` +
      `configuration: stop, nothing is changed. Then \`copy flash:${file} running-config\`: the router reads all ` +
      'lines by itself, and refuses the first alone.',
  }
}

function treeIn(folder: RouterSides['before']): Node[] {
  return [...folder.values()].flatMap(treeOf)
}

const aliasPattern = new RegExp(`^alias exec (${stateName}-\\w+) `)

function fingerprintIn(nodes: readonly Node[]): string {
  return nodes.flatMap(({ text }) => aliasPattern.exec(text)?.[1] ?? [])[0] ?? ''
}

function isNotState({ text }: Node): boolean {
  return !aliasPattern.test(text)
}

/** What is new or differs in the order of the new file, then what is gone in the reverse order of the old one. */
function changesOf(old: readonly Node[], now: readonly Node[]): Readonly<Record<'frees' | 'made' | 'gone', string[]>> {
  const freed = freedAddresses(old, now)
  const known = new Map(old.map(node => [node.text, without(node, freed.get(node.text) ?? [])]))
  const wanted = new Set(now.map(({ text }) => text))
  const made = now.flatMap(node => {
    const former = known.get(node.text)
    if (former === undefined) return whole(node)
    if (node.text.startsWith('banner ')) return sameLines(former, node) ? [] : whole(node)
    return blockChanges(former, node)
  })
  const gone = old.filter(({ text }) => !wanted.has(text) && !now.some(next => replaces(next.text, text)))
  const frees = [...freed].flatMap(([text, lines]) => [text, ...lines.map(line => ` no ${line}`)])
  return { frees, made, gone: gone.toReversed().flatMap(removal) }
}

function removal(node: Node): string[] {
  if (!isThere(node.text)) return [undone(node.text)]
  return [node.text, ...node.children.toReversed().map(child => ` ${undone(child.text)}`)]
}

function sameLines(a: Node, b: Node): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function whole({ text, children }: Node, indent = ''): string[] {
  if (text.startsWith('banner ')) return [text, ...children.map(child => child.text), text.split(' ').at(-1) ?? '']
  const firstVlan = children.findIndex(child => child.text.startsWith('switchport trunk allowed vlan add '))
  const own = children.map((child, i) =>
    i === firstVlan ? { ...child, text: child.text.replace(' add ', ' ') } : child,
  )
  return [`${indent}${text}`, ...own.flatMap(child => closed(whole(child, `${indent} `), child, indent))]
}

/** Behind a block within a block the outer one goes on. */
function closed(lines: readonly string[], { text, children }: Node, indent: string): readonly string[] {
  if (children.length === 0 || lines.length === 0) return lines
  return [...lines, `${indent} ${text.startsWith('address-family ') ? 'exit-address-family' : 'exit'}`]
}

function blockChanges(old: Node, now: Node, indent = ''): string[] {
  const inner = isOrdered(now.text)
    ? orderedChanges(old, now, indent)
    : innerChanges(old.children, now.children, indent)
  return inner.length === 0 ? [] : [`${indent}${now.text}`, ...inner]
}

function innerChanges(old: readonly Node[], now: readonly Node[], indent: string): string[] {
  const known = new Map(old.map(node => [node.text, node]))
  const wanted = new Set(now.map(({ text }) => text))
  const gone = old.filter(({ text }) => !wanted.has(text) && !now.some(next => replaces(next.text, text)))
  const hadVlans = old.some(({ text }) => text.startsWith('switchport trunk allowed vlan '))
  const firstVlan = hadVlans ? undefined : now.find(({ text }) => text.startsWith('switchport trunk allowed vlan '))
  const made = now.flatMap(node => {
    const former = known.get(node.text)
    if (former !== undefined) return closed(blockChanges(former, node, `${indent} `), node, indent)
    const own = node === firstVlan ? { ...node, text: node.text.replace(' add ', ' ') } : node
    return closed(whole(own, `${indent} `), node, indent)
  })
  // A line that stands in the way of another goes first: a mode before what it excludes.
  return [...gone.toReversed().map(({ text }) => `${indent} ${undone(text)}`), ...made]
}

/**
 * A new line is matched last, so that what shall stand behind it is taken away and said again; what comes last by
 * itself stays.
 */
function orderedChanges(old: Node, now: Node, indent: string): string[] {
  const wanted = new Map(now.children.map(child => [child.text, child]))
  const stays = old.children.filter(({ text }) => wanted.has(text) && text !== last)
  const shall = now.children.filter(({ text }) => text !== last)
  const kept = shall.findIndex(({ text }, i) => stays[i]?.text !== text)
  const count = kept < 0 ? shall.length : kept
  const keptTexts = new Set(shall.slice(0, count).map(({ text }) => text))
  const gone = old.children.filter(({ text }) => text !== last && !keptTexts.has(text))
  const own = [...shall.slice(0, count), ...now.children.filter(({ text }) => text === last)]
  const inner = own.flatMap(node => {
    const former = old.children.find(({ text }) => text === node.text)
    return former === undefined ? [] : closed(blockChanges(former, node, `${indent} `), node, indent)
  })
  return [
    ...gone.toReversed().map(({ text }) => `${indent} ${undone(text)}`),
    ...inner,
    ...shall.slice(count).flatMap(node => closed(whole(node, `${indent} `), node, indent)),
  ]
}

const last = 'class class-default'

/** Addresses that another interface takes over: two cannot have one at a time. */
function freedAddresses(old: readonly Node[], now: readonly Node[]): ReadonlyMap<string, readonly string[]> {
  const addressesOf = ({ children }: Node): string[] =>
    children.flatMap(({ text }) => (/^ip(v6)? address \S*\d/.test(text) ? [text] : []))
  const taken = new Map(now.flatMap(node => addressesOf(node).map(text => [text, node.text])))
  return new Map(
    old.flatMap(node => {
      const freed = addressesOf(node).filter(text => taken.has(text) && taken.get(text) !== node.text)
      return freed.length === 0 ? [] : [[node.text, freed] as const]
    }),
  )
}

function without({ text, children }: Node, gone: readonly string[]): Node {
  return { text, children: children.filter(child => !gone.includes(child.text)) }
}
