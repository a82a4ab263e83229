import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Named } from '../../model/network.ts'
import type { Conflict } from '../../plan/plan.ts'

const purposes: Readonly<Record<string, Bilingual>> = {
  v4: { id: 'prefiks IPv4', en: 'IPv4 prefix' },
  v6: { id: 'prefiks IPv6', en: 'IPv6 prefix' },
  vlan: { id: 'VLAN', en: 'VLAN' },
  loopback: { id: 'alamat loopback', en: 'loopback address' },
  as: { id: 'nomor AS', en: 'AS number' },
  port: { id: 'port terowongan', en: 'tunnel port' },
}

/** A key of the ledger, `segment/dishub/data/v4`, in words: `prefiks IPv4 segment dishub/data`. */
export function keyWords(key: string): Bilingual {
  const [kind = '', ...rest] = key.split('/')
  const purpose = purposes[rest.at(-1) ?? '']
  if (purpose === undefined) return { id: key, en: key }
  const owner = `${kind} ${rest.slice(0, -1).join('/')}`
  return { id: `${purpose.id} ${owner}`, en: `${purpose.en} of ${owner}` }
}

/** The thing that a conflict is about, by the key of the ledger. */
export function ownerOf({ key }: Conflict): Named {
  const [kind = '', id = ''] = key.split('/')
  return kind === 'segment' ? { kind: 'site', id } : { kind, id }
}
