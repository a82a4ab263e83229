import type { Intent } from '../../../intent/intent.ts'
import { fingerprintOf, stateName } from '../../changing/fingerprint.ts'
import { isOrderedMenu } from '../../reading/sentences.ts'
import type { Sentence } from '../../reading/sentence.ts'
import { line, lineText, type Line } from '../../text/line.ts'
import { menu } from './menu.ts'

/**
 * Last of all: a script that changes this configuration looks for it, and a load that stopped half way does not have
 * it.
 */
export function stateLine({ identity: { hostname } }: Intent, before: readonly Line[]): Line[] {
  return menu('/system script', [
    line(
      hostname.from,
      'says-what-it-holds',
    )`add name=${stateName} comment=${fingerprintOf(sentences(before.map(lineText)))}`,
  ])
}

/** Renderers write each command in one form: its menu and its words are enough, and no command is read. */
function sentences(texts: readonly string[]): Sentence[] {
  let here = ''
  return texts.flatMap((text): Sentence[] => {
    if (text.startsWith('#')) return []
    const [, own, words] = /^(?:(\/[a-z0-9 -]+?) )?((?:add|set|remove|:[a-z]+) .*)$/.exec(text) ?? []
    if (words === undefined) {
      here = text
      return []
    }
    here = own ?? here
    return [{ block: here, text: words, isOrdered: isOrderedMenu(here) }]
  })
}
