import { expect } from 'vitest'
import type { Compilation } from '../../compile.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { invoicesOf } from '../../money/invoices.ts'
import { locate } from '../../source/locate.ts'
import { compiled, edited, type Files } from '../klaten/inventory.ts'

/** For tests that write what a contract lives through, and falsify it by one figure. */

export type Edit = readonly [path: string, before: string, after: string]

/** The files with texts replaced, each of which must be there. */
export function written(from: Files, ...edits: readonly Edit[]): Files {
  return edits.reduce(
    (state, [path, before, after]) =>
      edited(state, path, text => {
        expect(text).toContain(before)
        return text.replace(before, () => after)
      }),
    from,
  )
}

/** What each month of a contract comes to, without PPN. */
export function monthsOf({ network }: Compilation, id: string): [month: string, rupiah: number][] {
  const contract = network?.contracts.get(id)
  if (network === undefined || contract === undefined) throw new Error(`no ${id}`)
  return invoicesOf(network, contract).map(({ month, exclPpnRupiah }) => [month, exclPpnRupiah])
}

export function sumOfMonths(compilation: Compilation, id: string): number {
  return monthsOf(compilation, id).reduce((sum, [, rupiah]) => sum + rupiah, 0)
}

/** Code, file and marked text of each error. */
export function errorsFound(twin: Files, today: string): string[] {
  return compiled(twin, today)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(shown)
}

export function shown({ code, at }: Diagnostic): string {
  const { line, column, endColumn } = locate(at)
  const text = at.source.text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1)
  return `${code} ${at.source.path} ${text}`
}
