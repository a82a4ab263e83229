import type { z } from 'zod'
import type { Kind } from '../model/kind.ts'
import { circuitFile, uplinkFile } from '../model/lease-file.ts'
import { providerFile, waiverFile } from '../model/contract-file.ts'
import { claimFile, paymentFile, ticketFile } from '../model/record-file.ts'
import { networkFile } from '../model/network-file.ts'
import { plantFile } from '../model/plant-file.ts'
import { routeFile } from '../model/route-file.ts'
import { areaFile, siteFile, tenantFile } from '../model/site-file.ts'
import { modelFile, opticFile } from '../model/type-file.ts'
import { powerFile, traceFile } from '../model/measurement-file.ts'
import { workFile } from '../model/work-file.ts'

/** A kind of things with files of their own. */
interface FileKind {
  readonly schema: z.ZodObject
  /** The key that names a thing. */
  readonly key: string
  /** Folder, or file, that holds it. */
  readonly place: string
  /** Kinds that share its id: a site's router is named as the site. */
  readonly also?: readonly Kind[]
  /** A file of its folder is named as the thing in it. */
  readonly namedByFile?: true
}

/** A kind of things that stand in a list, or in a map by their id, inside a thing with a file. */
interface EntryKind {
  readonly within: FileKindName
  readonly list: string
  /**
   * The key that names an entry of a list, or a range of names; absent where entries have no name, or where the map's
   * key is it.
   */
  readonly key?: string
  /**
   * Kinds of what an entry makes: a run of spans is written as one, and means many; a rented fibre is a cable with its
   * span.
   */
  readonly makes?: readonly Kind[]
}

/**
 * The kinds of things, each once: where it stands, by which key it is named, what else goes missing with it. What its
 * fields refer to stands at the fields (`nameOf` in `model/scalars.ts`).
 */
export const fileKinds = {
  network: { schema: networkFile, key: 'network', place: 'network.yaml' },
  site: { schema: siteFile, key: 'site', place: 'opd/', also: ['router'], namedByFile: true },
  tenant: { schema: tenantFile, key: 'tenant', place: 'tenants/' },
  area: { schema: areaFile, key: 'area', place: 'areas/' },
  plant: { schema: plantFile, key: 'plant', place: 'plant/' },
  route: { schema: routeFile, key: 'route', place: 'routes/' },
  circuit: { schema: circuitFile, key: 'circuit', place: 'circuits/' },
  uplink: { schema: uplinkFile, key: 'uplink', place: 'circuits/' },
  provider: { schema: providerFile, key: 'provider', place: 'providers/' },
  payment: { schema: paymentFile, key: 'payment', place: 'payments/' },
  ticket: { schema: ticketFile, key: 'ticket', place: 'downtime/' },
  claim: { schema: claimFile, key: 'claim', place: 'downtime/' },
  work: { schema: workFile, key: 'work', place: 'works/' },
  trace: { schema: traceFile, key: 'trace', place: 'measurements/' },
  power: { schema: powerFile, key: 'power', place: 'measurements/' },
  waiver: { schema: waiverFile, key: 'waiver', place: 'waivers.yaml' },
  model: { schema: modelFile, key: 'model', place: 'types/' },
  optic: { schema: opticFile, key: 'optic', place: 'types/' },
} as const satisfies Partial<Record<Kind, FileKind>>

export type FileKindName = keyof typeof fileKinds

const entryKinds: Readonly<Record<Exclude<Kind, FileKindName>, EntryKind>> = {
  zone: { within: 'network', list: 'zones' },
  segment: { within: 'network', list: 'segments' },
  handoff: { within: 'network', list: 'handoffs' },
  budget: { within: 'network', list: 'budgets', key: 'budget' },
  router: { within: 'site', list: 'cores' },
  structure: { within: 'plant', list: 'structures', key: 'id' },
  span: { within: 'plant', list: 'spans', key: 'id' },
  run: { within: 'plant', list: 'runs', key: 'spans', makes: ['span'] },
  cable: { within: 'plant', list: 'cables', key: 'id' },
  darkfibre: { within: 'plant', list: 'darkFibres', key: 'id', makes: ['cable', 'span'] },
  cabletype: { within: 'plant', list: 'cableTypes', key: 'id' },
  slack: { within: 'plant', list: 'slack', key: 'id' },
  splice: { within: 'plant', list: 'splices' },
  contract: { within: 'provider', list: 'contracts', key: 'contract' },
}

/** The files and folders of an inventory that mean something. */
export const places: readonly string[] = [...new Set(Object.values(fileKinds).map(({ place }) => place))]

/** What the table says of a kind, whether it says much or little. */
export function kindOfFile(kind: FileKindName): FileKind {
  return fileKinds[kind]
}

const fileKindNames = Object.keys(fileKinds) as FileKindName[]

/** The kinds of things that a file at `path` may hold; none for a file that means nothing. */
export function kindsAt(path: string): FileKindName[] {
  return fileKindNames.filter(kind => {
    const { place } = fileKinds[kind]
    return place.endsWith('/') ? path.startsWith(place) : path === place
  })
}

/** The kind of a thing in a file at `path`; kinds that share a folder are told apart by the key that names a thing. */
export function kindOf(path: string, data: unknown): FileKindName | undefined {
  const fitting = kindsAt(path)
  if (fitting.length < 2 || data === null || typeof data !== 'object') return fitting[0]
  return fitting.find(kind => Object.hasOwn(data, fileKinds[kind].key)) ?? fitting[0]
}

export function isFileKind(kind: string): kind is FileKindName {
  return Object.hasOwn(fileKinds, kind)
}

/** Undefined for a kind that has files of its own, and for what is no kind. */
export function entryKindOf(kind: string): EntryKind | undefined {
  return Object.entries(entryKinds).find(([name]) => name === kind)?.[1]
}

export interface Held extends EntryKind {
  readonly kind: Kind
}

/** The kinds of entries that a thing of this kind holds. */
export function heldBy(kind: FileKindName): readonly Held[] {
  return heldKinds.get(kind) ?? []
}

const heldKinds = Map.groupBy(
  Object.entries(entryKinds).map(([kind, entry]): Held => ({ ...entry, kind: kind as keyof typeof entryKinds })),
  ({ within }) => within,
)
