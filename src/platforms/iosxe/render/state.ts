import { confirmMinutes } from '../../../intent/decided.ts'
import { fingerprintOf, stateName } from '../../changing/fingerprint.ts'
import { sentencesOf } from '../../reading/sentences.ts'
import { line, lineText, type Line } from '../../text/line.ts'

/**
 * The fingerprint names the word that begins a change: on a router that holds another configuration there is no such
 * word, configuration mode is never entered, and no line behind it means anything.
 */
export function state(before: readonly Line[]): Line[] {
  const fingerprint = fingerprintOf(sentencesOf('.cfg', before.map(lineText).join('\n')))
  return [
    line(
      [],
      'says-what-it-holds',
    )`alias exec ${stateName}-${fingerprint} configure terminal revert timer ${confirmMinutes.script}`,
  ]
}
