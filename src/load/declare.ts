import type { z } from 'zod'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Place, Source, Step } from '../source/source.ts'
import { inside } from '../source/source.ts'
import { parseYaml, type YamlFault } from '../source/yaml.ts'
import { loadFault, shape } from './shape.ts'
import { fileKinds, kindOf, type KindName } from './kinds.ts'
import { snakeCase } from '../source/source.ts'
import { printable } from '../text/screen.ts'

/** A thing as its file declares it, typed, with its names still unresolved. */
export interface Item<T> {
  readonly id: string
  readonly declared: T
  readonly origin: Place
  /** Where an entry of one of its lists stands, also where entries before it had to be left out. */
  readonly entry: (list: string, index: number) => Place
}

export type Declarations = {
  readonly [K in KindName]: readonly Item<z.output<(typeof fileKinds)[K]['schema']>>[]
}

export interface Declared {
  readonly declarations: Declarations
  readonly diagnostics: readonly Diagnostic[]
  /** `kind:id` of what was declared and had to be left out, whole or in part. */
  readonly missing: ReadonlySet<string>
}

/** Kinds of the things that a file's lists and maps declare, by file kind and key. */
const entryKinds: Readonly<Partial<Record<KindName, Readonly<Record<string, string>>>>> = {
  network: { zones: 'zone', segments: 'segment', handoffs: 'handoff', budgets: 'budget' },
  site: { cores: 'router' },
  plant: {
    structures: 'structure',
    spans: 'span',
    runs: 'run',
    cables: 'cable',
    cableTypes: 'cabletype',
    slack: 'slack',
    splices: 'splice',
  },
  provider: { contracts: 'contract' },
}

/** All files to typed declarations; every fault of every file. */
export function declare(sources: readonly Source[]): Declared {
  const declarations = Object.fromEntries(Object.keys(fileKinds).map(kind => [kind, []])) as unknown as Record<
    KindName,
    Item<unknown>[]
  >
  const diagnostics: Diagnostic[] = []
  const missing = new Set<string>()
  for (const source of sources) {
    const { data, faults } = parseYaml(source)
    for (const fault of faults) diagnostics.push(yamlDiagnostic(source, fault))
    if (data === undefined) for (const name of namesBehind(source.path)) missing.add(name)
    if (data === undefined) continue
    const things = Array.isArray(data)
      ? data.map((thing, i): [unknown, Place] => [thing, { source, path: [i] }])
      : [[data, { source, path: [] }] as [unknown, Place]]
    const refused = Map.groupBy(
      faults.filter(({ kind }) => kind !== 'duplicate-key'),
      ({ path }) => (Array.isArray(data) ? path[0] : undefined),
    )
    for (const [thing, at] of things) {
      const kind = kindOf(source.path, thing)
      if (kind === undefined) {
        diagnostics.push(nowhere(at))
        break
      }
      take(
        kind,
        thing,
        at,
        (refused.get(at.path[0]) ?? []).map(({ path }) => path.slice(at.path.length)),
      )
    }
  }
  return { declarations: declarations as unknown as Declarations, diagnostics, missing }

  function take(kind: KindName, thing: unknown, at: Place, unread: readonly (readonly Step[])[]): void {
    const { schema, key } = fileKinds[kind]
    const shaped = shape(schema, thing, at, unread)
    diagnostics.push(...shaped.diagnostics)
    if (shaped.damaged)
      missing.add(
        `${kind}:${shaped.diagnostics.some(({ at: { path } }) => path.length === at.path.length + 1 && path.at(-1) === key) ? '?' : named(thing, key)}`,
      )
    for (const harmed of shaped.harmed) {
      const [list = '', id = ''] = harmed.split('/')
      const entryKind = entryKinds[kind]?.[list]
      if (entryKind !== undefined) missing.add(`${entryKind}:${id}`)
    }
    if (shaped.value === undefined) for (const name of namesInside(kind, thing)) missing.add(name)
    if (shaped.value === undefined) return
    const entry = (list: string, index: number): Place => inside(at, list, shaped.indices.get(list)?.[index] ?? index)
    declarations[kind].push({
      id: String((shaped.value as Record<string, unknown>)[key]),
      declared: shaped.value,
      origin: at,
      entry,
    })
    const name = fileNameOf(at.source.path)
    const id = named(thing, key)
    if (at.path.length === 0 && kind === 'site' && name !== id) diagnostics.push(otherName(inside(at, key), name, id))
  }
}

function named(thing: unknown, key: string): string {
  const name = thing !== null && typeof thing === 'object' ? (thing as Record<string, unknown>)[key] : undefined
  return typeof name === 'string' ? name : '?'
}

