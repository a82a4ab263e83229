import { addressText } from '../model/ip.ts'
import type { Router } from '../model/network.ts'
import type { RouterPlan } from '../plan/plan.ts'
import { column } from '../render/tables/column.ts'
import { table } from './table.ts'

interface Row {
  readonly router: Router
  readonly plan: RouterPlan | undefined
}

const columns = [
  column<Row>('router', 'Router', 'Router', 'code', 20, ({ router }) => router.id),
  column<Row>('site', 'Situs', 'Site', 'code', 20, ({ router }) => router.siteId),
  column<Row>('role', 'Peran', 'Role', 'text', 6, ({ router }) => router.role),
  column<Row>('platform', 'Platform', 'Platform', 'text', 10, ({ router }) => router.declared.platform),
  column<Row>('model', 'Model', 'Model', 'text', 18, ({ router }) => router.declared.model),
  column<Row>('version', 'Versi', 'Version', 'text', 8, ({ router }) => router.declared.version),
  column<Row>(
    'loopback_v4',
    'Loopback IPv4',
    'Loopback IPv4',
    'code',
    16,
    ({ plan }) => plan && addressText(plan.loopbackV4),
  ),
  column<Row>(
    'loopback_v6',
    'Loopback IPv6',
    'Loopback IPv6',
    'code',
    24,
    ({ plan }) => plan && addressText(plan.loopbackV6),
  ),
  column<Row>('as', 'Nomor AS', 'AS number', 'integer', 12, ({ plan }) => plan?.as),
  column<Row>('links', 'Rute serat', 'Fibre links', 'integer', 6, ({ plan }) => plan?.links.length),
  column<Row>('tunnels', 'Terowongan', 'Tunnels', 'integer', 6, ({ plan }) => plan?.tunnels.length),
  column<Row>('serial', 'Nomor seri', 'Serial', 'text', 16, ({ router }) => router.declared.serial),
  column<Row>(
    'asset_register',
    'Nomor KIB',
    'Asset register',
    'text',
    16,
    ({ router }) => router.declared.assetRegister,
  ),
]

export const routers = table<Row>({
  rows: ({ network, plan }) =>
    [...network.routers.values()].map(router => ({ router, plan: plan?.routers.get(router.id) })),
  idOf: ({ router }) => router.id,
  columns,
  narrow: columns.filter(({ key }) => key !== 'serial' && key !== 'asset_register'),
})
