import { createHash } from 'node:crypto'
import { compareText } from '../../text/order.ts'
import type { Sentence } from '../reading/sentence.ts'

/** What a router's configuration is called on the router itself: this, and its fingerprint. */
export const stateName = 'serat-state'

/**
 * Sixteen hexadecimal digits of what a configuration says: equal where two say the same in whatever order they may.
 * Secrets are in it by name, so that a new value of one is the same configuration.
 */
export function fingerprintOf(sentences: readonly Sentence[]): string {
  const free = sentences.filter(({ isOrdered }) => !isOrdered).map(spoken)
  const ordered = Map.groupBy(
    sentences.filter(({ isOrdered }) => isOrdered),
    ({ block }) => block,
  )
  const chains = [...ordered].map(([, own]) => own.map(spoken).join('\n'))
  const text = [...free.sort(compareText), '', ...chains.sort(compareText)].join('\n')
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function spoken({ block, text }: Sentence): string {
  return `${block}\t${text}`
}

const stated = [
  /^add comment=[0-9a-f]{16} name=serat-state$/,
  /^alias exec serat-state-[0-9a-f]{16} configure terminal revert timer \d+$/,
  /^(set )?(policy-options )?prefix-list serat-state-[0-9a-f]{16}$/,
  /^(set )?(policy-options )?(policy-statement )?serat-state from prefix-list serat-state-[0-9a-f]{16}$/,
]

/** Whether a sentence says nothing but a fingerprint: it changes with every other one. */
export function isFingerprint({ text }: Sentence): boolean {
  return stated.some(pattern => pattern.test(text))
}
