import type { PracticeId } from '../../../intent/practice.ts'
import { line, type Line, Quoted } from '../../text/line.ts'

/** A base chain; none where it has no rule and accepts everything. */
export function nftChain(name: string, hook: string, practice: PracticeId, rules: readonly Line[]): Line[] {
  if (rules.length === 0 && hook.endsWith('policy accept;')) return []
  return [
    line([], 'structure')`  chain ${name} {`,
    line([], practice)`    ${new Quoted(hook)}`,
    ...rules,
    line([], 'structure')`  }`,
  ]
}
