import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import { partsOfStep, strandCount } from '../../model/strands.ts'
import { countOf } from '../values/numbers.ts'
import { coresSaid } from './cores-said.ts'
import { factOf, type Draft, type Drafting, type Fact, type MappedRow } from './draft.ts'
import { cableNamed, structureNamed, type CablesByName } from './named.ts'
import type { Standing, Structures } from './structures.ts'
import { remarkOn } from '../table.ts'

/** Routes know which core ends at which port of an ODF: `odf-1/7` leads to `c-1/7` by the route that lights it. */
interface Lit {
  readonly strand: string
  readonly route: string
}

/**
 * Drafts with what tables of ports say of each ODF. A port has no place of its own in the inventory: where a route
 * lights it, its path says so and is held against the table; else the table waits for the path of a route, and is told.
 */
export function withPorts(
  drafts: readonly Draft[],
  rows: readonly MappedRow[],
  { structures, cables }: { readonly structures: Structures; readonly cables: CablesByName },
  drafting: Drafting,
): Draft[] {
  const lit = litPorts(drafting.network)
  const made = new Map(drafts.map(draft => [`${draft.kind} ${draft.id}`, draft]))
  const told = new Map<string, string>()
  for (const mapped of rows) {
    const odf = structureNamed(structures, mapped.text('closure') || mapped.text('ref'))
    const port = countOf(mapped.cell('port'), mapped.decimal('port'))?.value
    const why = 'point' in odf ? (port === undefined || port < 1 ? noPort : undefined) : odf
    if (why !== undefined || !('point' in odf) || port === undefined) {
      drafting.remark(remarkOn(mapped.row, 'left-out', why ?? noPort))
      continue
    }
    const draft = made.get(`structure ${odf.id}`) ?? declaredOdf(odf, mapped)
    const fact = portFact({ odf, port, room: roomOf(draft, drafting.network), mapped, cables, lit, told })
    made.set(`structure ${odf.id}`, { ...draft, facts: [...draft.facts, fact] })
  }
  return [...made.values()]
}

const noPort = { id: 'nomor portnya tidak terbaca', en: 'its number of port cannot be read' }
const free = {
  id: 'belum ada rute lewat port ini; tulis di path rutenya',
  en: 'no route goes over this port yet; write it into the path of one',
}
const empty = { id: 'port tanpa core', en: 'a port without a core' }

function declaredOdf({ id, ref }: Standing, mapped: MappedRow): Draft {
  return {
    kind: 'structure',
    id,
    ref,
    at: mapped.row.at,
    facts: [],
    match: { id, by: id === ref ? 'id' : 'reference' },
  }
}

/** Ports that the ODF has, as far as anybody says. */
function roomOf({ id, facts }: Draft, { structures }: Network): number | undefined {
  const told = facts.find(({ key }) => key === 'ports')?.value
  return structures.get(id)?.declared.ports ?? (typeof told === 'number' ? told : undefined)
}

interface Port {
  readonly odf: Standing
  readonly port: number
  readonly room: number | undefined
  readonly mapped: MappedRow
  readonly cables: CablesByName
  readonly lit: ReadonlyMap<string, Lit>
  /** Of this import, by port. */
  readonly told: Map<string, string>
}

function portFact({ odf, port, room, mapped, cables, lit, told }: Port): Fact {
  const from = mapped.spot('closure', 'ref', 'port', 'cableA', 'tubeA', 'coreA', 'to', 'trays', 'status', 'note')
  const strand = strandIn(mapped, cables)
  const text =
    typeof strand === 'string'
      ? strand
      : [mapped.text('cableA'), mapped.text('coreA')].filter(each => each !== '').join('/')
  const fact = (certainty: Fact['certainty'], why?: Bilingual): Fact =>
    factOf(`(port/${port})`, text === '' ? mapped.text('to') : text, from, certainty, why)
  if (room !== undefined && port > room)
    return fact('contradicted', { id: `ODF ini punya ${room} port`, en: `this ODF has ${room} ports` })
  const step = `${odf.id}/${port}`
  const before = told.get(step)
  if (before !== undefined && before !== text)
    return fact('contradicted', {
      id: `port ini disebut dua kali: ${before}`,
      en: `this port is told twice: ${before}`,
    })
  told.set(step, text)
  if (typeof strand !== 'string') return strand === undefined ? fact('sure') : fact('contradicted', strand)
  const route = lit.get(step)
  if (route === undefined) return fact('guessed', free)
  if (route.strand === strand) return fact('sure')
  return fact('contradicted', {
    id: `rute ${route.route} memakai ${route.strand} di port ini`,
    en: `route ${route.route} has ${route.strand} at this port`,
  })
}

/** The core behind a port; why it cannot be read; undefined where the row names none. */
function strandIn(mapped: MappedRow, cables: CablesByName): string | Bilingual | undefined {
  const [name, core] = [mapped.text('cableA'), mapped.text('coreA')]
  if (name === '' && core === '') return undefined
  if (name === '' || core === '') return empty
  const cable = cableNamed(cables, name)
  if (!('bundle' in cable)) return cable
  const cores = coresSaid(core, mapped.text('tubeA'), cable)
  return 'first' in cores ? `${cable.id}/${cores.first}` : cores
}

function litPorts({ routes, structures }: Network): ReadonlyMap<string, Lit> {
  const found = new Map<string, Lit>()
  for (const route of routes.values()) {
    const path = route.declared.path ?? []
    for (const [i, step] of path.entries()) {
      const { name, number } = partsOfStep(step)
      const beside = partsOfStep(path[i === 0 ? 1 : i - 1] ?? '')
      if (structures.get(name)?.declared.kind !== 'odf' || number === undefined || beside.number === undefined) continue
      for (let n = 0; n < strandCount(route); n++)
        found.set(`${name}/${number + n}`, { strand: `${beside.name}/${beside.number + n}`, route: route.id })
    }
  }
  return found
}
