import { routerRoleWords } from '../../words/states.ts'
import type { Plan } from '../../plan/plan.ts'
import { column, type Column, type Table } from '../tables/column.ts'
import { compareText } from '../../text/order.ts'

interface AsRow {
  readonly as: number
  readonly router: string
  readonly site: string
  readonly role: 'core' | 'site'
}

/** Private AS numbers (RFC 6996); the cores share the hub's. */
export function asTable({ routers }: Plan): Table<AsRow> {
  const rows = [...routers.values()].map(({ as, router, site }) => ({
    as,
    router: router.id,
    site: site.id,
    role: router.role,
  }))
  return { columns: asColumns, rows: rows.sort((a, b) => a.as - b.as || compareText(a.router, b.router)) }
}

const asColumns: readonly Column<AsRow>[] = [
  column('as', 'Nomor AS', 'AS number', 'integer', 13, row => row.as),
  column('router', 'Router', 'Router', 'code', 22, row => row.router),
  column('site', 'Situs', 'Site', 'code', 22, row => row.site),
  column('role', 'Peran', 'Role', 'text', 10, row => routerRoleWords[row.role].id),
]

interface VlanRow {
  readonly vlan: number
  /** Where the number counts: two places may use one number for two things. */
  readonly scope: string
  readonly carries: string
  readonly tenant?: string
}

/** VLANs, each where it counts: at a site, on a provider's hand-off, or on the port of an uplink. */
export function vlanTable({ network, segments, leases, uplinks }: Plan): Table<VlanRow> {
  const rows: VlanRow[] = [...network.segmentKinds.values()].map(({ id, declared }) => ({
    vlan: declared.vlan,
    scope: 'katalog',
    carries: id,
  }))
  for (const { site, id, vlan, tenant } of segments.values()) {
    rows.push({ vlan, scope: `situs ${site.id}`, carries: id, ...(tenant === undefined ? {} : { tenant: tenant.id }) })
  }
  for (const { circuit } of leases.values()) {
    const { hub, site } = circuit.declared
    if (hub !== undefined) rows.push({ vlan: hub.vlan, scope: `serah terima ${hub.handoff}`, carries: circuit.id })
    if (site.vlan !== undefined)
      rows.push({ vlan: site.vlan, scope: `situs ${circuit.site.id}, port ${site.port}`, carries: circuit.id })
  }
  for (const { uplink } of uplinks.values()) {
    const { vlan, router, port } = uplink.declared
    if (vlan !== undefined) rows.push({ vlan, scope: `router ${router}, port ${port}`, carries: uplink.id })
  }
  const key = ({ scope, carries }: VlanRow): string => `${scope}\n${carries}`
  return { columns: vlanColumns, rows: rows.sort((a, b) => a.vlan - b.vlan || compareText(key(a), key(b))) }
}

const vlanColumns: readonly Column<VlanRow>[] = [
  column('vlan', 'VLAN', 'VLAN', 'integer', 8, row => row.vlan),
  column('scope', 'Berlaku di', 'Counts at', 'text', 34, row => row.scope),
  column('carries', 'Membawa', 'Carries', 'code', 28, row => row.carries),
  column('tenant', 'Perangkat daerah', 'Agency', 'code', 20, row => row.tenant),
]
