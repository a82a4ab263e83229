import { freePorts, handoffVlans, odfUses } from '../edit/new/free.ts'
import type { Router, Structure } from '../model/network.ts'
import type { Optic } from '../model/optics.ts'
import type { PortModel, RouterModel } from '../model/platform.ts'
import { planPlant } from '../plan/plant/plan-plant.ts'
import type { CorePlan } from '../plan/plant/cable-plan.ts'
import { portUses } from '../rules/router/port-uses.ts'
import { column } from '../render/tables/column.ts'
import { list, table } from './table.ts'

/** Tables of what is there, what is taken, and what is free. */

interface PortRow {
  readonly router: Router
  readonly port: PortModel
  readonly users: readonly string[]
}

export const ports = table<PortRow>({
  rows: ({ network }) => {
    const uses = Map.groupBy(portUses(network), ({ router, port }) => `${router.id}/${port}`)
    return [...network.routers.values()].flatMap(router =>
      router.model.ports.map((port): PortRow => {
        const users = (uses.get(`${router.id}/${port.name}`) ?? []).map(({ user }) =>
          typeof user === 'string' ? user : `${user.kind}:${user.id}`,
        )
        return { router, port, users: [...new Set(users)] }
      }),
    )
  },
  idOf: ({ router }) => router.id,
  columns: [
    column('router', 'Router', 'Router', 'code', 20, ({ router }) => router.id),
    column('port', 'Port', 'Port', 'code', 16, ({ port }) => port.name),
    column('medium', 'Jenis', 'Medium', 'text', 8, ({ port }) => port.medium),
    column('speed_mbps', 'Mbit/s', 'Mbit/s', 'integer', 8, ({ port }) => port.speedMbps),
    list('used_by', 'Dipakai', 'Used by', 40, ({ users }) => users),
  ],
})

interface OdfRow {
  readonly odf: Structure
  readonly port: number
  readonly route: string | undefined
}

export const odf = table<OdfRow>({
  rows: ({ network }) =>
    [...network.structures.values()]
      .filter(({ declared }) => declared.kind === 'odf' && declared.status !== 'retired')
      .flatMap(structure => {
        const uses = odfUses(network, structure.id)
        return Array.from(
          { length: structure.declared.ports ?? 0 },
          (_, i): OdfRow => ({
            odf: structure,
            port: i + 1,
            route: uses.get(i + 1),
          }),
        )
      }),
  idOf: ({ odf: { id } }) => id,
  columns: [
    column('odf', 'ODF', 'ODF', 'code', 24, ({ odf: { id } }) => id),
    column('port', 'Port', 'Port', 'integer', 6, ({ port }) => port),
    column('route', 'Rute', 'Route', 'code', 24, ({ route }) => route),
  ],
})

interface CoreRow {
  readonly cable: string
  readonly core: CorePlan
}

export const cores = table<CoreRow>({
  rows: ({ network }) =>
    [...planPlant(network).cables.values()].flatMap(({ cable, cores }) =>
      cores.map((core): CoreRow => ({ cable: cable.id, core })),
    ),
  idOf: ({ cable }) => cable,
  columns: [
    column('cable', 'Kabel', 'Cable', 'code', 24, ({ cable }) => cable),
    column('core', 'Core', 'Core', 'integer', 6, ({ core }) => core.core),
    column('state', 'Keadaan', 'State', 'code', 10, ({ core }) => core.state),
    list('routes', 'Rute', 'Routes', 30, ({ core }) => core.routes),
    column('note', 'Catatan', 'Note', 'text', 30, ({ core }) => core.note),
  ],
})

export const optics = table<Optic>({
  rows: ({ network }) => [...network.optics.values()],
  idOf: ({ id }) => id,
  columns: [
    column('optic', 'Kelas', 'Class', 'code', 16, ({ id }) => id),
    column('speed_mbps', 'Mbit/s', 'Mbit/s', 'integer', 8, ({ speedMbps }) => speedMbps),
    column('strands', 'Serat', 'Strands', 'integer', 8, ({ strands }) => strands),
    column('transmit_nm', 'Kirim (nm)', 'Transmit (nm)', 'integer', 10, ({ transmitNm }) => transmitNm),
    column('reach_km', 'Jangkauan (km)', 'Reach (km)', 'decimal', 10, ({ reachKm }) => reachKm),
    column('mate', 'Pasangan', 'Mate', 'code', 16, ({ mate }) => mate),
    column('source', 'Sumber', 'Source', 'text', 50, ({ source }) => source),
  ],
})

interface ModelRow {
  readonly platform: string
  readonly model: string
  readonly of: RouterModel
  readonly routers: number
}

export const models = table<ModelRow>({
  rows: ({ network }) =>
    [...network.platforms.values()].flatMap(({ id, models: known }) =>
      Object.entries(known).map(([model, of]): ModelRow => {
        const routers = [...network.routers.values()].filter(router => router.model === of)
        return { platform: id, model, of, routers: routers.length }
      }),
    ),
  idOf: ({ model }) => model,
  columns: [
    column('model', 'Model', 'Model', 'text', 24, ({ model }) => model),
    column('platform', 'Platform', 'Platform', 'code', 10, ({ platform }) => platform),
    list('ports', 'Port', 'Ports', 40, ({ of }) => portsText(of)),
    column('trunk', 'Trunk', 'Trunk', 'code', 14, ({ of }) => of.trunk),
    column('routers', 'Dipakai', 'In use', 'integer', 8, ({ routers }) => routers),
    column('source', 'Sumber', 'Source', 'text', 50, ({ of }) => of.source),
  ],
})

/** Ports of a model by kind: `8 x copper 1000 Mbit/s`. */
export function portsText({ ports: all }: RouterModel): string[] {
  const alike = Map.groupBy(all, ({ medium, speedMbps }) => `${medium} ${speedMbps} Mbit/s`)
  return [...alike].map(([kind, each]) => `${each.length} x ${kind}`)
}

interface SpareRow {
  readonly thing: string
  readonly of: string
  readonly all: number
  readonly free: number
}

export const spare = table<SpareRow>({
  rows: ({ network }) => [
    ...[...network.routers.values()].map((router): SpareRow => {
      const free = freePorts(network, router).length
      return { thing: `router:${router.id}`, of: 'ports', all: router.model.ports.length, free }
    }),
    ...[...network.structures.values()]
      .filter(({ declared }) => declared.kind === 'odf' && declared.ports !== undefined)
      .map(({ id, declared: { ports: all = 0 } }): SpareRow => {
        const free = all - odfUses(network, id).size
        return { thing: `structure:${id}`, of: 'ports', all, free }
      }),
    ...[...planPlant(network).cables.values()].map(
      ({ cable, cores: all, freeCores }): SpareRow => ({
        thing: `cable:${cable.id}`,
        of: 'cores',
        all: all.length,
        free: freeCores,
      }),
    ),
    ...[...network.handoffs.values()].map((handoff): SpareRow => {
      const all = 4093
      return { thing: `handoff:${handoff.id}`, of: 'vlans', all, free: all - handoffVlans(network, handoff).size }
    }),
  ],
  idOf: ({ thing }) => thing,
  columns: [
    column('thing', 'Benda', 'Thing', 'code', 30, ({ thing }) => thing),
    column('of', 'Apa', 'Of', 'code', 8, ({ of }) => of),
    column('all', 'Semua', 'All', 'integer', 8, ({ all }) => all),
    column('free', 'Bebas', 'Free', 'integer', 8, ({ free }) => free),
  ],
})
