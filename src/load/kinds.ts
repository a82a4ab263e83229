import type { z } from 'zod'
import { circuitFile, providerFile, uplinkFile, waiverFile } from '../model/lease-file.ts'
import { networkFile } from '../model/network-file.ts'
import { plantFile, routeFile } from '../model/plant-file.ts'
import { areaFile, siteFile, tenantFile } from '../model/site-file.ts'

/** Kinds of things that have files; the key that names a thing is the kind's own. */
export const fileKinds = {
  network: { schema: networkFile, key: 'network', place: 'network.yaml' },
  site: { schema: siteFile, key: 'site', place: 'opd/' },
  tenant: { schema: tenantFile, key: 'tenant', place: 'tenants/' },
  area: { schema: areaFile, key: 'area', place: 'areas/' },
  plant: { schema: plantFile, key: 'plant', place: 'plant/' },
  route: { schema: routeFile, key: 'route', place: 'routes/' },
  circuit: { schema: circuitFile, key: 'circuit', place: 'circuits/' },
  uplink: { schema: uplinkFile, key: 'uplink', place: 'circuits/' },
  provider: { schema: providerFile, key: 'provider', place: 'providers/' },
  waiver: { schema: waiverFile, key: 'waiver', place: 'waivers.yaml' },
} as const satisfies Record<string, FileKind>

interface FileKind {
  readonly schema: z.ZodObject
  readonly key: string
  /** Folder, or file, that holds it. */
  readonly place: string
}

export type KindName = keyof typeof fileKinds

/** The kind of a thing in a file at `path`; a circuit and an uplink share a folder and are told apart by their first key. Undefined for a file that means nothing. */
export function kindOf(path: string, data: unknown): KindName | undefined {
  const names = Object.keys(fileKinds) as KindName[]
  const fitting = names.filter(name =>
    fileKinds[name].place.endsWith('/') ? path.startsWith(fileKinds[name].place) : path === fileKinds[name].place,
  )
  if (fitting.length < 2 || data === null || typeof data !== 'object') return fitting[0]
  return fitting.find(name => fileKinds[name].key in data) ?? fitting[0]
}