/** What goes missing with a thing that could not be kept at all: the routers of a site, the contracts of a provider, the plant of an area. */
function namesInside(kind: KindName, thing: unknown): string[] {
  const { site, cores } = (thing ?? {}) as Record<string, unknown>
  if (kind === 'site')
    return [
      ...(typeof site === 'string' ? [`router:${site}`] : ['router:?']),
      ...Object.keys((cores ?? {}) as object).map(core => `router:${core}`),
    ]
  return Object.values(entryKinds[kind] ?? {}).map(entryKind => `${entryKind}:*`)
}

/** What a file that could not be read may have declared: by its name where a file is a thing, else any thing of its kinds. */
export function namesBehind(path: string): readonly string[] {
  const kind = kindOf(path, undefined)
  if (kind === undefined) return []
  if (kind === 'site') return [`site:${fileNameOf(path)}`, `router:${fileNameOf(path)}`, 'router:*']
  const held =
    kind === 'plant'
      ? ['structure', 'span', 'cable', 'cabletype']
      : kind === 'provider'
        ? ['contract']
        : kind === 'circuit'
          ? ['uplink']
          : []
  return [kind, ...held].map(name => `${name}:*`)
}

function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
}

function otherName(at: Place, file: string, id: string): Diagnostic {
  return loadFault(
    'LOD023',
    at,
    {
      id: `berkas bernama \`${printable(file)}\` tetapi isinya \`${printable(id)}\``,
      en: `the file is named \`${printable(file)}\` but holds \`${printable(id)}\``,
    },
    {
      id: `namai berkas ${printable(id)}.yaml, agar orang menemukannya`,
      en: `name the file ${printable(id)}.yaml, so that people find it`,
    },
  )
}

function nowhere(at: Place): Diagnostic {
  const places = [...new Set(Object.values(fileKinds).map(({ place }) => place))].join(', ')
  return loadFault(
    'LOD004',
    { source: at.source, path: [] },
    {
      id: `berkas \`${printable(at.source.path)}\` tidak dibaca: tempatnya tidak berarti apa-apa`,
      en: `the file \`${printable(at.source.path)}\` is not read: its place means nothing`,
    },
    {
      id: `tempat yang dibaca: ${places}`,
      en: `places that are read: ${places}`,
    },
  )
}

function yamlDiagnostic(source: Source, { kind, path, detail, offsets }: YamlFault): Diagnostic {
  const at: Place = offsets === undefined ? { source, path } : { source, path, offsets }
  const shown = printable(detail)
  switch (kind) {
    case 'syntax':
      return loadFault(
        'LOD005',
        at,
        { id: `YAML tidak dapat diurai: ${shown}`, en: `the YAML does not parse: ${shown}` },
        {
          id: 'periksa lekukan (spasi, bukan tab), titik dua dan tanda kutip di sekitar sini',
          en: 'look at indentation (spaces, not tabs), colons and quotes around here',
        },
      )
    case 'duplicate-key':
      return loadFault(
        'LOD006',
        { ...at, key: true },
        { id: `kunci \`${shown}\` ditulis dua kali`, en: `the key \`${shown}\` is written twice` },
        { id: 'simpan salah satunya', en: 'keep one of the two' },
        [
          {
            at: { source, path, key: true, first: true },
            message: { id: 'yang pertama di sini', en: 'the first one is here' },
          },
        ],
      )
    case 'alias':
    case 'tag':
      return loadFault(
        'LOD007',
        at,
        {
          id: `jangkar, alias, dan tag YAML tidak dipakai di sini (\`${shown}\`)`,
          en: `anchors, aliases and tags of YAML are not used here (\`${shown}\`)`,
        },
        { id: 'tulis nilainya di tempatnya sendiri', en: 'write the value in its own place' },
      )
    case 'key':
    case 'depth':
      return loadFault(
        'LOD008',
        at,
        { id: 'susunan terlalu dalam, atau sebuah kunci bukan kata', en: 'nested too deep, or a key is no word' },
        { id: 'bandingkan dengan berkas lain dari jenis yang sama', en: 'compare with another file of the same kind' },
      )
    case 'empty':
      return loadFault(
        'LOD009',
        at,
        { id: 'berkas kosong', en: 'the file is empty' },
        {
          id: `isi, atau hapus berkas ini; kunci pertamanya \`${snakeCase(kindOf(source.path, undefined) ?? 'site')}:\``,
          en: `fill it or remove it; its first key is \`${snakeCase(kindOf(source.path, undefined) ?? 'site')}:\``,
        },
      )
  }
}
