import { dirname, join, resolve } from 'node:path'
import type { Plan } from '../../plan/plan.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { command, type ExitCode } from '../command.ts'
import { printFindings } from '../findings.ts'
import { whileLocked } from '../disk/lock.ts'
import { healFile } from '../disk/write-whole.ts'
import { compileInventory, inventoryFolder, type Asked } from '../inventory.ts'
import { keyEnds, type KeyEnds } from '../keys/ends.ts'
import { fileStore } from '../keys/key-store.ts'
import { makeKeys } from '../keys/make-keys.ts'
import { hasFaults, remark, reportJson, reportText, type Report } from '../keys/report.ts'
import { makeStoreFolder, storePath } from '../keys/store.ts'
import { nearHint } from '../near.ts'
import { flag, formatOption, inventoryOptions, value } from '../options.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'

interface Job {
  readonly shell: Shell
  readonly asked: Asked
  readonly folder: string
  readonly names: readonly string[]
  readonly renew: boolean
  readonly format: string | undefined
  /** The store, absolute, and as it was asked for. */
  readonly store: string
  readonly askedStore: string
}

export const keys = command({
  name: 'keys',
  about: {
    id:
      'Buat kunci terowongan yang belum ada: paruh rahasia ke penyimpan rahasia, paruh publik ke buku alokasi. ' +
      'Kunci yang ada dibiarkan. Tanpa ROUTER: semua router.',
    en:
      'Makes the tunnel keys that are missing: private halves to the secret store, public ones to the ledger. ' +
      'Keys that exist are left. Without ROUTER: all routers.',
  },
  operands: '[ROUTER…]',
  fewestOperands: 0,
  mostOperands: 10_000,
  example: 'serat keys --secrets /etc/serat/klaten-secrets.yaml',
  options: {
    ...inventoryOptions,
    secrets: value(
      'FILE',
      'penyimpan rahasia: berkas YAML di luar setiap repositori, hanya terbaca pemiliknya; dibuat bila belum ada',
      'the secret store: a YAML file outside every repository that only its owner can read; made where there is none',
    ),
    renew: flag(
      'ganti kunci router yang disebut, juga yang sudah ada',
      'renew the keys of the routers that are named, also those that exist',
    ),
    format: formatOption,
  },
  run(shell, given, operands) {
    const folder = inventoryFolder(shell, given.inventory)
    if (isRefusal(folder)) return folder
    if (given.secrets === undefined)
      return refuse('sebut penyimpan rahasianya: --secrets FILE', 'name the secret store: --secrets FILE')
    if (given.renew && operands.length === 0)
      return refuse('--renew: sebut router yang kuncinya diganti', '--renew: name the routers whose keys are renewed')
    makeStoreFolder(resolve(shell.cwd, given.secrets))
    const store = storePath(shell, given.secrets, folder)
    if (isRefusal(store)) return store
    const job: Job = {
      shell,
      asked: { ...given, stores: [store] },
      folder,
      names: [...new Set(operands)],
      renew: given.renew,
      format: given.format,
      store,
      askedStore: given.secrets,
    }
    // The store may serve several inventories.
    return whileLocked([join(folder, '.build-lock.tmp'), join(dirname(store), '.serat-keys-lock.tmp')], () => work(job))
  },
})

async function work(job: Job): Promise<ExitCode | Refusal> {
  const { shell, asked, folder, names, store, askedStore, renew } = job
  healFile(join(folder, ledgerName))
  healFile(store)
  const compiled = compileInventory(shell, asked)
  if (isRefusal(compiled)) return compiled
  const { plan } = compiled.compilation
  if (plan === undefined || compiled.hasErrors) {
    // A store that only this command names: no other would say it.
    const lost = compiled.diagnostics.filter(({ code }) => code === 'LOD033')
    if (lost.length > 0) await printFindings(shell, { ...compiled, diagnostics: lost }, 'pretty')
    say(shell, {
      id: 'ada galat di inventaris, jadi tidak ada yang ditulis; jalankan `serat check`',
      en: 'the inventory has errors, so nothing was written; run `serat check`',
    })
    return 1
  }
  const unknown = names.filter(name => !plan.routers.has(name))
  if (unknown.length > 0) return unknownRouters(shell, unknown, plan)
  const ends = endsOf(keyEnds(plan), names)
  const opened = fileStore(store, askedStore)
  if (isRefusal(opened)) return opened
  const decision = makeKeys({
    ends,
    renew,
    store: opened,
    ledgerPath: compiled.ledgerPath,
    ledger: compiled.inventory.ledger,
  })
  if (isRefusal(decision)) return decision
  return tell(job, {
    decision,
    without: withoutTunnels(ends, names),
    named: names.length > 0,
    secretsFile: askedStore,
    ledgerFile: `${compiled.base}/${ledgerName}`,
  })
}

function tell({ shell, format }: Job, report: Report): ExitCode {
  shell.print(format === 'json' ? reportJson(report) : reportText(report, shell.language))
  say(shell, remark(report))
  return hasFaults(report.decision) ? 1 : 0
}

function unknownRouters(shell: Shell, unknown: readonly string[], { routers }: Plan): ExitCode {
  const known = [...routers.keys()]
  for (const name of unknown) {
    const near = nearHint(name, known)
    say(shell, {
      id: `tidak ada router ${name}${near.id}; tidak ada yang ditulis`,
      en: `there is no router ${name}${near.en}; nothing was written`,
    })
  }
  return 2
}

/** Keys of the named routers, and of circuits that end at one of them; all of them where none is named. */
function endsOf(all: KeyEnds, names: readonly string[]): KeyEnds {
  if (names.length === 0) return all
  const wanted = new Set(names)
  return {
    pairs: all.pairs.filter(({ router }) => wanted.has(router.id)),
    shared: all.shared.filter(({ routers }) => routers.some(id => wanted.has(id))),
  }
}

function withoutTunnels({ pairs, shared }: KeyEnds, names: readonly string[]): string[] {
  const having = new Set([...pairs.map(({ router }) => router.id), ...shared.flatMap(({ routers }) => routers)])
  return names.filter(name => !having.has(name))
}
