import { withoutHidden } from '../../text/signs.ts'
import type { Proposal } from '../propose.ts'
import type { RouterComparison } from '../running/text.ts'
import { countsOf } from './report.ts'

/** The whole report as data, a thing or remark a line: every fact with its value, its certainty and its places. */
export function reportJson(proposal: Proposal, routers: readonly RouterComparison[]): string {
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
  return clean(`{
"counts": ${JSON.stringify(countsOf(proposal))},
"cells": ${JSON.stringify(cells)},
"tables": ${lines(tables)},
"things": ${lines(things)},
"remarks": ${lines(remarks)},
"fixpoint": ${lines(routers)}
}
`)
}

function lines(values: readonly object[]): string {
  return values.length === 0 ? '[]' : `[\n${values.map(value => JSON.stringify(value)).join(',\n')}\n]`
}

function clean(text: string): string {
  return text
    .split('\n')
    .map(line =>
      withoutHidden(line, sign =>
        [...Array(sign.length).keys()].map(i => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
      ),
    )
    .join('\n')
}
