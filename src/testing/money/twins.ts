import { compile } from '../../compile.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { locate } from '../../source/locate.ts'
import { daysAfter, daysBefore } from '../../model/days.ts'
import { withText, type Files } from '../klaten/inventory.ts'
import { decemberInJanuary, files, otherProvider, renewal, threeYears } from './truths.ts'

/** Every price, date and count of what contracts live through, each falsified by itself. */

interface Truth {
  readonly name: string
  readonly files: Files
  readonly today: string
}

export const truths: readonly Truth[] = [
  { name: 'addendum', files, today: '2026-11-02' },
  { name: 'renewal', files: renewal, today: '2026-11-02' },
  { name: 'other provider', files: otherProvider, today: '2026-11-02' },
  { name: 'three years', files: threeYears, today: '2026-11-02' },
  { name: 'December in January', files: decemberInJanuary, today: '2027-01-20' },
]

export interface Twin {
  readonly truth: Truth
  readonly path: string
  readonly line: number
  readonly key: string
  readonly before: string
  readonly after: string
  readonly files: Files
}

const paths = [
  'circuits/penyedia-b.yaml',
  'providers/penyedia-a.yaml',
  'providers/penyedia-b.yaml',
  'payments/ktr-2026-03.yaml',
  'payments/ktr-2026-04.yaml',
  'downtime/2026.yaml',
]
const token = /(\w+): (\d{4}-\d{2}-\d{2}|\d+)(?=[ ,}\n])/g

export function twinsOf(truth: Truth): Twin[] {
  return paths.flatMap(path => {
    const text = truth.files.sources.find(source => source.path === path)?.text ?? ''
    return [...text.matchAll(token)].flatMap((match): Twin[] => {
      const [whole, key = '', before = ''] = match
      const line = text.slice(0, match.index).split('\n').length
      const at = match.index + whole.length - before.length
      return falsified(key, before).map(after => ({
        truth,
        path,
        line,
        key,
        before,
        after,
        files: withText(truth.files, path, text.slice(0, at) + after + text.slice(at + before.length)),
      }))
    })
  })
}

function falsified(key: string, value: string): string[] {
  if (value.includes('-'))
    return [daysAfter(value, 1), daysBefore(value, 1), daysAfter(value, 30), daysBefore(value, 365)]
  const number = Number(value)
  if (key.endsWith('_rupiah') || key === 'rupiah') return [number + 1, number + 100_000, number * 10].map(String)
  if (key === 'circuits' || key === 'bandwidth_mbps') return [number + 1, number - 1].map(String)
  return []
}

/** By code, place and words. */
export function findings({
  files: { sources, ledger },
  today,
}: {
  readonly files: Files
  readonly today: string
}): Map<string, Diagnostic> {
  const { diagnostics } = compile({ sources, ledger, today, entropy: new Uint8Array(16) })
  return new Map(
    diagnostics.map(each => [`${each.code} ${each.at.source.path} ${locate(each.at).line} ${each.message.en}`, each]),
  )
}
