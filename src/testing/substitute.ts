import { isMap, isSeq, parseDocument, type Document, type YAMLMap } from 'yaml'
import type { Source } from '../source/source.ts'

/** `['ether', 1, 8, 'ge-0/0/', 0]`: ether1 to ether8 are ge-0/0/0 to ge-0/0/7. */
type Run = readonly [from: string, first: number, last: number, to: string, base: number]

interface Substitute {
  readonly model: string
  readonly version: string
  readonly ports: readonly Run[]
}

/** Which model of a platform stands for which model of the inventory, and its ports for which ports. */
const substitutes: Readonly<Record<string, Readonly<Record<string, Substitute>>>> = {
  iosxe: {
    'CCR2216-1G-12XS-2XQ': {
      model: 'C8500-12X4QC',
      version: '17.12.4',
      ports: [
        ['sfp28-', 1, 8, 'TenGigabitEthernet0/0/', 0],
        ['sfp28-', 9, 12, 'TenGigabitEthernet0/1/', 0],
        ['qsfp28-', 1, 2, 'HundredGigE0/2/', 0],
      ],
    },
    'CCR2116-12G-4S+': {
      model: 'C8500L-8S4X',
      version: '17.12.4',
      ports: [
        ['ether', 1, 8, 'GigabitEthernet0/0/', 0],
        ['sfp-sfpplus', 1, 4, 'TenGigabitEthernet0/1/', 0],
      ],
    },
    'CCR2004-16G-2S+PC': {
      model: 'C8300-1N1S-4T2X',
      version: '17.12.4',
      ports: [
        ['ether', 1, 4, 'GigabitEthernet0/0/', 0],
        ['sfp-sfpplus', 1, 2, 'TenGigabitEthernet0/0/', 4],
      ],
    },
    'RB5009UG+S+IN': {
      model: 'C8200L-1N-4T',
      version: '17.9.5',
      ports: [
        ['ether', 1, 2, 'GigabitEthernet0/0/', 0],
        ['sfp-sfpplus', 1, 1, 'GigabitEthernet0/0/', 2],
      ],
    },
    'L009UiGS-RM': {
      model: 'C8200L-1N-4T',
      version: '17.9.5',
      ports: [
        ['ether', 1, 2, 'GigabitEthernet0/0/', 0],
        ['sfp', 1, 1, 'GigabitEthernet0/0/', 2],
      ],
    },
    RB760iGS: {
      model: 'C1161-8P',
      version: '17.6.7',
      ports: [
        ['ether', 1, 1, 'GigabitEthernet0/0/', 0],
        ['ether', 2, 5, 'GigabitEthernet0/1/', 4],
        ['sfp', 1, 1, 'GigabitEthernet0/0/', 1],
      ],
    },
    'Generic x86 6-port': {
      model: 'C8300-1N1S-4T2X',
      version: '17.12.4',
      ports: [
        ['eno', 1, 4, 'GigabitEthernet0/0/', 0],
        ['enp1s0f', 0, 1, 'TenGigabitEthernet0/0/', 4],
      ],
    },
  },
  junos: {
    'CCR2216-1G-12XS-2XQ': {
      model: 'SRX4300',
      version: '24.4R1',
      ports: [
        ['ether', 1, 1, 'mge-0/0/', 0],
        ['sfp28-', 1, 8, 'xe-0/0/', 8],
        ['sfp28-', 9, 12, 'et-0/0/', 16],
        ['qsfp28-', 1, 2, 'et-0/0/', 20],
      ],
    },
    'CCR2116-12G-4S+': {
      model: 'SRX380',
      version: '24.4R1',
      ports: [
        ['ether', 1, 13, 'ge-0/0/', 0],
        ['sfp-sfpplus', 1, 4, 'xe-0/0/', 16],
      ],
    },
    'CCR2004-16G-2S+PC': {
      model: 'SRX380',
      version: '24.4R1',
      ports: [
        ['ether', 1, 16, 'ge-0/0/', 0],
        ['sfp-sfpplus', 1, 2, 'xe-0/0/', 16],
      ],
    },
    'RB5009UG+S+IN': {
      model: 'SRX340',
      version: '24.4R1',
      ports: [
        ['ether', 1, 8, 'ge-0/0/', 0],
        ['sfp-sfpplus', 1, 1, 'ge-0/0/', 8],
      ],
    },
    'L009UiGS-RM': {
      model: 'SRX340',
      version: '24.4R1',
      ports: [
        ['ether', 1, 8, 'ge-0/0/', 0],
        ['sfp', 1, 1, 'ge-0/0/', 8],
      ],
    },
    RB760iGS: {
      model: 'SRX300',
      version: '24.4R1',
      ports: [
        ['ether', 1, 5, 'ge-0/0/', 0],
        ['sfp', 1, 1, 'ge-0/0/', 6],
      ],
    },
    'Generic x86 6-port': {
      model: 'SRX340',
      version: '24.4R1',
      ports: [
        ['eno', 1, 4, 'ge-0/0/', 0],
        ['enp1s0f', 0, 1, 'ge-0/0/', 8],
      ],
    },
  },
}

/**
 * What the reference network asks and a platform cannot do, so that a compilation says so: code of the finding and what
 * it is about. All of it is a tunnel from an address that nobody knows beforehand, which WireGuard alone passes.
 */
export const exceptions: Readonly<Record<string, readonly string[]>> = {
  iosxe: ['RTE003 ckt-kec-kemalang', 'RTE003 ckt-kec-tulung'],
  junos: ['RTE003 ckt-kec-kemalang', 'RTE003 ckt-kec-tulung'],
}

