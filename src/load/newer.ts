import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { isNewerThanThis, version } from '../model/version.ts'
import type { Source } from '../source/source.ts'
import { loadFault } from './fault.ts'

/** Read without parsing: what a newer Serat writes may be no YAML that this one takes. */
const statement = /^serat: *["']?(\d+\.\d+\.\d+)["']?[ \t\r]*(?:#.*)?$/m

/**
 * The one finding of an inventory that a newer Serat wrote: whatever else this one would say of it, or build from it,
 * may be wrong. `strays` are files and folders that it does not know.
 */
export function newerInventory(sources: readonly Source[], strays: readonly string[]): Diagnostic | undefined {
  const source = sources.find(({ path }) => path === 'network.yaml')
  const found = source === undefined ? null : statement.exec(source.text)
  const written = found?.[1]
  if (source === undefined || found === null || written === undefined || !isNewerThanThis(written)) return undefined
  const from = found.index + found[0].indexOf(written)
  const lost = strays.length === 0 ? '' : ` (${strays.slice(0, 5).join(', ')})`
  return loadFault(
    'LOD029',
    { source, path: [], offsets: [from, from + written.length] },
    {
      id:
        `inventaris ini ditulis untuk Serat ${written}, ` +
        `sedangkan ini Serat ${version}: yang belum dikenalnya akan hilang tanpa suara${lost}`,
      en:
        `this inventory was written for Serat ${written}, ` +
        `and this is Serat ${version}: it would leave out in silence what it does not know${lost}`,
    },
    {
      id: `pasang Serat ${written} atau yang lebih baru (npm install), lalu ulangi; tidak ada yang dibaca atau ditulis`,
      en: `install Serat ${written} or newer (npm install), and try again; nothing was read or written`,
    },
  )
}
