import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Compiled } from './inventory.ts'

/** What `--frozen` says where a build would change the ledger; undefined where it would not. */
export function frozenFault({ inventory, compilation, base }: Compiled): Bilingual | undefined {
  if (compilation.ledger === inventory.ledger) return undefined
  const had = inventory.ledger.split('\n')
  const has = compilation.ledger.split('\n')
  const changes = [...without(had, has).map(line => `- ${line}`), ...without(has, had).map(line => `+ ${line}`)]
  const lines =
    changes
      .slice(0, 5)
      .map(line => `\n  ${line}`)
      .join('') + (changes.length > 5 ? '\n  ...' : '')
  const file = `${base}/allocations.lock.yaml`
  return {
    id: `${file} akan berubah (${changes.length} baris); jalankan \`serat build\` dan simpan berkas itu ke Git${lines}`,
    en: `${file} would change (${changes.length} lines); run \`serat build\` and commit that file${lines}`,
  }
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return lines.filter(line => !known.has(line))
}
