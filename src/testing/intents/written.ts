import type { Intent } from '../../intent/intent.ts'
import type { Renderer } from '../../platforms/renderer.ts'
import type { Line } from '../../platforms/text/line.ts'

/** What a platform that knows one file writes of a router. */
export function linesBy(renderer: Renderer, intent: Intent): readonly Line[] {
  const [file] = renderer.render(intent)
  if (file === undefined) throw new Error('no file')
  return file.lines
}

/** Names of the secrets in these lines, each once. */
export function secretsIn(lines: readonly Line[]): string[] {
  const names = lines.flatMap(({ parts }) =>
    parts.flatMap(part => (typeof part === 'object' && 'secret' in part ? [part.secret] : [])),
  )
  return [...new Set(names)].sort()
}
