import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import { partsOfStep } from '../../model/strands.ts'
import { plainName } from '../mapping/fields.ts'
import { freeId, idFrom } from '../values/ids.ts'
import { coresSaid } from './cores-said.ts'
import { factIf, factOf, type Draft, type Drafting, type Fact, type MappedRow, type Value } from './draft.ts'
import { cableNamed, structureNamed, type CablesByName } from './named.ts'
import { placesOf, textIn } from './running.ts'
import type { Structures } from './structures.ts'
import { remarkOn } from '../table.ts'

interface Known {
  readonly structures: Structures
  readonly cables: CablesByName
}

/**
 * Traces of reflectometers. Of a file that does not say which core was shot, and from where, nothing is taken: that is
 * asked.
 */
export function tracesOf(
  shots: readonly MappedRow[],
  events: readonly MappedRow[],
  known: Known,
  { network, remark }: Drafting,
): Draft[] {
  const byFile = Map.groupBy(events, ({ row }) => row.at.file)
  const taken = new Set(network.traces.keys())
  return shots.flatMap((mapped): Draft[] => {
    const { file } = mapped.row.at
    const [core, from] = [coreSaid(mapped, known), endSaid(mapped, known, network)]
    const why = !('value' in core) ? core : !('value' in from) ? from : undefined
    if (why !== undefined || !('value' in core) || !('value' in from)) {
      remark(remarkOn(mapped.row, 'left-out', asked(why ?? nothing)))
      for (const event of byFile.get(file) ?? []) remark(remarkOn(event.row, 'left-out', ofTrace))
      return []
    }
    const sha = textIn(mapped, 'sha256')
    const same = [...network.traces.values()].find(({ declared }) => declared.sha256 === sha)
    const id = same?.id ?? freeId(idFrom(`otdr-${file.replace(/\.[^.]*$/, '')}`), name => taken.has(name))
    taken.add(id)
    return [
      {
        kind: 'trace',
        id,
        ref: file,
        at: mapped.row.at,
        facts: [core, from, ...shotFacts(mapped), eventsFact(byFile.get(file) ?? [])],
        ...(same === undefined ? {} : { match: { id, by: 'reference' as const } }),
      },
    ]
  })
}

const nothing = { id: 'tidak disebut', en: 'it is not said' }
const ofTrace = { id: 'kejadian jejak yang tempatnya tidak disebut', en: 'an event of a trace whose place is not said' }

/** A place that is blank, or that nobody knows, is never guessed. */
function asked({ id, en }: Bilingual): Bilingual {
  return {
    id: `${id}; sebut says.core (KABEL/CORE) dan says.from (ODF atau closure) berkas ini di mapping.yaml, lalu impor lagi`,
    en: `${en}; name says.core (CABLE/CORE) and says.from (an ODF or closure) of this file in mapping.yaml, and import again`,
  }
}

function coreSaid(mapped: MappedRow, { cables }: Known): Fact | Bilingual {
  const said = mapped.mapping.says?.core ?? ''
  const { name, number } = partsOfStep(said)
  const [cableText, coreText] =
    said === '' ? [textIn(mapped, 'cable'), textIn(mapped, 'fiber')] : [name, String(number ?? '')]
  if (cableText === '') return { id: 'kabelnya kosong', en: 'its cable is blank' }
  if (coreText === '') return { id: 'serat (core) kosong', en: 'its fibre is blank' }
  const cable = cableNamed(cables, cableText)
  if (!('bundle' in cable)) return cable
  const cores = coresSaid(coreText, '', cable)
  if (!('first' in cores)) return cores
  return factOf('core', `${cable.id}/${cores.first}`, placesIn(mapped, 'cable', 'fiber'))
}

/** Where the instrument stood: location A, or B of a trace that was shot backwards. */
function endSaid(mapped: MappedRow, { structures }: Known, network: Network): Fact | Bilingual {
  const column = textIn(mapped, 'direction') === 'b to a' ? 'location b' : 'location a'
  const said = mapped.mapping.says?.from ?? textIn(mapped, column)
  if (said === '') return { id: 'tempat alatnya kosong', en: 'the place of the instrument is blank' }
  const from = placesIn(mapped, column, 'direction', column === 'location a' ? 'location b' : 'location a')
  const found = structureNamed(structures, said)
  if ('point' in found) return factOf('from', found.id, from)
  const odfs = [...network.structures.values()].filter(({ declared }) => {
    const site = declared.kind === 'odf' ? network.sites.get(declared.site ?? '') : undefined
    return site !== undefined && [site.id, plainName(site.declared.name)].includes(plainName(said))
  })
  const [only] = odfs
  return only !== undefined && odfs.length === 1
    ? factOf('from', only.id, from, 'guessed', { id: 'satu-satunya ODF di situs itu', en: 'the only ODF of that site' })
    : found
}

/** Cells of these columns, as far as they are there; the row where none is. */
function placesIn(mapped: MappedRow, ...columns: readonly string[]): Fact['from'] {
  const there = placesOf(mapped).filter(({ column }) => columns.includes(column ?? ''))
  return there.length === 0 ? [mapped.row.at] : there
}

function shotFacts(mapped: MappedRow): Fact[] {
  const number = (column: string, key: string): Fact[] => {
    const cell = mapped.row.cells.get(column)
    return typeof cell === 'number' && cell > 0 ? [factOf(key, cell, placesIn(mapped, column))] : []
  }
  const text = (column: string, key: string): Fact[] => {
    const said = textIn(mapped, column)
    return factIf(key, said.slice(0, 200), placesIn(mapped, column))
  }
  return [
    ...text('date', 'date'),
    ...number('wavelength nm', 'wavelength_nm'),
    ...number('group index', 'group_index'),
    ...number('pulse ns', 'pulse_ns'),
    ...text('instrument', 'instrument'),
    factOf('file', mapped.row.at.file, [mapped.row.at]),
    ...text('sha256', 'sha256'),
    ...text('comment', 'note'),
  ]
}

function eventsFact(events: readonly MappedRow[]): Fact {
  const isUnknown = events.some(mapped => textIn(mapped, 'kind') === 'unknown')
  const why = { id: 'sebuah kode kejadian tidak dikenal', en: 'a code of an event is not known' }
  return factOf(
    'events',
    events.map(eventOf),
    events.flatMap(placesOf),
    isUnknown ? 'guessed' : 'sure',
    isUnknown ? why : undefined,
  )
}

function eventOf({ row: { cells } }: MappedRow): Value {
  const number = (column: string): number => Number(cells.get(column) ?? 0)
  const kind = String(cells.get('kind') ?? 'unknown')
  const note = String(cells.get('comment') ?? '')
  return {
    // A reading before the port is the port.
    at_m: Math.max(0, number('at m')),
    kind,
    // What an instrument calls the loss of an end is the noise behind it.
    ...(kind === 'end' || !cells.has('loss db') ? {} : { loss_db: number('loss db') }),
    ...(cells.has('reflectance db') ? { reflectance_db: number('reflectance db') } : {}),
    ...(note === '' ? {} : { note }),
  }
}
