import {
  hidden,
  knownValues,
  linesOf,
  readBy,
  type Secrets,
  type Template,
  type TemplateLine,
} from '../secrets/template.ts'
import { frrLines, type FrrLine } from './frr-lines.ts'

/**
 * A running configuration in the words of the declared one: equal where both say the same, in whatever order; else
 * lines that do not run are missing and lines that nobody declared stand at the head of their block, or last. Secrets
 * are back by name, also where no value is to be had.
 */
export function frrLive(template: Template, running: string, secrets: Secrets): string {
  const declared = frrLines(template.text)
  const runs = new Map(
    named(frrLines(running), template, secrets).flatMap(line => (line.path === undefined ? [] : [[line.path, line]])),
  )
  const known = new Set(declared.map(({ path }) => path))
  const added = [...runs.values()].filter(({ path }) => !known.has(path))
  const lost = declared.map(({ path }) => path !== undefined && !runs.has(path))
  if (added.length === 0 && !lost.includes(true)) return template.text

  const inBlock = Map.groupBy(added, ({ block }) => block)
  const shown = (lines: readonly FrrLine[] = []): string[] => lines.map(({ text }) => text)
  const kept = declared.flatMap(({ text, path }, i) => [
    ...(lost[i] === true ? [] : [text]),
    ...(path === undefined ? [] : shown(inBlock.get(path))),
  ])
  const rest = shown(added.filter(({ block }) => !known.has(block)))
  return rest.length === 0
    ? kept.join('\n')
    : [...(kept.at(-1) === '' ? kept.slice(0, -1) : kept), ...rest, ''].join('\n')
}

/** The running lines with their secrets by name, as the declared lines of the same block say them. */
function named(running: readonly FrrLine[], template: Template, secrets: Secrets): FrrLine[] {
  const declared = frrLines(template.text)
  const secretLines = linesOf(template, secrets)
    .map((line, i) => ({ line: unindented(line), block: declared[i]?.block }))
    .filter(({ line }) => line.parts.length > 1)
  const byBlock = Map.groupBy(secretLines, ({ block }) => block)
  const all = secretLines.map(({ line }) => line)
  const plain = new Set(declared.map(({ path }) => path))
  const values = knownValues(
    secrets,
    running.map(({ text }) => text.trim()),
    all,
  )
  return running.map(line => {
    if (line.path === undefined || plain.has(line.path)) return line
    const words = line.text.trim()
    const own = (byBlock.get(line.block) ?? []).map(each => each.line)
    const said = readBy(own, words, secrets) ?? readBy(all, words, secrets) ?? hidden(words, values)
    return {
      ...line,
      text: line.text.slice(0, line.text.length - line.text.trimStart().length) + said,
      path: line.block === '' ? said : `${line.block} > ${said}`,
    }
  })
}

function unindented(line: TemplateLine): TemplateLine {
  const parts = line.parts.map((part, i) => {
    if (typeof part !== 'string') return part
    const head = i === 0 ? part.trimStart() : part
    return i === line.parts.length - 1 ? head.trimEnd() : head
  })
  return { ...line, text: line.text.trim(), parts }
}
