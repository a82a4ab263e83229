import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compile } from '../../compile.ts'
import { concise } from '../../diagnostic/concise.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { isRefused, type Edited, type Refused } from '../../edit/edited.ts'
import { programRefusal } from '../../edit/of-program.ts'
import type { ExitCode } from '../command.ts'
import { takeLock } from '../disk/lock.ts'
import { writeWhole } from '../disk/write-whole.ts'
import type { Compiled } from '../inventory.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'

/**
 * Writes what an edit made, all of it or, where it would bring a new error, nothing. `isPaper`: findings that only
 * paper can settle.
 */
export function applyEdit(
  shell: Shell,
  compiled: Compiled,
  outcome: Edited | Refused,
  isPaper: (code: string) => boolean = () => false,
): ExitCode | Refusal {
  const newer = compiled.diagnostics.find(({ code }) => code === 'LOD029')
  if (newer !== undefined) return { refused: newer.message }
  const refused = isRefused(outcome) ? outcome : programRefusal(compiled.inventory.sources, outcome)
  if (refused !== undefined || isRefused(outcome)) return refusalOf(refused ?? [])
  const fresh = newFindings(shell, compiled, outcome)
  const report = { diagnostics: fresh, language: shell.language, base: compiled.base }
  if (fresh.some(({ severity, code }) => severity === 'error' && !isPaper(code))) {
    shell.print(concise(report))
    return refuse(
      'perubahan ini menimbulkan galat di atas; tidak ada yang ditulis',
      'this change would bring the errors above; nothing was written',
    )
  }
  const lock = takeLock(join(compiled.folder, '.build-lock.tmp'))
  if (isRefusal(lock)) return lock
  try {
    write(shell, compiled, outcome)
  } finally {
    lock.release()
  }
  for (const remark of outcome.remarks ?? []) say(shell, remark)
  if (fresh.length > 0) shell.print(concise(report))
  return fresh.some(({ severity }) => severity === 'error') ? 1 : 0
}

function refusalOf(reasons: Refused): Refusal {
  return refuse(reasons.map(({ id }) => id).join('\n'), reasons.map(({ en }) => en).join('\n'))
}

function write(shell: Shell, { folder, base, inventory }: Compiled, { sources, removed }: Edited): void {
  const had = new Map(inventory.sources.map(({ path, text }) => [path, text]))
  for (const { path, text } of sources) {
    if (had.get(path) === text) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeWhole(join(folder, path), text)
    shell.print(`${join(base, path)}\n`)
  }
  for (const path of removed) {
    rmSync(join(folder, path))
    shell.print(`${join(base, path)} -\n`)
  }
}

/** What the files after the edit say that those before it did not. */
function newFindings(
  shell: Shell,
  { inventory, compilation, diagnostics }: Compiled,
  { sources }: Edited,
): Diagnostic[] {
  const after = compile({
    sources,
    ledger: inventory.ledger,
    today: shell.today,
    asOf: compilation.asOf,
    documents: inventory.documents,
    entropy: new Uint8Array(16),
  })
  const key = ({ code, message }: Diagnostic): string => `${code} ${message.en}`
  const known = new Set(diagnostics.map(key))
  return after.diagnostics.filter(each => !known.has(key(each)))
}
