import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.ts'
import { loadFault } from '../load/fault.ts'
import type { Network } from '../model/network.ts'
import { inside, type Place } from '../source/source.ts'
import { emptyLedger, ledgerPath, type Ledger, type LedgerEntry } from './ledger.ts'

/** A ledger that this network had, as a shell found it: in the history of Git, or behind an output folder. */
export interface Trace {
  /** Where it was found. */
  readonly words: Bilingual
  /** What it recorded; undefined where only its being there is known. */
  readonly ledger: Ledger | undefined
  /** How to get it back. */
  readonly remedy: Bilingual
}

interface Recorded {
  readonly network: Network
  readonly before: Ledger
  /** What a build would write. */
  readonly after: Ledger
  readonly traces: readonly Trace[]
}

/**
 * Allocations never move: whoever has lived and comes with a ledger that is empty, cut off or another network's gets no
 * fresh numbers. What was released (`serat release --in-use`, `serat repair`) is marked so in the ledger, and is no
 * loss.
 */
export function lostAllocations(recorded: Recorded): Diagnostic[] {
  const { before, network } = recorded
  if (!hasAllocations(before)) return missing(recorded)
  const foreign = strangerOf(network, before)
  if (foreign !== undefined) return [ofAnother(recorded, foreign)]
  return cut(recorded)
}

/** Keys of tunnels may be made before the first build: alone they show no life. */
export function hasAllocations({ entries }: Ledger): boolean {
  return [...entries.keys()].some(key => !key.endsWith('/public-key'))
}

function missing({ network, traces }: Recorded): Diagnostic[] {
  const [trace] = traces
  const sign = trace === undefined ? signOf(network) : { at: ledgerStart, ...trace }
  if (sign === undefined) return []
  return [
    loadFault(
      'LOD033',
      sign.at,
      {
        id: `buku alokasi tidak ada atau kosong, padahal jaringan ini sudah pernah hidup: ${sign.words.id}`,
        en: `the ledger is missing or empty, but this network has lived: ${sign.words.en}`,
      },
      {
        id:
          `tanpa buku itu semua alamat, ULA dan kunci terowongan menjadi baru. ${sign.remedy.id}. ` +
          'Jika memang mulai dari nol: serat build --new-ledger',
        en:
          `without it every address, the ULA and the tunnel keys would be new. ${sign.remedy.en}. ` +
          'To begin anew on purpose: serat build --new-ledger',
      },
    ),
  ]
}

interface Sign {
  readonly at: Place
  readonly words: Bilingual
  readonly remedy: Bilingual
}

export const fromBackup: Bilingual = {
  id: `Ambil kembali ${ledgerPath} dari Git atau cadangan`,
  en: `Take ${ledgerPath} back from Git or a backup`,
}

/** What the inventory itself says of earlier days. */
function signOf(network: Network): Sign | undefined {
  const { inServiceSince } = network.declared
  if (inServiceSince !== undefined)
    return {
      at: inside(network.origin, 'inServiceSince'),
      words: { id: `beroperasi sejak ${inServiceSince}`, en: `in service since ${inServiceSince}` },
      remedy: fromBackup,
    }
  const renamed = [...network.sites.values()].find(({ was }) => was.length > 0)
  if (renamed === undefined) return undefined
  const former = renamed.was[0] ?? ''
  return {
    at: inside(renamed.origin, 'was'),
    words: { id: `${renamed.id} dulu bernama ${former}`, en: `${renamed.id} was ${former} before` },
    remedy: fromBackup,
  }
}

const ledgerStart: Place = { source: { path: ledgerPath, text: '' }, path: [] }

/**
 * The network whose ULA a ledger records, where it is another; empty where it records none, though this one has one.
 */
function strangerOf({ declared }: Network, { entries, released }: Ledger): string | undefined {
  const own = `network/${declared.network}/ula`
  if (declared.addressing.v6 !== undefined || entries.has(own) || released?.has(own) === true) return undefined
  const other = [...entries.keys()].find(key => /^network\/[^/]+\/ula$/.test(key))
  return other?.split('/')[1] ?? ''
}

function ofAnother({ network, traces }: Recorded, other: string): Diagnostic {
  const own = network.declared.network
  const remedy = traces[0]?.remedy ?? fromBackup
  return loadFault(
    'LOD034',
    ledgerStart,
    other === ''
      ? {
          id: `buku alokasi terpotong: ULA jaringan ${own} tidak ada lagi di dalamnya`,
          en: `the ledger is cut off: the ULA of network ${own} is no longer in it`,
        }
      : {
          id: `buku alokasi ini milik jaringan ${other}, bukan ${own}`,
          en: `this ledger belongs to network ${other}, not to ${own}`,
        },
    {
      id: `${remedy.id}${other === '' ? '' : `; atau kembalikan \`network: ${other}\`, karena nama itu memegang ULA`}`,
      en: `${remedy.en}${other === '' ? '' : `; or give \`network: ${other}\` back, since the ULA belongs to that name`}`,
    },
  )
}

/**
 * What would be allocated anew although an earlier ledger has it with another value, and public keys, which nobody can
 * allocate.
 */
function cut({ network, before, after, traces }: Recorded): Diagnostic[] {
  const isLost = (key: string, { value, retired }: LedgerEntry): boolean => {
    if (retired !== undefined || before.entries.has(key) || before.released?.has(key) === true) return false
    const now = after.entries.get(key)
    return now === undefined ? isPublicKey(network, key) : now.value !== value
  }
  for (const { words, ledger = emptyLedger, remedy } of traces) {
    const lost = [...ledger.entries].filter(([key, entry]) => isLost(key, entry)).map(([key]) => key)
    if (lost.length > 0) return [lines(lost, words, remedy)]
  }
  return []
}

function isPublicKey({ routers }: Network, key: string): boolean {
  const [kind, router = '', purpose] = key.split('/')
  return kind === 'router' && purpose === 'public-key' && routers.has(router)
}

function lines(lost: readonly string[], words: Bilingual, remedy: Bilingual): Diagnostic {
  const shown = lost.slice(0, 3).join(', ') + (lost.length > 3 ? ', …' : '')
  return loadFault(
    'LOD034',
    ledgerStart,
    {
      id: `buku alokasi kehilangan ${lost.length} baris yang masih dipakai (${shown}); ${words.id}`,
      en: `the ledger has lost ${lost.length} ${lost.length === 1 ? 'line' : 'lines'} in use (${shown}); ${words.en}`,
    },
    {
      id: `${remedy.id}, lalu tambahkan lagi yang baru dengan serat build. Yang memang harus pindah: serat release --in-use KEY`,
      en: `${remedy.en}, then let serat build add what is new. What is meant to move: serat release --in-use KEY`,
    },
  )
}
