import { routerRoleWords } from '../../words/states.ts'
import type { FibreRoute, Network, Site, Tenant } from '../../model/network.ts'
import { addressText } from '../../model/ip.ts'
import type { Plan, RouterPlan } from '../../plan/plan.ts'
import { column, type Table } from '../tables/column.ts'
import { classWords, qualityWords, statusWords, tenantWords } from '../../words/declared.ts'

export function siteTable({ sites, index }: Network): Table<Site> {
  return {
    rows: [...sites.values()],
    columns: [
      column('site', 'Situs', 'Site', 'code', 0, ({ id }) => id),
      column('name', 'Nama', 'Name', 'text', 0, ({ declared }) => declared.name),
      column('class', 'Kelas', 'Class', 'text', 0, ({ declared }) => classWords[declared.class].id),
      column(
        'area',
        'Kecamatan',
        'District',
        'text',
        0,
        ({ area, declared }) => area?.declared.name ?? declared.kecamatan,
      ),
      column('tenants', 'Perangkat daerah', 'Agencies', 'text', 0, ({ tenants }) =>
        tenants.map(({ id }) => id).join(', '),
      ),
      column('access', 'Sambungan', 'Connected by', 'text', 0, site => accessOf(site, index)),
      column('lat', 'Lintang', 'Latitude', 'text', 0, ({ declared }) => declared.location.lat.toFixed(6)),
      column('lon', 'Bujur', 'Longitude', 'text', 0, ({ declared }) => declared.location.lon.toFixed(6)),
      column(
        'quality',
        'Mutu letak',
        'Place quality',
        'text',
        0,
        ({ declared }) => qualityWords[declared.location.quality].id,
      ),
      column('status', 'Status', 'Status', 'text', 0, ({ declared }) => statusWords[declared.status].id),
      column('note', 'Catatan', 'Note', 'text', 0, ({ declared }) =>
        [declared.location.address, declared.location.note, declared.note]
          .filter(each => each !== undefined)
          .join('; '),
      ),
    ],
  }
}

function accessOf({ router, id }: Site, { routesOfRouter, circuitsOfSite }: Network['index']): string {
  const fibre = (routesOfRouter.get(router.id) ?? []).filter(({ active }) => active).length
  const leased = (circuitsOfSite.get(id) ?? []).filter(({ active }) => active).length
  const parts = [
    ...(fibre === 0 ? [] : [`${fibre} rute serat milik`]),
    ...(leased === 0 ? [] : [`${leased} sirkuit sewa`]),
  ]
  return parts.length === 0 ? 'tidak ada' : parts.join(', ')
}

export function tenantTable({ tenants, index }: Network): Table<Tenant> {
  return {
    rows: [...tenants.values()],
    columns: [
      column('tenant', 'Kode', 'Agency', 'code', 0, ({ id }) => id),
      column('name', 'Nama', 'Name', 'text', 0, ({ declared }) => declared.name),
      column('kind', 'Jenis', 'Kind', 'text', 0, ({ declared }) => tenantWords[declared.kind].id),
      column('sites', 'Situs', 'Sites', 'code', 0, ({ id }) =>
        (index.sitesOfTenant.get(id) ?? []).map(site => site.id).join(', '),
      ),
      column('public', 'Layanan publik', 'Serves citizens', 'text', 0, ({ declared }) =>
        declared.publicService ? 'ya' : 'tidak',
      ),
      column('cost_centre', 'Pusat biaya', 'Cost centre', 'text', 0, ({ declared }) => declared.costCentre),
    ],
  }
}

export function routerTable({ routers }: Plan): Table<RouterPlan> {
  return {
    rows: [...routers.values()],
    columns: [
      column('router', 'Router', 'Router', 'code', 0, ({ router }) => router.id),
      column('site', 'Situs', 'Site', 'code', 0, ({ site }) => site.id),
      column('role', 'Peran', 'Role', 'text', 0, ({ router }) => routerRoleWords[router.role].id),
      column('platform', 'Platform', 'Platform', 'text', 0, ({ router }) => router.platform.name),
      column('model', 'Model', 'Model', 'text', 0, ({ router }) => router.declared.model),
      column('version', 'Versi', 'Version', 'text', 0, ({ router }) => router.declared.version),
      column('loopback_v4', 'Loopback IPv4', 'Loopback IPv4', 'code', 0, ({ loopbackV4 }) => addressText(loopbackV4)),
      column('loopback_v6', 'Loopback IPv6', 'Loopback IPv6', 'code', 0, ({ loopbackV6 }) => addressText(loopbackV6)),
      column('as', 'Nomor AS', 'AS number', 'text', 0, row => String(row.as)),
      column('serial', 'Nomor seri', 'Serial', 'text', 0, ({ router }) => router.declared.serial),
      column(
        'asset',
        'Register aset (KIB)',
        'Asset register',
        'text',
        0,
        ({ router }) => router.declared.assetRegister,
      ),
    ],
  }
}

export function routeTable({ routes, structures }: Network): Table<FibreRoute> {
  const step = (text: string): boolean => !structures.has(text.split('/')[0] ?? '')
  return {
    rows: [...routes.values()],
    columns: [
      column('route', 'Rute', 'Route', 'code', 0, ({ id }) => id),
      column('name', 'Nama', 'Name', 'text', 0, ({ declared }) => declared.name),
      column('a', 'Ujung A', 'End A', 'code', 0, ({ a }) => `${a.router.id}:${a.port}`),
      column('b', 'Ujung B', 'End B', 'code', 0, ({ b }) => `${b.router.id}:${b.port}`),
      column('mbps', 'Mbit/s', 'Mbit/s', 'decimal', 0, ({ declared }) => declared.speedMbps),
      column('optics', 'Optik', 'Optics', 'text', 0, ({ declared }) =>
        [declared.a.optic, declared.b.optic].filter(each => each !== undefined).join(' – '),
      ),
      column('cores', 'Core kabel', 'Cable cores', 'code', 0, ({ declared }) =>
        declared.path === undefined ? `patch ${declared.patchM ?? 0} m` : declared.path.filter(step).join(' → '),
      ),
      column('ring', 'Ring', 'Ring', 'text', 0, ({ declared }) => declared.ring),
      column('status', 'Status', 'Status', 'text', 0, ({ declared }) => statusWords[declared.status].id),
    ],
  }
}
