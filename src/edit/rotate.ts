import type { Network } from '../model/network.ts'
import { numberAfter } from '../plan/rotation.ts'
import { offsetsOf } from '../source/locate.ts'
import { inside, type Place, type Source } from '../source/source.ts'
import type { Edited, Refused } from './edited.ts'
import { indentAt, isFlow } from './layout.ts'
import { numberSplice, scalarSplice, spliced, type Splice } from './splice.ts'

export const rotationSteps = ['accept', 'send', 'finish'] as const
export type RotationStep = (typeof rotationSteps)[number]

interface Wish {
  readonly step: RotationStep
  /** Name of the secret that takes its place; else one is made of the old one and its number. */
  readonly to: string | undefined
}

/** One step of the rotation of the OSPF key: both are taken, then the new one is sent by, then the old one goes. */
export function rotated(sources: readonly Source[], network: Network, wish: Wish): Edited | Refused {
  const { next, secret, keyId } = network.declared.routing.ospfKey
  const at = inside(network.origin, 'routing', 'ospfKey')
  const due = next === undefined ? 'accept' : next.step === 'accept' ? 'send' : 'finish'
  if (wish.step !== due) return [outOfTurn(secret, wish.step, due)]
  if (next === undefined) {
    const name = wish.to ?? nameAfter(secret, keyId)
    return edited(sources, [entrySplice(at, `next: { secret: ${name}, step: accept }`)])
  }
  if (wish.step === 'send') return edited(sources, [scalarSplice(inside(at, 'next', 'step'), 'send')])
  const number = numberAfter(keyId)
  return edited(sources, [
    scalarSplice(inside(at, 'secret'), next.secret),
    ...(isDeclared(at, 'keyId')
      ? [numberSplice(inside(at, 'keyId'), number), withoutEntry(inside(at, 'next'))]
      : [withoutEntry(inside(at, 'next'), `key_id: ${number}`)]),
  ])
}

function edited(sources: readonly Source[], splices: readonly Splice[]): Edited {
  return { sources: spliced(sources, splices), removed: [] }
}

/** `ospf/backbone` is followed by `ospf/backbone-2`, that by `ospf/backbone-3`. */
function nameAfter(secret: string, keyId: number): string {
  const suffix = `-${keyId}`
  const stem = secret.endsWith(suffix) ? secret.slice(0, -suffix.length) : secret
  return `${stem}-${numberAfter(keyId)}`
}

function outOfTurn(secret: string, step: RotationStep, due: RotationStep): Refused[number] {
  return {
    id: `rahasia ${secret}: langkah berikutnya ${due}, bukan ${step}; pasang setiap langkah di semua router sebelum yang berikutnya`,
    en: `secret ${secret}: the step that is due is ${due}, not ${step}; deploy each step on every router before the next one`,
  }
}

function isDeclared(at: Place, key: string): boolean {
  const [from] = offsetsOf({ ...inside(at, key), key: true })
  return /^["']?key_id\b/.test(at.source.text.slice(from))
}

/** A new entry behind the secret's name. */
function entrySplice(at: Place, text: string): Splice {
  const { path, text: file } = at.source
  const [, end] = offsetsOf(inside(at, 'secret'))
  if (isFlow(at)) return { path, from: end, to: end, text: `, ${text}` }
  const line = file.indexOf('\n', end)
  const from = line < 0 ? file.length : line
  return { path, from, to: from, text: `\n${indentAt({ ...inside(at, 'secret'), key: true })}${text}` }
}

/** Without an entry, or with another in its place. */
function withoutEntry(entry: Place, instead = ''): Splice {
  const { path, text } = entry.source
  const [start] = offsetsOf({ ...entry, key: true })
  const end = isFlow(entry) ? offsetsOf(entry)[1] : endOfBlock(text, start)
  if (instead !== '') return { path, from: start, to: end, text: instead }
  const before = /(?:,\s*|\n *)$/.exec(text.slice(0, start))?.[0].length ?? 0
  return { path, from: start - before, to: end, text: '' }
}

/** The end of the last line that is indented deeper than the one that starts a block. */
function endOfBlock(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const [head = '', ...rest] = text.slice(line).split('\n')
  const depth = start - line
  const count = rest.findIndex(each => each.trim() !== '' && each.search(/\S/) <= depth)
  const body = rest.slice(0, count < 0 ? rest.length : count)
  while (body.at(-1)?.trim() === '') body.pop()
  return line + [head, ...body].join('\n').length
}
