import type { SshSettings } from '../provider/configuration.ts'
import type { Target } from './target.ts'

export function frrTarget(_settings: SshSettings): Target {
  const notYet = (): never => { throw new Error('not yet') }
  return { read: notYet, apply: notYet, remove: notYet, location: notYet }
}
