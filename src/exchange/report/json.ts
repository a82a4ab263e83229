import { withoutHidden } from '../../text/signs.ts'
import type { Proposal } from '../propose.ts'
import type { RouterComparison } from '../running/text.ts'
import { countsOf } from './report.ts'

/** The whole report as data, a thing or remark a line: every fact with its value, its certainty and its places. */
export function reportJson(proposal: Proposal, routers: readonly RouterComparison[]): Uint8Array {
  const { drafts, remarks, cells, mappings } = proposal
  const things = drafts.map(({ kind, id, ref, at, match, facts }) => ({
    kind,
    id,
    ref,
    at,
    ...(match === undefined ? {} : { match }),
    facts,
  }))
  const tables = mappings.map(({ file, sheet, as, origin }) => ({
    file,
    ...(sheet === undefined ? {} : { sheet }),
    as,
    mapping: origin,
  }))
  return Buffer.concat([
    ...bytesOf([`{\n"counts": ${JSON.stringify(countsOf(proposal))},\n"cells": ${JSON.stringify(cells)}`]),
    ...list('tables', tables),
    ...list('things', things),
    ...list('remarks', remarks),
    ...list('fixpoint', routers),
    ...bytesOf(['\n}\n']),
  ])
}

function list(name: string, values: Iterable<object>): Uint8Array[] {
  const lines = [...values].map(value => clean(JSON.stringify(value)))
  return [
    ...bytesOf([`,\n"${name}": [`]),
    ...bytesOf(lines.map((line, i) => (i === 0 ? `\n${line}` : `,\n${line}`))),
    ...bytesOf([lines.length === 0 ? ']' : '\n]']),
  ]
}

/** In pieces: of fifty thousand things one text would stand in memory three times. */
function bytesOf(lines: readonly string[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let i = 0; i < lines.length; i += 1000) pieces.push(Buffer.from(lines.slice(i, i + 1000).join('')))
  return pieces
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
