import { withoutHidden } from '../../text/signs.ts'
import type { Draft } from '../draft/draft.ts'
import type { Proposal } from '../propose.ts'
import type { RouterComparison } from '../running/text.ts'
import { countsOf } from './report.ts'

/** The whole report as data, a thing or remark a line: every fact with its value, its certainty and its places. */
export function reportJson(proposal: Proposal, routers: readonly RouterComparison[]): Uint8Array {
  const { drafts, remarks, cells, mappings } = proposal
  const tables = mappings.map(({ file, sheet, as, origin }) => ({
    file,
    ...(sheet === undefined ? {} : { sheet }),
    as,
    mapping: origin,
  }))
  const pieces = function* (): Generator<string> {
    yield `{\n"counts": ${JSON.stringify(countsOf(proposal))},\n"cells": ${JSON.stringify(cells)}`
    yield* list('tables', tables, same)
    yield* list('things', drafts, thing)
    yield* list('remarks', remarks, same)
    yield* list('fixpoint', routers, same)
    yield '\n}\n'
  }
  return bytesOf(pieces)
}

function same(value: object): object {
  return value
}

function thing({ kind, id, ref, at, match, facts }: Draft): object {
  return { kind, id, ref, at, ...(match === undefined ? {} : { match }), facts }
}

/** Texts above 128 kB outlive their use: V8 keeps them apart until it collects everything. */
const linesAtOnce = 50

function* list<T>(name: string, values: readonly T[], shown: (value: T) => object): Generator<string> {
  yield `,\n"${name}": [`
  for (let i = 0; i < values.length; i += linesAtOnce) {
    const lines = values.slice(i, i + linesAtOnce).map(value => clean(JSON.stringify(shown(value))))
    yield `${i === 0 ? '' : ','}\n${lines.join(',\n')}`
  }
  yield values.length === 0 ? ']' : '\n]'
}

/**
 * Made twice, first to be counted: of fifty thousand things the pieces and their sum would stand in memory beside each
 * other.
 */
function bytesOf(pieces: () => Generator<string>): Uint8Array {
  let size = 0
  for (const piece of pieces()) size += Buffer.byteLength(piece)
  const bytes = Buffer.allocUnsafe(size)
  let at = 0
  for (const piece of pieces()) at += bytes.write(piece, at)
  return bytes
}

/** What hides in a text is written by its number. */
function clean(line: string): string {
  return withoutHidden(line, sign =>
    sign
      .split('')
      .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
