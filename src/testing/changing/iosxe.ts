import type { MakeScript, RouterSides } from '../../platforms/changing/change-script.ts'
import { changeIosxe } from '../../platforms/iosxe/change/change.ts'
import { isOrdered } from '../../platforms/iosxe/change/forms.ts'
import { readLines } from '../../platforms/iosxe/change/session.ts'
import { treeOf } from '../../platforms/iosxe/change/tree.ts'
import type { Node } from '../../platforms/iosxe/read/blocks.ts'
import type { Verdict } from './verdict.ts'

/** What a router holds after lines in configuration mode; without the word that enters it nothing is changed. */
export function configured(before: readonly Node[], script: string): readonly Node[] {
  const [word = '', ...lines] = script.split('\n')
  if (!before.some(({ text }) => text.startsWith(`alias exec ${word} `))) return before
  return [...readLines(before, lines)].at(-1)?.nodes ?? before
}

function said(nodes: readonly Node[], block = ''): string[] {
  const texts = nodes.map(({ text, children }) => [text, ...said(children, text).map(inner => ` ${inner}`)].join('\n'))
  return isOrdered(block) || block.startsWith('banner ') ? texts : texts.sort()
}

export function checkIosxe(sides: RouterSides, make: MakeScript = changeIosxe): Verdict {
  const [script, undo] = [make(sides), make(turned(sides))]
  if ('refused' in script || 'refused' in undo) return { kind: 'refused', why: 'refused' }
  const [old = [], next = []] = [sides.before, sides.after].map(folder => [...folder.values()].flatMap(treeOf))
  const there = configured(old, script.text)
  const again = configured(there, undo.text)
  return {
    kind: 'made',
    texts: [script.text, undo.text],
    commands: script.commands.length,
    withoutWay: script.withoutWay?.length ?? 0,
    faults: [
      ...difference('script', said(there), said(next)),
      ...difference('undo', said(again), said(old)),
      ...(configured(next, script.text) === next ? [] : ['it changes a router of another configuration']),
    ],
  }
}

/** The way back. */
function turned({ before, after, ways, ...rest }: RouterSides): RouterSides {
  return { ...rest, before: after, after: before, ways: { before: ways.after, after: ways.before } }
}

function difference(what: string, is: readonly string[], shall: readonly string[]): string[] {
  if (is.join('\n') === shall.join('\n')) return []
  const [extra, missing] = [is.find(text => !shall.includes(text)), shall.find(text => !is.includes(text))]
  const [a, b] = [(extra ?? '').split('\n'), (missing ?? '').split('\n')]
  return [
    `${what}: ${a[0]} "${a.find(text => !b.includes(text)) ?? ''}" for "${b.find(text => !a.includes(text)) ?? ''}"`,
  ]
}
