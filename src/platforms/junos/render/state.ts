import { fingerprintOf, stateName } from '../../changing/fingerprint.ts'
import { sentencesOf } from '../../reading/sentences.ts'
import { line, lineText, type Line } from '../../text/line.ts'

/**
 * The fingerprint names a list of prefixes that holds none, and a policy that nobody uses asks for it: a change that
 * was made for another configuration asks for a list that is not there, and Junos refuses to commit it.
 */
export function state(before: readonly Line[]): Line[] {
  const say = line([], 'says-what-it-holds')
  const name = `${stateName}-${fingerprintOf(sentencesOf('.set', before.map(lineText).join('\n')))}`
  return [
    say`set policy-options prefix-list ${name}`,
    say`set policy-options policy-statement ${stateName} from prefix-list ${name}`,
    say`set policy-options policy-statement ${stateName} then reject`,
  ]
}
