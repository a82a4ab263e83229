import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { loadFault } from '../load/fault.ts'
import type { Network } from '../model/network.ts'
import { inside, type Place } from '../source/source.ts'
import type { Ledger } from './ledger.ts'

interface Renamed {
  readonly id: string
  readonly was: readonly string[]
  readonly origin: Place
}

/** An earlier name whose allocations have all moved: the ledger knows the new one only, and `was` may go. */
export function finishedRenames(network: Network, ledger: Ledger): Diagnostic[] {
  const moved = renamed(network)
  if (moved.length === 0) return []
  const known = new Set([...ledger.entries.keys()].flatMap(key => key.split('/').slice(1, -1)))
  return moved
    .filter(({ id }) => known.has(id))
    .flatMap(({ was, origin }) =>
      was.flatMap((former, i) => (known.has(former) ? [] : [finished(former, inside(origin, 'was', i))])),
    )
}

/** Things with allocations of their own, where they have had another name. */
function renamed({ sites, routers, routes, circuits, uplinks }: Network): Renamed[] {
  const cores = [...routers.values()].filter(({ role }) => role === 'core')
  const declared = [...routes.values(), ...circuits.values(), ...uplinks.values()].map(({ id, origin, declared }) => ({
    id,
    origin,
    was: declared.was ?? [],
  }))
  return [...sites.values(), ...cores, ...declared].filter(({ was }) => was.length > 0)
}

function finished(former: string, at: Place): Diagnostic {
  return loadFault(
    'LOD027',
    at,
    {
      id: `\`was: ${former}\` sudah selesai tugasnya: buku alokasi hanya mengenal nama baru`,
      en: `\`was: ${former}\` has done its work: the ledger knows the new name only`,
    },
    {
      id: 'hapus `was` ini',
      en: 'remove this `was`',
    },
  )
}
