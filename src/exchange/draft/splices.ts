import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Splice } from '../../model/network.ts'
import { strandsOfRange } from '../../model/strands.ts'
import { countOf, numberOf } from '../values/numbers.ts'
import { coresSaid, type Cores } from './cores-said.ts'
import { factIf, factOf, type Draft, type Drafting, type Fact, type MappedRow } from './draft.ts'
import { cableNamed, structureNamed, type CablesByName, type NamedCable } from './named.ts'
import { dayOf } from './structure-facts.ts'
import type { Structures } from './structures.ts'
import { remarkOn } from '../table.ts'

interface State {
  readonly drafting: Drafting
  readonly structures: Structures
  readonly cables: CablesByName
  /** By closure and strand: what it is joined to. */
  readonly joined: Map<string, { readonly to: string; readonly splice?: Splice }>
}

interface End {
  readonly cable: NamedCable
  readonly cores: Cores
  readonly side: 'start' | 'end' | undefined
}

/**
 * Splices of a table, a row a splice or a range of them; a core that is joined to another already is contradicted, and
 * stays as it is.
 */
export function splicesOf(
  rows: readonly MappedRow[],
  structures: Structures,
  cables: CablesByName,
  drafting: Drafting,
): Draft[] {
  const state: State = { drafting, structures, cables, joined: new Map() }
  for (const splice of drafting.network.splices) {
    const { a, aSide, b, bSide } = splice.declared
    join(state, splice.closure.id, { a: sided(a, aSide), b: sided(b, bSide), splice })
  }
  return rows.flatMap(mapped => {
    const drafted = draftOne(state, mapped)
    if ('kind' in drafted) return [drafted]
    drafting.remark(remarkOn(mapped.row, drafted.certainty, drafted.why))
    return []
  })
}

interface Not {
  readonly certainty: 'contradicted' | 'left-out'
  readonly why: Bilingual
}

function draftOne(state: State, mapped: MappedRow): Draft | Not {
  const leftOut = (why: Bilingual): Not => ({ certainty: 'left-out', why })
  const closure = structureNamed(state.structures, mapped.text('closure') || mapped.text('ref'))
  if (!('point' in closure)) return leftOut(closure)
  const [a, b] = [endOf(state, mapped, 'A'), endOf(state, mapped, 'B')]
  if (!('cores' in a)) return leftOut(a)
  if (!('cores' in b)) return leftOut(b)
  const [left, right] = [strandText(a), strandText(b)]
  const pairs = pairsOf(a, b)
  if (pairs === undefined)
    return leftOut({ id: `${left} dan ${right} tidak sama banyaknya`, en: `${left} and ${right} are not as many` })
  const had = pairs.map(([one, other]) => clash(state, closure.id, one, other))
  const wrong = had.find(each => each !== undefined && 'en' in each)
  if (wrong !== undefined && 'en' in wrong) return { certainty: 'contradicted', why: wrong }
  const known = had.flatMap(each =>
    each !== undefined && 'splice' in each && each.splice !== undefined ? [each.splice] : [],
  )
  if (had.some(each => each !== undefined) && known.length < pairs.length)
    return { certainty: 'contradicted', why: toldTwice }
  for (const [one, other] of pairs) join(state, closure.id, { a: one, b: other })
  const from = mapped.spot('closure', 'ref', 'cableA', 'coreA', 'tubeA', 'cableB', 'coreB', 'tubeB')
  const isCounted = a.cores.isCounted || b.cores.isCounted
  const id = `${left}--${right}`
  const [certainty, why] = isCounted ? (['guessed', counted] as const) : (['sure', undefined] as const)
  return {
    kind: 'splice',
    id,
    ref: id,
    at: mapped.row.at,
    facts: [
      factOf('closure', closure.id, mapped.spot('closure', 'ref').slice(0, 1)),
      ...trayFacts(mapped),
      factOf('a', left, from, certainty, why),
      ...sideFacts(a, 'a_side', mapped.spot('sideA')),
      factOf('b', right, from, certainty, why),
      ...sideFacts(b, 'b_side', mapped.spot('sideB')),
      ...lossFacts(mapped, known),
    ],
    ...(known.length === 0 ? {} : { match: { id, by: 'id' as const } }),
  }
}

