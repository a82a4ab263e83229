import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Source } from '../source/source.ts'

/** A call in a program: where `new` stands. */
export interface CallSite {
  /** Absolute. */
  readonly file: string
  /** Both count from 1. */
  readonly line: number
  readonly column: number
}

/** Who called the class whose constructor is running; undefined where the engine keeps no such record. */
export function calledFrom(running: NewableFunction): CallSite | undefined {
  const record: { stack?: string } = {}
  Error.captureStackTrace(record, running)
  const frame = record.stack?.split('\n')[1]
  const found =
    frame === undefined
      ? null
      : /\(?((?:file:\/\/)?[^()\s][^()]*):(\d+):(\d+)\)?$/.exec(frame.replace(/^\s*at (async )?/, ''))
  if (found === null) return undefined
  const [, where = '', line, column] = found
  const file = where.startsWith('file://') ? fileURLToPath(where) : where.replace(/^.*\(/, '')
  return { file, line: Number(line), column: Number(column) }
}

/** The program's text and the call's offset in it; of a program that is not on the disk, blank lines up to the call. */
export function textAround({ file, line, column }: CallSite): { readonly source: Source; readonly offset: number } {
  const text = textOf(file) ?? '\n'.repeat(line - 1) + ' '.repeat(column)
  const lines = text.split('\n').slice(0, line - 1)
  return { source: { path: file, text }, offset: lines.join('\n').length + (lines.length > 0 ? 1 : 0) + column - 1 }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
