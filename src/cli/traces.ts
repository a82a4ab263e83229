import { relative, sep } from 'node:path'
import type { Network } from '../model/network.ts'
import { fromBackup, type Trace } from '../plan/lost-allocations.ts'
import { committedLedgers } from '../traces/git.ts'
import { storesOfStacks } from '../secrets/place.ts'
import { keysInStores } from '../traces/stores.ts'
import { readManifest } from './disk/manifest-file.ts'

/** Where an inventory lies, and what was made of it. */
export interface Life {
  readonly cwd: string
  readonly folder: string
  /** Text of the ledger as it stands. */
  readonly ledger: string
  /** Output folders that may be this network's. */
  readonly outputs: readonly string[]
  /** Stores beside those that its stacks name. */
  readonly stores?: readonly string[]
}

/**
 * Earlier ledgers of a network: the last two that Git has, an output folder that was made from it, keys of its tunnels
 * in a store.
 */
export function tracesOf({ cwd, folder, ledger, outputs, stores = [] }: Life, network: Network): Trace[] {
  return [
    ...committedLedgers(cwd, folder),
    ...outputs.flatMap(out => outputTrace(cwd, out, network)),
    ...keysInStores(
      [
        ...new Set([
          ...storesOfStacks(cwd, folder).flatMap(({ place }) => (place?.kind === 'file' ? [place.path] : [])),
          ...stores,
        ]),
      ],
      ledger,
      network,
    ),
  ]
}

function outputTrace(cwd: string, out: string, network: Network): Trace[] {
  const manifest = readManifest(out)
  if (manifest === undefined || !isMostlyOf(network, manifest)) return []
  const shown = relative(cwd, out).split(sep).join('/')
  return [
    {
      words: {
        id: `${shown} dibuat darinya pada ${manifest.asOf}`,
        en: `${shown} was made from it on ${manifest.asOf}`,
      },
      ledger: undefined,
      remedy: fromBackup,
    },
  ]
}

/**
 * Another regency's output may lie there, and its core is called core-1 as well: of all routers of the two most must be
 * in both.
 */
function isMostlyOf({ routers }: Network, { artifacts }: NonNullable<ReturnType<typeof readManifest>>): boolean {
  const written = new Set(artifacts.flatMap(({ path }) => /^routers\/([^/]+)\//.exec(path)?.[1] ?? []))
  const inBoth = [...written].filter(id => routers.has(id)).length
  return 2 * inBoth > written.size + routers.size - inBoth
}
