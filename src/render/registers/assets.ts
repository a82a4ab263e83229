import type { Network, Router } from '../../model/network.ts'
import type { CablePlan } from '../../plan/plant/cable-plan.ts'
import type { Plan } from '../../plan/plan.ts'
import { inside, type Place } from '../../source/source.ts'
import { column, type Column, type Table } from '../tables/column.ts'
import { rounded } from '../text/numbers.ts'

/** One asset as the register of goods (KIB) knows it: machines in KIB B, networks in KIB D. */
interface Asset {
  readonly card: 'KIB B' | 'KIB D'
  readonly kind: 'router' | 'cable'
  readonly id: string
  readonly register: string | undefined
  readonly what: string
  readonly serial: string | undefined
  readonly metres: number | undefined
  readonly where: string
  readonly built: string | undefined
  readonly status: string
  readonly at: Place
}

const columns: readonly Column<Asset>[] = [
  column('card', 'Kartu', 'Card', 'text', 8, ({ card }) => card),
  column('register', 'Nomor register', 'Register number', 'code', 30, ({ register }) => register),
  column('kind', 'Jenis', 'Kind', 'text', 10, ({ kind }) => kind),
  column('id', 'Nama', 'Name', 'code', 24, ({ id }) => id),
  column('what', 'Spesifikasi', 'Specification', 'text', 34, ({ what }) => what),
  column('serial', 'Nomor seri', 'Serial', 'code', 20, ({ serial }) => serial),
  column('metres', 'Panjang (m)', 'Length (m)', 'decimal', 12, ({ metres }) => metres),
  column('where', 'Letak', 'Where', 'text', 40, ({ where }) => where),
  column('built', 'Dibangun', 'Built', 'date', 12, ({ built }) => built),
  column('status', 'Keadaan', 'State', 'text', 10, ({ status }) => status),
]

/** Routers and cables that the government owns, with their numbers in its register of goods. */
export function assetTable(network: Network, plan: Plan): Table<Asset> {
  const routers = [...network.routers.values()].map(router => routerAsset(network, router))
  const there = [...plan.plant.cables.values()].filter(({ cable }) => cable.declared.status !== 'retired')
  const cables = there.map(cableAsset)
  return { columns, rows: [...routers, ...cables], at: ({ at }) => [at] }
}

function routerAsset({ sites }: Network, { id, declared, siteId, origin }: Router): Asset {
  const site = sites.get(siteId)
  return {
    card: 'KIB B',
    kind: 'router',
    id,
    register: declared.assetRegister,
    what: `${declared.platform} ${declared.model}`,
    serial: declared.serial,
    metres: undefined,
    where: site?.declared.name ?? siteId,
    built: undefined,
    status: site?.declared.status ?? '',
    at: inside(origin, 'assetRegister'),
  }
}

function cableAsset({ cable, stations, sheathM }: CablePlan): Asset {
  const { id, declared, type, origin } = cable
  return {
    card: 'KIB D',
    kind: 'cable',
    id,
    register: declared.assetRegister,
    what: `${type.id}, ${type.declared.cores} core`,
    serial: undefined,
    metres: rounded(sheathM, 1),
    where: [stations[0]?.structure.id, stations.at(-1)?.structure.id].join(' - '),
    built: declared.built,
    status: declared.status,
    at: inside(origin, 'id'),
  }
}
