import type { MakeScript, RouterSides } from '../../platforms/changing/change-script.ts'
import { changeIosxe } from '../../platforms/iosxe/change/change.ts'
import { isOrdered, replaces, undone } from '../../platforms/iosxe/change/forms.ts'
import { treeOf, type Node } from '../../platforms/iosxe/change/tree.ts'
import type { Verdict } from './verdict.ts'

/** A block that can be changed. */
interface Open {
  readonly text: string
  children: Open[]
}

const opened = (nodes: readonly Node[]): Open[] =>
  nodes.map(({ text, children }) => ({ text, children: opened(children) }))

/** What a router holds after lines in configuration mode; without the word that enters it nothing is changed. */
export function configured(before: readonly Node[], script: string): readonly Node[] {
  const [word = '', ...lines] = script.split('\n')
  if (!before.some(({ text }) => text.startsWith(`alias exec ${word} `))) return before
  const root: Open = { text: '', children: opened(before) }
  const stack: Open[] = [root]
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const text = line.trim()
    if (text === '' || /^(end|exit|exit-address-family)$/.test(text)) continue
    const depth = line.length - line.trimStart().length
    stack.length = Math.min(stack.length, depth + 1)
    const here = stack.at(-1) ?? root
    const found = say(here, text)
    if (text.startsWith('banner ') && found !== undefined) {
      const sign = text.split(' ').at(-1) ?? ''
      found.children = []
      for (i++; i < lines.length && lines[i] !== sign; i++) found.children.push({ text: lines[i] ?? '', children: [] })
    }
    if (found !== undefined) stack.push(found)
  }
  return root.children
}

function say(here: Open, text: string): Open | undefined {
  const same = here.children.find(child => child.text === text)
  if (same !== undefined) return same
  const taken = here.children.filter(child => undone(child.text) === text)
  if (taken.length > 0) {
    here.children = here.children.filter(child => !taken.includes(child))
    return undefined
  }
  const form = text.replace(/^(switchport trunk allowed vlan) (\d+)$/, '$1 add $2')
  const own: Open = { text: form, children: [] }
  const at = here.children.findIndex(child => replaces(form, child.text))
  const before = isOrdered(here.text) ? here.children.findIndex(child => child.text === 'class class-default') : -1
  if (at >= 0) here.children = here.children.with(at, own)
  else here.children = here.children.toSpliced(before < 0 ? here.children.length : before, 0, own)
  return own
}

function said(nodes: readonly Node[], block = ''): string[] {
  const texts = nodes.map(({ text, children }) => [text, ...said(children, text).map(inner => ` ${inner}`)].join('\n'))
  return isOrdered(block) || block.startsWith('banner ') ? texts : texts.sort()
}

export function checkIosxe(sides: RouterSides, make: MakeScript = changeIosxe): Verdict {
  const [script, undo] = [make(sides), make({ ...sides, before: sides.after, after: sides.before })]
  if ('refused' in script || 'refused' in undo) return { kind: 'refused', why: 'refused' }
  const [old = [], next = []] = [sides.before, sides.after].map(folder => [...folder.values()].flatMap(treeOf))
  const there = configured(old, script.text)
  const again = configured(there, undo.text)
  return {
    kind: 'made',
    texts: [script.text, undo.text],
    commands: script.commands.length,
    withoutWay: 0,
    faults: [
      ...difference('script', said(there), said(next)),
      ...difference('undo', said(again), said(old)),
      ...(configured(next, script.text) === next ? [] : ['it changes a router of another configuration']),
    ],
  }
}

function difference(what: string, is: readonly string[], shall: readonly string[]): string[] {
  if (is.join('\n') === shall.join('\n')) return []
  const [extra, missing] = [is.find(text => !shall.includes(text)), shall.find(text => !is.includes(text))]
  const [a, b] = [(extra ?? '').split('\n'), (missing ?? '').split('\n')]
  return [
    `${what}: ${a[0]} "${a.find(text => !b.includes(text)) ?? ''}" for "${b.find(text => !a.includes(text)) ?? ''}"`,
  ]
}
