import type { Source } from '../source/source.ts'
import { longestCommon } from '../text/longest-common.ts'

/** Lines around a change that a patch shows. */
const context = 3

/** The edits as a patch that `git apply` takes in the folder above the one that holds the files. */
export function patchOf(sources: readonly Source[], edits: ReadonlyMap<string, string>, folder = 'sites'): string {
  return sources
    .flatMap(({ path, text }) => {
      const edited = edits.get(path)
      return edited === undefined || edited === text
        ? []
        : [filePatch(folder === '' ? path : `${folder}/${path}`, linesOf(text), linesOf(edited))]
    })
    .join('')
}

/** Each with its line end; the last may have none. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/)
}

interface Row {
  readonly sign: ' ' | '-' | '+'
  readonly text: string
  /** Lines of both sides before this one. */
  readonly before: number
  readonly after: number
}

function filePatch(path: string, a: readonly string[], b: readonly string[]): string {
  const rows = rowsOf(a, b)
  return `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n${hunksOf(rows).map(hunkText).join('')}`
}

function rowsOf(a: readonly string[], b: readonly string[]): Row[] {
  const kept = longestCommon(a, b)
  const rows: Row[] = []
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    if (i < a.length && !kept.before.has(i)) rows.push({ sign: '-', text: a[i] ?? '', before: i++, after: j })
    else if (j < b.length && !kept.after.has(j)) rows.push({ sign: '+', text: b[j] ?? '', before: i, after: j++ })
    else rows.push({ sign: ' ', text: a[i] ?? '', before: i++, after: j++ })
  }
  return rows
}

function hunksOf(rows: readonly Row[]): (readonly Row[])[] {
  const near = rows.map((_, i) =>
    rows.slice(Math.max(0, i - context), i + context + 1).some(({ sign }) => sign !== ' '),
  )
  const hunks: Row[][] = []
  for (const [i, row] of rows.entries()) {
    if (near[i] !== true) continue
    if (near[i - 1] === true) hunks.at(-1)?.push(row)
    else hunks.push([row])
  }
  return hunks
}

function hunkText(rows: readonly Row[]): string {
  const [first] = rows
  const count = (sign: Row['sign']): number => rows.filter(row => row.sign !== sign).length
  const range = (start: number, lines: number): string => `${lines === 0 ? start : start + 1},${lines}`
  const head = `@@ -${range(first?.before ?? 0, count('+'))} +${range(first?.after ?? 0, count('-'))} @@\n`
  return (
    head +
    rows
      .map(({ sign, text }) => `${sign}${text}${text.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`)
      .join('')
  )
}
