import { stateName } from '../changing/fingerprint.ts'

/** The texts of one file on two sides. */
interface Pair {
  readonly before: string
  readonly after: string
}

/**
 * The texts without the lines that both begin and end with: they say the same. Cut only where a line means the same
 * whatever stands before it; a configuration of a hub is long, and a change in it short.
 */
export function differingTexts(file: string, { before, after }: Pair): Pair {
  const isFresh = freshLine(file)
  if (isFresh === undefined) return { before, after }
  const [old, now] = [linesOf(before), linesOf(after)]
  const shortest = Math.min(old.length, now.length)
  let [alike, start] = [0, 0]
  while (alike < shortest && old[alike] === now[alike]) {
    if (isFresh(old[alike] ?? '')) start = alike
    alike++
  }
  // The first line that differs begins anew on both sides, or is read with the block that it stands in.
  if (isFresh(old[alike] ?? '') && isFresh(now[alike] ?? '')) start = alike
  let [same, end] = [1, 0]
  for (; same <= shortest - alike && old.at(-same) === now.at(-same); same++)
    if (isFresh(old.at(-same) ?? '')) end = same
  return {
    before: old.slice(start, old.length - end).join('\n'),
    after: now.slice(start, now.length - end).join('\n'),
  }
}

/** Without the fingerprint, which differs wherever anything does. */
function linesOf(text: string): readonly string[] {
  return text.split('\n').filter(line => !line.includes(stateName))
}

/** Undefined where what a line says hangs on how many others there are, as in units of systemd. */
function freshLine(file: string): ((line: string) => boolean) | undefined {
  if (file.endsWith('.rsc')) return line => line.startsWith('/')
  if (file.endsWith('.set')) return line => line.startsWith('set ')
  if (file.endsWith('frr.conf') || file.endsWith('.cfg')) return line => /^[a-z]/.test(line)
  return undefined
}
