import { jsonText } from '../../text/screen.ts'
import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import type { Decision, KeyState, PairOutcome, SharedOutcome } from './decide.ts'

/** What was asked for, decided and written. */
export interface Report {
  readonly decision: Decision
  /** Named routers at which no encrypted tunnel ends. */
  readonly without: readonly string[]
  /** Whether routers were named: then what was left is said for each. */
  readonly named: boolean
  /** Both as the reader knows them. */
  readonly secretsFile: string
  readonly ledgerFile: string
}

const states: Readonly<Record<KeyState, Bilingual>> = {
  kept: { id: 'sudah ada, dibiarkan', en: 'is there already, left as it is' },
  made: { id: 'dibuat', en: 'made' },
  renewed: { id: 'diganti', en: 'renewed' },
  'from-store': {
    id: 'sudah ada di penyimpan; paruh publiknya dicatat',
    en: 'was in the store; its public half is recorded now',
  },
  mended: {
    id: 'buku alokasi mencatat paruh publik yang lain; kini mengikuti penyimpan',
    en: 'the ledger had the public half of another one; it follows the store now',
  },
  refiled: {
    id: 'ada di penyimpan dengan nama lain; disalin ke nama ini',
    en: 'was in the store under another name; copied to this one',
  },
  'private-missing': {
    id: 'paruh publiknya tercatat, tetapi paruh rahasianya tidak ada di penyimpan: kembalikan, atau ganti dengan `serat keys --renew`',
    en: 'the ledger has its public half, but the store lacks the private one: put it back, or renew it with `serat keys --renew`',
  },
  unfit: {
    id: 'isinya di penyimpan bukan kunci WireGuard (32 bita dalam base64): perbaiki, atau ganti dengan `serat keys --renew`',
    en: 'what the store has is no WireGuard key (32 bytes in base64): mend it, or renew it with `serat keys --renew`',
  },
}

/** The far ends' configurations hold another public half than before. */
const changesFarEnds: readonly KeyState[] = ['renewed', 'mended']

/** Whether something is wrong that this command cannot put right. */
export function hasFaults(decision: Decision): boolean {
  return faultLines(decision).length > 0
}

/** What is wrong, a line each. */
export function faultLines({ pairs }: Decision): Bilingual[] {
  return pairs.filter(({ state }) => state === 'private-missing' || state === 'unfit').map(pairLine)
}

/** A line for each key that is not simply left; with routers named, for those too. */
export function reportText({ decision: { pairs, shared }, without, named }: Report, language: Language): string {
  const told = ({ state }: { readonly state: KeyState }): boolean => named || state !== 'kept'
  const lines = [
    ...pairs.filter(told).map(pairLine),
    ...shared.filter(told).map(sharedLine),
    ...without.map(withoutLine),
  ]
  return lines.map(line => `${line[language]}\n`).join('')
}

function pairLine({ owner, state }: PairOutcome): Bilingual {
  const { id, en } = states[state]
  const far = owner.farEnds.join(', ')
  const changes = changesFarEnds.includes(state)
    ? { id: `; konfigurasi yang ikut berubah: ${far}`, en: `; configurations that change with it: ${far}` }
    : { id: '', en: '' }
  return { id: `${owner.router.id}: ${id}${changes.id}`, en: `${owner.router.id}: ${en}${changes.en}` }
}

function sharedLine({ key, state }: SharedOutcome): Bilingual {
  const { id, en } = states[state]
  const ends = key.routers.join(', ')
  return { id: `${key.circuit} (IPsec, ${ends}): ${id}`, en: `${key.circuit} (IPsec, ${ends}): ${en}` }
}

function withoutLine(router: string): Bilingual {
  return {
    id: `${router}: tidak ada terowongan terenkripsi yang berakhir di sini`,
    en: `${router}: no encrypted tunnel ends here`,
  }
}

/** What comes next. */
export function remark({ decision, secretsFile, ledgerFile }: Report): Bilingual {
  const { pairs, shared, secrets, publicKeys } = decision
  const outcomes = [...pairs, ...shared]
  if (outcomes.length === 0) return { id: 'tidak ada kunci yang perlu dibuat', en: 'no key needs to be made' }
  if (secrets.size + publicKeys.size === 0) return unchanged(outcomes.filter(({ state }) => state === 'kept').length)
  const written = [
    ...(secrets.size === 0
      ? []
      : [
          {
            id: `${secrets.size} rahasia ditulis ke ${secretsFile}`,
            en: `secrets written to ${secretsFile}: ${secrets.size}`,
          },
        ]),
    ...(publicKeys.size === 0
      ? []
      : [
          {
            id: `${publicKeys.size} paruh publik ke ${ledgerFile}; jalankan \`serat build\` dan simpan buku alokasi ke Git`,
            en: `public halves to ${ledgerFile}: ${publicKeys.size}; run \`serat build\`, and commit the ledger`,
          },
        ]),
    ...(outcomes.some(({ state }) => state === 'renewed')
      ? [
          {
            id: 'terowongan yang kuncinya diganti putus sampai kedua ujungnya memakai konfigurasi baru: terapkan bersama',
            en: 'a tunnel with a renewed key is down until both of its ends have the new configuration: deploy them together',
          },
        ]
      : []),
  ]
  return { id: written.map(({ id }) => id).join('\n'), en: written.map(({ en }) => en).join('\n') }
}

function unchanged(kept: number): Bilingual {
  if (kept === 0) return { id: 'tidak ada yang diubah', en: 'nothing was changed' }
  return {
    id: `${kept} kunci terowongan sudah ada; tidak ada yang diubah`,
    en: `tunnel keys that are there already: ${kept}; nothing was changed`,
  }
}

/** Everything but private halves, for programs. */
export function reportJson({ decision: { pairs, shared }, without, secretsFile, ledgerFile }: Report): string {
  return jsonText({
    secrets: secretsFile,
    ledger: ledgerFile,
    routers: pairs.map(({ owner, state, publicKey }) => ({
      router: owner.router.id,
      state,
      secret: owner.secret,
      public_key: publicKey ?? null,
      far_ends: owner.farEnds,
    })),
    circuits: shared.map(({ key, state }) => ({
      circuit: key.circuit,
      state,
      secret: key.secret,
      routers: key.routers,
    })),
    without_tunnels: without,
  })
}
