import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Network } from '../model/network.ts'
import { parseLedger } from '../plan/ledger.ts'
import { fromBackup, type Trace } from '../plan/lost-allocations.ts'
import { parseYaml } from '../source/yaml.ts'

/**
 * Stores that hold tunnel keys of this network's routers whose public halves the ledger lacks: whoever makes a key writes down both, so
 * there was a ledger.
 */
export function keysInStores(files: readonly string[], ledgerText: string, { routers }: Network): Trace[] {
  const { entries } = parseLedger(ledgerText).value
  return files.flatMap((file): Trace[] => {
    const names = new Set(Object.keys(mapIn(file)))
    const unknown = [...routers.keys()].filter(
      id => names.has(`tunnel/${id}`) && !entries.has(`router/${id}/public-key`),
    )
    if (unknown.length === 0) return []
    const count = unknown.length
    return [
      {
        words: {
          id: `penyimpan rahasia ${file} memegang kunci terowongan ${count} routernya`,
          en: `the secret store ${file} holds the tunnel keys of ${count} of its routers`,
        },
        ledger: undefined,
        remedy: fromBackup,
      },
    ]
  })
}

/** Secret stores that the stacks beside an inventory name for it, absolute; `project` is the folder of `Pulumi.yaml`. */
export function storesOfStacks(project: string, inventory: string): string[] {
  return stackFiles(join(project, 'stacks')).flatMap(file => {
    const config = configOf(file)
    const store = config['serat:storeFile'] ?? config['serat:secretsFile']
    const folder = config['serat:inventory'] ?? 'sites'
    if (typeof store !== 'string' || typeof folder !== 'string' || resolve(project, folder) !== inventory) return []
    return [store.startsWith('~/') ? join(homedir(), store.slice(2)) : resolve(project, store)]
  })
}

function stackFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => /^Pulumi\..+\.yaml$/.test(name))
    .sort()
    .map(name => join(folder, name))
}

function configOf(file: string): Readonly<Record<string, unknown>> {
  const { config } = mapIn(file)
  return typeof config === 'object' && config !== null ? { ...config } : {}
}

/** What a file holds by name; nothing where it cannot be read, of which the deployment speaks. */
function mapIn(file: string): Readonly<Record<string, unknown>> {
  try {
    const { data } = parseYaml({ path: file, text: readFileSync(file, 'utf8') })
    return typeof data === 'object' && data !== null ? { ...data } : {}
  } catch {
    return {}
  }
}
