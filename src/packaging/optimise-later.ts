import { setFlagsFromString } from 'node:v8'

/**
 * V8 optimises what was called 400 times, again at 3,000 times, and a run that is over within a second or two pays for
 * that and seldom has it back. Later, it is what a large build spends its time in. Node 24 alone was measured, and an
 * older one does not know these words.
 */
export function optimiseLater(): void {
  if (!process.versions.node.startsWith('24.')) return
  setFlagsFromString('--invocation-count-for-maglev=2000')
  setFlagsFromString('--invocation-count-for-turbofan=15000')
}
