import pulumi from '@pulumi/pulumi'
import { compile, type Compilation } from '../compile.ts'
import { hasErrors, type Diagnostic } from '../diagnostic/diagnostic.ts'
import { pretty } from '../diagnostic/pretty.ts'
import { sortDiagnostics } from '../diagnostic/sort.ts'
import type { Network } from '../model/network.ts'
import type { Plan } from '../plan/plan.ts'
import type { Inventory } from '../source/read.ts'
import { committedLedgers } from '../traces/git.ts'
import { keysInStores } from '../traces/stores.ts'
import type { StackSettings } from './settings.ts'
import { both } from './words.ts'

export interface CompiledNetwork extends Compilation {
  readonly network: Network
  readonly plan: Plan
}

/** No day that anybody means: it shows that neither the stack nor the network names one. */
const noDay = '0001-01-01'

/**
 * What a program declares itself: where findings stand in it, and who writes the ledger that its things make longer.
 */
export interface ProgramPart {
  readonly placed: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[]
  readonly record: (ledger: string) => void
  /** What it declares compiles. */
  readonly settled: () => void
}

/**
 * The inventory, compiled and, unless a program declares things itself, frozen: a deployment changes no ledger and
 * takes its date from the stack or the network. Throws `RunError` with the whole report where it cannot be deployed,
 * before any resource is made.
 */
export function compiledInventory(
  inventory: Inventory,
  settings: StackSettings,
  program?: ProgramPart,
): CompiledNetwork {
  const { asOf, language } = settings
  const compilation = compile({
    sources: inventory.sources,
    ledger: inventory.ledger,
    today: noDay,
    entropy: new Uint8Array(16),
    traces: network => [
      ...committedLedgers(pulumi.getRootDirectory(), settings.inventory),
      ...keysInStores(settings.secretsFile === undefined ? [] : [settings.secretsFile], inventory.ledger, network),
    ],
    ...(asOf === undefined ? {} : { asOf }),
  })
  if (compilation.asOf === noDay && compilation.network !== undefined)
    throw new pulumi.RunError(
      both({
        id: 'tanggal tidak ada: isi serat:asOf di stack, atau `as_of` di network.yaml',
        en: 'no date: set serat:asOf in the stack, or `as_of` in network.yaml',
      }),
    )
  const diagnostics: readonly Diagnostic[] = sortDiagnostics([...inventory.diagnostics, ...compilation.diagnostics])
  const { network, plan } = compilation
  if (hasErrors(diagnostics) || network === undefined || plan === undefined)
    throw new pulumi.RunError(
      '\n' +
        (program === undefined
          ? pretty({ diagnostics, language, base: settings.inventory })
          : pretty({ diagnostics: program.placed(diagnostics), language, base: '' })),
    )
  program?.settled()
  if (compilation.ledger !== inventory.ledger) {
    if (program === undefined) throw new pulumi.RunError(frozenFault(inventory.ledger, compilation.ledger, language))
    program.record(compilation.ledger)
  }
  return { ...compilation, network, plan }
}

function frozenFault(had: string, has: string, language: 'id' | 'en'): string {
  const old = new Set(had.split('\n'))
  const now = new Set(has.split('\n'))
  const changes = [
    ...[...old].filter(line => !now.has(line)).map(line => `  - ${line}`),
    ...[...now].filter(line => !old.has(line)).map(line => `  + ${line}`),
  ]
  const head = {
    id: `buku alokasi akan berubah (${changes.length} baris); jalankan \`serat build\` dan simpan ke Git sebelum memasang`,
    en: `the ledger would change (${changes.length} lines); run \`serat build\` and commit it before deploying`,
  }
  return [head[language], ...changes.slice(0, 10), ...(changes.length > 10 ? ['  ...'] : [])].join('\n')
}
