import { masked, resolved, type Secrets, type Template } from '../secrets/template.ts'
import { frrLines, type FrrLine } from './frr-lines.ts'

/**
 * A running configuration in the words of the declared one: equal where both say the same, in whatever order; else lines that do not run
 * are missing and lines that nobody declared stand at the head of their block, or last. Secrets are back by name.
 */
export function frrLive(template: Template, running: string, secrets: Secrets): string {
  const declared = frrLines(template.text)
  // The same lines with their secrets, as they would run.
  const wanted = frrLines(resolved(template, secrets))
  const runs = new Map(frrLines(running).flatMap(line => (line.path === undefined ? [] : [[line.path, line] as const])))
  const known = new Set(wanted.map(({ path }) => path))
  const added = [...runs.values()].filter(({ path }) => !known.has(path))
  const lost = wanted.map(({ path }) => path !== undefined && !runs.has(path))
  if (added.length === 0 && !lost.includes(true)) return template.text

  const inBlock = Map.groupBy(added, ({ block }) => block)
  const shown = (lines: readonly FrrLine[] = []): string[] => lines.map(({ text }) => masked(template, text, secrets))
  const kept = declared.flatMap(({ text }, i) => {
    const own = wanted[i]?.path
    return [...(lost[i] === true ? [] : [text]), ...(own === undefined ? [] : shown(inBlock.get(own)))]
  })
  const rest = shown(added.filter(({ block }) => !known.has(block)))
  return rest.length === 0
    ? kept.join('\n')
    : [...(kept.at(-1) === '' ? kept.slice(0, -1) : kept), ...rest, ''].join('\n')
}
