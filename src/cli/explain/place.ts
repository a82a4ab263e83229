import { relative, resolve, sep } from 'node:path'
import { hoverAt } from '../../editor/hover.ts'
import type { Project } from '../../editor/project.ts'
import { kindsAt } from '../../load/kinds.ts'
import { lineOf, lineStart } from '../../source/lines.ts'
import { scalarsIn } from '../../source/scalars.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import type { Source } from '../../source/source.ts'
import { jsonText } from '../../text/screen.ts'
import type { ExitCode } from '../command.ts'
import { compileInventory, inventoryFolder } from '../inventory.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'
import type { Wish } from './wish.ts'

/** A line of a file of the inventory. */
interface Place {
  readonly path: string
  readonly line: number
}

/** The line of the inventory that is asked about; undefined for what is none, which may be an output. */
export function placeAsked(shell: Shell, asked: string, inventory: string | undefined): Place | undefined {
  const [, file = '', line = ''] = /^(.+\.yaml):(\d+)$/.exec(asked) ?? []
  const folder = inventoryFolder(shell, inventory)
  if (file === '' || isRefusal(folder)) return undefined
  const path = relative(folder, resolve(shell.cwd, file)).split(sep).join('/')
  return path === ledgerName || kindsAt(path).length > 0 ? { path, line: Number(line) } : undefined
}

/** Prints what an editor says of each word of the line. */
export function explainPlace(
  shell: Shell,
  { path, line }: Place,
  { json, inventory: folder }: Wish,
): ExitCode | Refusal {
  const compiled = compileInventory(shell, { inventory: folder, 'as-of': undefined, rev: undefined }, () => {})
  if (isRefusal(compiled)) return compiled
  const { sources, ledger } = compiled.inventory
  const source = path === ledgerName ? { path, text: ledger } : sources.find(each => each.path === path)
  if (source === undefined) return refuse(`tidak ada berkas ${path}`, `there is no file ${path}`)
  if (lineOf(source, line) === undefined)
    return refuse(`${path} tidak memiliki baris ${line}`, `${path} has no line ${line}`)
  const said = saidOf({ sources, compilation: compiled.compilation }, source, line)
  if (said.length === 0)
    return refuse(`baris ${line} dari ${path} tidak menyatakan apa pun`, `line ${line} of ${path} declares nothing`)
  const words = said.map(({ word, lines }) => ({ word, lines: lines.map(each => each[shell.language]) }))
  shell.print(json ? jsonText(words) : words.map(({ lines }) => `${lines.join('\n')}\n`).join('\n'))
  return 0
}

/** One hover after the other, each once: a key and a value without a name of its own are said to be the same. */
function saidOf(project: Project, source: Source, line: number): { word: string; lines: Hover['lines'] }[] {
  const start = lineStart(source, line) ?? 0
  const end = start + (lineOf(source, line)?.length ?? 0)
  const offsets =
    source.path === ledgerName
      ? [start]
      : scalarsIn(source).flatMap(({ from }) => (from >= start && from < end ? from : []))
  const hovers = offsets.flatMap(offset => hoverAt(project, source, offset) ?? [])
  const once = new Map(hovers.map(hover => [hover.lines.at(-1)?.en ?? '', hover]))
  return [...once.values()].map(({ lines, from, to }) => ({ word: source.text.slice(from, to), lines }))
}

type Hover = NonNullable<ReturnType<typeof hoverAt>>
