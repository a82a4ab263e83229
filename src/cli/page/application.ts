import type { CompileInput } from '../../compile.ts'
import type { Inventory } from '../../source/read.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { inventoryHash } from '../../render/manifest.ts'
import { version } from '../../model/version.ts'
import { git } from '../git.ts'
import { pageProgram } from './program.ts'

interface Wish {
  readonly folder: string
  /** Files and folders (`payments/`) that the page does not carry. */
  readonly without: readonly string[]
  /** `--as-of`. */
  readonly asOf: string | undefined
  readonly today: string
}

/** The application for the page of an inventory, for `compile`. */
export async function pageApplication(wish: Wish): Promise<(inventory: Inventory) => CompileInput['application']> {
  const program = await pageProgram()
  const commit = commitOf(wish.folder)
  const isLeftOut = (path: string): boolean =>
    wish.without.some(each =>
      each.endsWith('/') ? path.startsWith(each) : path === each || path.startsWith(`${each}/`),
    )
  return inventory =>
    ({ network: { declared }, diagnostics, waived, ledger, asOf }) => ({
      ...program,
      cargo: {
        headline: {
          network: declared.name,
          notes: declared.notes ?? [],
          open: diagnostics.length,
          accepted: waived.length,
        },
        files: inventory.sources.filter(({ path }) => !isLeftOut(path)).map(({ path, text }) => [path, text]),
        ledger,
        documents: [...inventory.documents],
        reading: inventory.diagnostics.filter(({ at }) => !isLeftOut(at.source.path)),
        asOf,
        daySetBy: wish.asOf !== undefined ? 'command' : asOf === wish.today ? 'calendar' : 'network',
        without: inventory.sources.map(({ path }) => path).filter(isLeftOut),
        inventoryHash: inventoryHash([...inventory.sources, { path: ledgerName, text: ledger }]),
        version,
        commit,
      },
    })
}

/** The last commit that changed the inventory; undefined outside a repository, or where it has changes of its own. */
function commitOf(folder: string): string | undefined {
  const commit = git(folder, 'log', '-1', '--format=%H', '--', '.')
  return commit === undefined || commit === '' || git(folder, 'status', '--porcelain', '--', '.') !== ''
    ? undefined
    : commit
}
