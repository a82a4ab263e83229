import { buildOrLeases } from './build-or-lease.ts'
import { circuits, uplinks } from './bought.ts'
import { contracts, routes, tenants, waivers, zones } from './declared.ts'
import { calibration, measurements } from './measurements.ts'
import { moneyTable } from './money.ts'
import { prefixes } from './prefixes.ts'
import { cores, models, odf, optics, ports, spare } from './room.ts'
import { routers } from './routers.ts'
import { sites } from './sites.ts'
import type { Filler } from './table.ts'

/** What `show` can show. */
export const tableKinds = {
  sites,
  tenants,
  routers,
  circuits,
  uplinks,
  contracts,
  money: moneyTable('contract'),
  'build-or-lease': buildOrLeases,
  prefixes,
  routes,
  zones,
  waivers,
  ports,
  odf,
  cores,
  optics,
  models,
  spare,
  measurements,
  calibration,
} as const satisfies Record<string, Filler>
