import type { Circuit, Network, Site } from '../../model/network.ts'
import { prefixText } from '../../model/ip.ts'
import type { Plan, SegmentPlan } from '../../plan/plan.ts'
import { csv } from '../../render/tables/csv.ts'
import { column } from '../../render/tables/column.ts'

/** CSV files that NetBox's own import takes (netbox-community, "bulk import"), in the order in which they go in. */
export function exportNetbox(
  { sites, circuits, platforms }: Network,
  plan: Plan,
): readonly (readonly [string, string])[] {
  const alive = [...sites.values()].filter(({ declared }) => declared.status !== 'retired')
  return [
    ['1-sites.csv', csv({ rows: alive, columns: siteColumns })],
    ['2-devices.csv', csv({ rows: alive, columns: deviceColumns(platforms) })],
    [
      '3-prefixes.csv',
      csv({ rows: [...plan.segments.values()].filter(({ active }) => active), columns: prefixColumns }),
    ],
    ['4-circuits.csv', csv({ rows: [...circuits.values()], columns: circuitColumns })],
  ]
}

const siteColumns = [
  column<Site>('name', 'name', 'name', 'text', 1, ({ declared }) => declared.name),
  column<Site>('slug', 'slug', 'slug', 'text', 1, ({ id, declared }) => declared.source?.ref ?? id),
  column<Site>('status', 'status', 'status', 'text', 1, ({ declared }) => declared.status),
  column<Site>('physical_address', '', '', 'text', 1, ({ declared }) => declared.location.address),
  column<Site>('latitude', '', '', 'text', 1, ({ declared }) => declared.location.lat),
  column<Site>('longitude', '', '', 'text', 1, ({ declared }) => declared.location.lon),
]

function deviceColumns(platforms: Network['platforms']): ReturnType<typeof column<Site>>[] {
  return [
    column<Site>('name', '', '', 'text', 1, ({ router }) => router.id),
    column<Site>('role', '', '', 'text', 1, () => 'router'),
    column<Site>(
      'manufacturer',
      '',
      '',
      'text',
      1,
      ({ router }) => platforms.get(router.declared.platform)?.name.split(' ')[0],
    ),
    column<Site>('device_type', '', '', 'text', 1, ({ router }) => router.declared.model),
    column<Site>('site', '', '', 'text', 1, ({ declared }) => declared.name),
    column<Site>('status', '', '', 'text', 1, ({ declared }) => declared.status),
    column<Site>('serial', '', '', 'text', 1, ({ router }) => router.declared.serial),
    column<Site>('asset_tag', '', '', 'text', 1, ({ router }) => router.declared.assetRegister),
  ]
}

const prefixColumns = [
  column<SegmentPlan>('prefix', '', '', 'text', 1, ({ v4 }) => prefixText(v4)),
  column<SegmentPlan>('status', '', '', 'text', 1, () => 'active'),
  column<SegmentPlan>('site', '', '', 'text', 1, ({ site }) => site.declared.name),
  column<SegmentPlan>('vlan_vid', '', '', 'text', 1, ({ vlan }) => vlan),
  column<SegmentPlan>('description', '', '', 'text', 1, ({ id }) => id),
]

const circuitColumns = [
  column<Circuit>('cid', '', '', 'text', 1, ({ id, declared }) => declared.providerRef ?? id),
  column<Circuit>('provider', '', '', 'text', 1, ({ declared }) => declared.provider),
  column<Circuit>('type', '', '', 'text', 1, ({ declared }) => declared.service),
  column<Circuit>('status', '', '', 'text', 1, () => 'active'),
  column<Circuit>('install_date', '', '', 'text', 1, ({ declared }) => declared.period.from),
  column<Circuit>('termination_date', '', '', 'text', 1, ({ declared }) => declared.period.to),
  column<Circuit>('commit_rate', '', '', 'text', 1, ({ declared }) => declared.bandwidthMbps * 1000),
]
