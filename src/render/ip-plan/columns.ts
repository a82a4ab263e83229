import { column, type Column } from '../tables/column.ts'
import { statusWords } from '../../words/declared.ts'
import { addressWords } from '../../words/states.ts'
import type { IpRow } from './row.ts'

/** As programs read it; CSV. */
export const ipColumns: readonly Column<IpRow>[] = [
  column('prefix', 'Prefix', 'Prefix', 'code', 24, row => row.prefix),
  column('family', 'Keluarga', 'Family', 'integer', 9, row => row.range.family),
  column('kind', 'Jenis', 'Kind', 'text', 16, row => row.kind),
  column('thing', 'Untuk', 'For', 'code', 24, row => row.thing),
  column('site', 'Situs', 'Site', 'code', 20, row => row.site),
  column('router', 'Router', 'Router', 'code', 20, row => row.router),
  column('interface', 'Antarmuka', 'Interface', 'code', 24, row => row.interface),
  column('address', 'Alamat router', 'Router address', 'code', 24, row => row.address),
  column('gateway', 'Gateway', 'Gateway', 'code', 24, row => row.gateway),
  column('peer', 'Ujung lawan', 'Far end', 'code', 28, row => row.peer),
  column('vlan', 'VLAN', 'VLAN', 'integer', 8, row => row.vlan),
  column('zone', 'Zona', 'Zone', 'code', 14, row => row.zone),
  column('tenant', 'Perangkat daerah', 'Agency', 'code', 18, row => row.tenant),
  column('as', 'Nomor AS', 'AS number', 'integer', 13, row => row.as),
  column('dhcp_first', 'DHCP dari', 'DHCP first', 'code', 16, row => row.dhcp?.first),
  column('dhcp_last', 'DHCP sampai', 'DHCP last', 'code', 16, row => row.dhcp?.last),
  column('hosts', 'Host', 'Hosts', 'integer', 8, row => row.hosts),
  column('capacity', 'Kapasitas', 'Capacity', 'integer', 10, row => row.capacity),
  column('used_percent', 'Terpakai %', 'Used %', 'decimal', 11, row => row.usedPercent),
  column('pool', 'Dari pool', 'From pool', 'code', 16, row => row.pool),
  column('status', 'Status', 'Status', 'text', 13, row => row.status),
]

/** As people read it: the same columns with words for kinds and states. */
export const ipColumnsInWords: readonly Column<IpRow>[] = ipColumns.map(each => {
  if (each.key === 'kind') return { ...each, value: row => addressWords[row.kind].id }
  if (each.key === 'status') return { ...each, value: row => statusWords[row.status].id }
  return each
})