function endOf(state: State, mapped: MappedRow, end: 'A' | 'B'): End | Bilingual {
  const said = mapped.text(`cable${end}`)
  // `KBL-A/13..24` says both.
  const [, whole, inCell] = /^(.+)\/([^/]+)$/.exec(said) ?? []
  const cores = mapped.text(`core${end}`)
  const name = cores === '' && whole !== undefined ? whole : said
  const cable = cableNamed(state.cables, name)
  if (!('bundle' in cable)) return cable
  const found = coresSaid(cores === '' ? (inCell ?? '') : cores, mapped.text(`tube${end}`), cable)
  if (!('first' in found)) return found
  const side = mapped.text(`side${end}`).toLowerCase()
  return {
    cable,
    cores: found,
    side: /^(start|awal|pangkal)$/.test(side) ? 'start' : /^(end|akhir|ujung)$/.test(side) ? 'end' : undefined,
  }
}

function strandText({ cable, cores: { first, last } }: End): string {
  return `${cable.id}/${first === last ? first : `${first}..${last}`}`
}

function pairsOf(a: End, b: End): (readonly [string, string])[] | undefined {
  const [left, right] = [a, b].map(end => strandsOfRange(strandText(end)).map(strand => sided(strand, end.side)))
  return left?.length === right?.length ? left?.map((strand, i) => [strand, right?.[i] ?? strand]) : undefined
}

interface Joint {
  readonly a: string
  readonly b: string
  readonly splice?: Splice
}

function join({ joined }: State, closure: string, { a, b, ...known }: Joint): void {
  joined.set(`${closure} ${a}`, { to: b, ...known })
  joined.set(`${closure} ${b}`, { to: a, ...known })
}

/** Of a cable that is cut in a closure, every strand is there twice. */
function sided(strand: string, side: End['side']): string {
  return side === undefined ? strand : `${strand} ${side}`
}

/** What a pair is already: nothing, the same, or another. */
function clash(
  { joined }: State,
  closure: string,
  a: string,
  b: string,
): { readonly splice?: Splice } | Bilingual | undefined {
  const had = joined.get(`${closure} ${a}`)
  if (had?.to === b) return had
  const [strand, to] = had === undefined ? [b, joined.get(`${closure} ${b}`)?.to] : [a, had.to]
  return to === undefined
    ? undefined
    : {
        id: `di ${closure}, ${strand} sudah disambung ke ${to}`,
        en: `in ${closure}, ${strand} is joined to ${to} already`,
      }
}

const toldTwice = {
  id: 'sambungan ini disebut dua kali; dihitung sekali',
  en: 'this splice is told twice; counted once',
}
const counted = {
  id: 'dihitung dari tabung dan warna menurut jenis kabelnya',
  en: 'counted from tube and colour by the type of its cable',
}

function trayFacts(mapped: MappedRow): Fact[] {
  const tray = countOf(mapped.cell('trays'), mapped.decimal('trays'))
  return tray === undefined || tray.value < 1 ? [] : [factOf('tray', tray.value, mapped.spot('trays'))]
}

function sideFacts({ side }: End, key: string, from: Fact['from']): Fact[] {
  return factIf(key, side, from)
}

/** Nobody measures less than nothing, or a joint of more than this, without a fault in it. */
const mostLossDb = 3

function lossFacts(mapped: MappedRow, known: readonly Splice[]): Fact[] {
  const loss = numberOf(mapped.cell('lossDb'), mapped.decimal('lossDb'))?.value
  const day = dayOf(mapped.text('measured'))
  const measured = factIf('measured', day, mapped.spot('measured'))
  if (loss === undefined) return measured
  const from = mapped.spot('lossDb')
  if (loss < 0 || loss > mostLossDb)
    return [factOf('(loss_db)', loss, from, 'contradicted', loss < 0 ? gain : faulty), ...measured]
  const other = known.find(({ declared }) => declared.lossDb !== loss)
  if (other === undefined) return [factOf('loss_db', loss, from), ...measured]
  const had = other.declared.lossDb
  return [
    factOf('(loss_db)', loss, from, 'contradicted', {
      id: had === undefined ? 'inventaris tidak menyebutnya' : `inventaris berkata ${had}`,
      en: had === undefined ? 'the inventory does not say it' : `the inventory says ${had}`,
    }),
    ...measured,
  ]
}

const gain = {
  id: 'redaman negatif: pengukuran satu arah; ambil rata-rata kedua arah',
  en: 'a loss below zero: measured in one direction; take the mean of both',
}
const faulty = {
  id: `lebih dari ${mostLossDb} dB: bukan sambungan, atau satuannya lain`,
  en: `more than ${mostLossDb} dB: no splice, or another unit`,
}
