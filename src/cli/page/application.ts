import type { CompileInput } from '../../compile.ts'
import { documentsFolder, type Inventory } from '../../source/read.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { withoutSecretNames } from '../../edit/secret-names.ts'
import { inventoryHash } from '../../render/manifest.ts'
import { overviewOf } from '../../render/page/overview.ts'
import { version } from '../../model/version.ts'
import { git } from '../git.ts'
import { pageProgram } from './program.ts'

/** What `--page-without` calls them. */
const secretNames = 'secret-names'

interface Wish {
  readonly folder: string
  /** Files and folders (`payments/`) that the page does not carry; `secret-names` stands for the names of secrets. */
  readonly without: readonly string[]
  /** `--as-of`. */
  readonly asOf: string | undefined
  readonly today: string
}

/** The application for the page of an inventory, for `compile`. */
export async function pageApplication(wish: Wish): Promise<(inventory: Inventory) => CompileInput['application']> {
  const program = await pageProgram()
  const commit = commitOf(wish.folder)
  const isLeftOut = (path: string): boolean => wish.without.some(each => holds(each, path))
  const withNames = !wish.without.includes(secretNames)
  return inventory => found => {
    const { network, ledger, asOf } = found
    const away = [...(withNames ? [] : [secretNames]), ...pathsOf(inventory).filter(isLeftOut)]
    return {
      ...program,
      cargo: {
        headline: { network: network.declared.name, notes: network.declared.notes ?? [] },
        overview: away.length === 0 ? overviewOf(found) : undefined,
        files: (withNames ? inventory.sources : withoutSecretNames(inventory.sources))
          .filter(({ path }) => !isLeftOut(path))
          .map(({ path, text }) => [path, text]),
        ledger: isLeftOut(ledgerName) ? '' : ledger,
        documents: [...inventory.documents].filter(([path]) => !isLeftOut(documentsFolder + path)),
        reading: inventory.diagnostics.filter(({ at }) => !isLeftOut(at.source.path)),
        asOf,
        daySetBy: wish.asOf !== undefined ? 'command' : asOf === wish.today ? 'calendar' : 'network',
        without: away,
        inventoryHash: inventoryHash([...inventory.sources, { path: ledgerName, text: ledger }]),
        version,
        commit,
      },
    }
  }
}

/** The last commit that changed the inventory; undefined outside a repository, or where it has changes of its own. */
function commitOf(folder: string): string | undefined {
  const commit = git(folder, 'log', '-1', '--format=%H', '--', '.')
  return commit === undefined || commit === '' || git(folder, 'status', '--porcelain', '--', '.') !== ''
    ? undefined
    : commit
}

/** What `--page-without` names and the inventory does not have: a slip there would send what was to stay. */
export function unknownAmong(inventory: Inventory, without: readonly string[]): readonly string[] {
  const paths = pathsOf(inventory)
  return without.filter(each => each !== secretNames && !paths.some(path => holds(each, path)))
}

function pathsOf({ sources, documents }: Inventory): string[] {
  return [...sources.map(({ path }) => path), ledgerName, ...[...documents.keys()].map(path => documentsFolder + path)]
}

/** A file by its path, or whatever lies in a folder; `./` before and `/` behind change nothing. */
function holds(named: string, path: string): boolean {
  const own = named.replace(/^\.\//, '').replace(/\/$/, '')
  return path === own || path.startsWith(`${own}/`)
}