/**
 * The same network with every router on another platform: models by the table, ports in trunks, desks, routes,
 * circuits, uplinks and hand-offs with them. Kinds of tunnels that somebody asked for go, so that they follow from the
 * two platforms. Comments and everything else stay as they are; so do the routers that are not asked for. Throws where
 * the table knows no model or port.
 */
export function substitute(
  sources: readonly Source[],
  platformId: string,
  asked: (router: string) => boolean = () => true,
): Source[] {
  const table = substitutes[platformId]
  if (table === undefined) throw new Error(`no substitutes for platform ${platformId}`)
  const files = sources.map(({ path, text }) => ({ path, text, document: parseDocument(text) }))
  const routers = new Map<string, Substitute>()
  for (const { document } of files)
    for (const thing of thingsOf(document)) routersOf(thing, routers, table, platformId, asked)
  return files.map(({ path, text, document }) => {
    const changed =
      routers.size > 0 &&
      thingsOf(document)
        .map(thing => replacePorts(thing, routers))
        .includes(true)
    return { path, text: changed ? document.toString({ lineWidth: 0 }) : text }
  })
}

/** What a file declares: one thing, or a list of them. */
function thingsOf({ contents }: Document.Parsed): YAMLMap[] {
  if (isMap(contents)) return [contents as YAMLMap]
  return isSeq(contents) ? (contents.items.filter(isMap) as YAMLMap[]) : []
}

/** Gives the routers of a site their new platform, and remembers what stands for each. */
function routersOf(
  thing: YAMLMap,
  routers: Map<string, Substitute>,
  table: Readonly<Record<string, Substitute>>,
  platformId: string,
  asked: (router: string) => boolean,
): void {
  const site = thing.get('site')
  const router = thing.get('router')
  if (typeof site !== 'string' || !isMap(router)) return
  const cores = thing.get('cores')
  const all: [string, YAMLMap][] = [
    [site, router as YAMLMap],
    ...(isMap(cores) ? cores.items.map(({ key, value }): [string, YAMLMap] => [String(key), value as YAMLMap]) : []),
  ]
  for (const [id, declared] of all) {
    if (!asked(id) || declared.get('platform') === platformId) continue
    const model = String(declared.get('model'))
    const found = table[model]
    if (found === undefined) throw new Error(`nothing on ${platformId} stands for ${model}`)
    routers.set(id, found)
    declared.set('platform', platformId)
    declared.set('model', found.model)
    declared.set('version', found.version)
  }
}

/** True where the thing names a router or port, and has been rewritten. */
function replacePorts(thing: YAMLMap, routers: ReadonlyMap<string, Substitute>): boolean {
  if (thing.has('route')) return (['a', 'b'] as const).map(side => replaceEnd(thing.get(side), routers)).includes(true)
  if (thing.has('circuit')) {
    thing.delete('tunnel')
    const site = thing.get('site') as YAMLMap
    return replacePort(site, String(site.get('id')), routers)
  }
  if (thing.has('uplink')) return replaceEnd(thing, routers)
  if (thing.has('network')) return replaceHandoffs(thing.get('handoffs'), routers)
  if (!thing.has('site')) return false
  const cores = thing.get('cores')
  replaceRouter(thing.get('router') as YAMLMap, routers.get(String(thing.get('site'))))
  if (isMap(cores)) for (const { key, value } of cores.items) replaceRouter(value as YAMLMap, routers.get(String(key)))
  return true
}

function replaceHandoffs(handoffs: unknown, routers: ReadonlyMap<string, Substitute>): boolean {
  if (!isMap(handoffs)) return false
  const ends = handoffs.items.flatMap(({ value }) => {
    const list = (value as YAMLMap).get('ports')
    return isSeq(list) ? list.items : []
  })
  return ends.map(end => replaceEnd(end, routers)).includes(true)
}

/** An end that names its router. */
function replaceEnd(end: unknown, routers: ReadonlyMap<string, Substitute>): boolean {
  return isMap(end) && replacePort(end as YAMLMap, String(end.get('router')), routers)
}

function replacePort(end: YAMLMap, router: string, routers: ReadonlyMap<string, Substitute>): boolean {
  const found = routers.get(router)
  if (found === undefined) return false
  end.set('port', portFor(found, String(end.get('port'))))
  return true
}

function replaceRouter(declared: YAMLMap, found: Substitute | undefined): void {
  if (found === undefined) return
  const trunk = declared.get('trunk')
  if (trunk !== undefined) declared.set('trunk', portFor(found, String(trunk)))
  const desks = declared.get('desks')
  if (!isMap(desks)) return
  for (const pair of desks.items) pair.key = portFor(found, String(pair.key))
}

/** A model or port that the table does not know: a router with more ports than what stands for it has them. */
export class NoSubstitute extends Error {}

/** Ports of sources are a prefix and a number; `qsfp28-1-1` counts by the number before the last. */
function portFor({ model, ports }: Substitute, port: string): string {
  for (const [from, first, last, to, base] of ports) {
    const number = port.startsWith(from) ? /^(\d+)(-1)?$/.exec(port.slice(from.length))?.[1] : undefined
    if (number !== undefined && Number(number) >= first && Number(number) <= last)
      return `${to}${base + Number(number) - first}`
  }
  throw new NoSubstitute(`nothing on ${model} stands for port ${port}`)
}
