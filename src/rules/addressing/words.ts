import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Named } from '../../model/network.ts'
import type { Conflict } from '../../plan/plan.ts'
import { nounOf } from '../../words/things.ts'

const purposes: Readonly<Record<string, Bilingual>> = {
  v4: { id: 'prefiks IPv4', en: 'IPv4 prefix' },
  v6: { id: 'prefiks IPv6', en: 'IPv6 prefix' },
  vlan: { id: 'VLAN', en: 'VLAN' },
  loopback: { id: 'alamat loopback', en: 'loopback address' },
  as: { id: 'nomor AS', en: 'AS number' },
  port: { id: 'port terowongan', en: 'tunnel port' },
}

/** A key of the ledger, `segment/dishub/data/v4`, in words: `prefiks IPv4 segmen dishub/data`. */
export function keyWords(key: string): Bilingual {
  const [kind = '', ...rest] = key.split('/')
  const purpose = purposes[rest.at(-1) ?? '']
  if (purpose === undefined) return { id: key, en: key }
  const owner = nounOf(kind === 'transfer' ? 'circuit' : kind)
  const name = rest.slice(0, -1).join('/')
  return { id: `${purpose.id} ${owner.id} ${name}`, en: `${purpose.en} of ${owner.en} ${name}` }
}

/** A pool as conflicts call it, `zone guest`, in words. */
export function poolWords(pool: string): Bilingual {
  const [first = '', ...rest] = pool.split(' ')
  const name = rest.at(-1) ?? ''
  if (first === 'zone') return { id: `kumpulan zona ${name}`, en: `the pool of zone ${name}` }
  if (first === 'VLANs') return { id: `rentang VLAN ${name}`, en: `the range of VLANs of ${name}` }
  if (pool === 'AS numbers') return { id: 'rentang nomor AS', en: 'the range of AS numbers' }
  if (pool.startsWith('tunnel ports'))
    return { id: `rentang port terowongan ${name}`, en: `the range of tunnel ports of ${name}` }
  return { id: `kumpulan ${pool}`, en: `the pool ${pool}` }
}

const kinds: Readonly<Record<string, string>> = {
  segment: 'site',
  link: 'route',
  tunnel: 'circuit',
  transfer: 'circuit',
}

/** The thing that a conflict is about, by the key of the ledger. */
export function ownerOf({ key }: Conflict): Named {
  const [kind = '', id = ''] = key.split('/')
  return { kind: kinds[kind] ?? kind, id }
}
