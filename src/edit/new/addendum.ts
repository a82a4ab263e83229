import { load } from '../../load/load.ts'
import { hasSteps, valueAt } from '../../load/schema-walk.ts'
import type { Contract, Network } from '../../model/network.ts'
import type { Platform } from '../../model/platform.ts'
import { date } from '../../model/scalars.ts'
import { contractValueOf } from '../../money/invoices.ts'
import { atOnce } from '../../money/price-lines.ts'
import { stagesOf, type Stage } from '../../money/stages.ts'
import { ppnOf } from '../../money/ppn.ts'
import { offsetsOf } from '../../source/locate.ts'
import type { Place, Source, Step } from '../../source/source.ts'
import type { Edited, Refused } from '../edited.ts'
import { indentAt, isFlow } from '../layout.ts'
import { spliced, type Splice } from '../splice.ts'
import { declarationsOf, thingsIn, type Declaration } from '../things.ts'
import { served } from './contract.ts'
import { lacking, refusal, type Making } from './outcome.ts'
import type { NewWish } from './wish.ts'

/**
 * An addendum of a contract, from what its circuits are by now: their number and bandwidth at its first day, and the
 * whole contract's price. Planned circuits that are named join the contract with it.
 */
export function newAddendum(making: Making, platforms: ReadonlyMap<string, Platform>): Edited | Refused {
  const { network, sources, wish } = making
  const missing = lacking(wish, ['number', 'from'])
  if (missing !== undefined) return missing
  const contract = network.contracts.get(wish.id)
  const declared = declarationsOf(thingsIn(sources))
  const own = declared.find(({ kind, id }) => kind === 'contract' && id === wish.id)
  if (contract === undefined || own === undefined)
    return refusal(`tidak ada kontrak ${wish.id}`, `there is no contract ${wish.id}`)
  const late = daysFault(wish, contract)
  if (late !== undefined) return late
  const joining = joined(making, declared, contract)
  const hole = joining === undefined ? undefined : holeIn(own)
  if (joining === undefined)
    return refusal(
      '--circuit: sirkuit penyedia ini yang belum berkontrak',
      '--circuit: circuits of this provider that have no contract',
    )
  if (hole === undefined)
    return refusal(
      'kontrak ini ditulis dalam kurung; uraikan dahulu',
      'this contract is written in brackets; write it in lines first',
    )
  const written = (figures: Figures | undefined): Source[] =>
    spliced(sources, [...joining, hole(entryLines(wish, figures))])
  const stage = stageIn(load(written(undefined), platforms, [], { today: wish.today }).value, wish)
  if (stage === undefined)
    return refusal(
      'adendum ini tidak dapat dihitung; jalankan serat check',
      'this addendum cannot be reckoned; run serat check',
    )
  const figures = figuresOf(contract, stage)
  return {
    sources: written(figures),
    removed: [],
    remarks: [
      {
        id:
          `harga seluruh kontrak ${figures.exclPpn} tanpa PPN, ${figures.inclPpn} dengan PPN; ${figures.circuits} ` +
          `sirkuit, ${figures.mbps} Mbit/s mulai ${wish.from}: adendum yang ditandatangani harus menyusul`,
        en:
          `the whole contract costs ${figures.exclPpn} without PPN, ${figures.inclPpn} with; ${figures.circuits} ` +
          `circuits, ${figures.mbps} Mbit/s from ${wish.from}: the signed addendum has to follow`,
      },
    ],
  }
}

function daysFault({ from = '', to }: NewWish, { declared: { period, addenda } }: Contract): Refused | undefined {
  const last = addenda.findLast(each => each.to !== undefined)?.to ?? period.to
  const since = addenda.at(-1)?.from ?? period.from
  const fits = [from, ...(to === undefined ? [] : [to])].every(day => date.safeParse(day).success)
  if (fits && from > since && from <= last && (to === undefined || to >= from)) return undefined
  return refusal(
    `--from dan --to: tanggal; --from sesudah ${since} dan paling lambat ${last}, --to tidak sebelum --from`,
    `--from and --to: dates; --from behind ${since} and not later than ${last}, --to not before --from`,
  )
}

/** Planned circuits under the contract from the addendum on; undefined where one of them may not. */
function joined({ network, wish }: Making, declared: readonly Declaration[], contract: Contract): Splice[] | undefined {
  const circuits = wish.circuits.map(id => network.circuits.get(id)).filter(circuit => circuit !== undefined)
  const isFit = circuits.every(
    each => each.declared.provider === contract.provider.id && each.declared.contract === undefined,
  )
  if (!isFit || circuits.length < wish.circuits.length) return undefined
  const period = { from: wish.from ?? '', to: wish.to ?? contract.period.to }
  const splices = circuits.flatMap(circuit =>
    served(declared, circuit, { contract: contract.id, period, today: wish.today }),
  )
  const whole = splices.filter(splice => splice !== undefined)
  return whole.length < splices.length ? undefined : whole
}

interface Figures {
  readonly circuits: number
  readonly mbps: number
  readonly exclPpn: number
  readonly inclPpn: number
}

function entryLines({ number, from = '', to, today }: NewWish, figures: Figures | undefined): string[] {
  const signed = today < from ? today : from
  return [
    `number: ${number}`,
    `signed: ${signed}`,
    `from: ${from}`,
    ...(to === undefined ? [] : [`to: ${to}`]),
    ...(figures === undefined
      ? []
      : [
          `price: { excl_ppn_rupiah: ${figures.exclPpn}, incl_ppn_rupiah: ${figures.inclPpn} }`,
          `annex: { circuits: ${figures.circuits}, bandwidth_mbps: ${figures.mbps} }`,
        ]),
    `documents: [{ kind: adendum, date: ${signed} }]`,
  ]
}

/** Where the entry goes in: behind the last addendum, or as the first at the end of its contract. */
function holeIn({ thing, entry }: Declaration): ((lines: readonly string[]) => Splice) | undefined {
  const { source } = thing
  const data = valueAt(thing.data, entry.slice(thing.at.length))
  const had = valueAt(data, ['addenda'])
  if (isFlow({ source, path: entry })) return undefined
  const inside: Step[] = Array.isArray(had) ? [...entry, 'addenda', had.length - 1] : [...entry]
  const last = Array.isArray(had) ? had.at(-1) : data
  if (!hasSteps(last) || isFlow({ source, path: Array.isArray(had) ? [...entry, 'addenda'] : entry })) return undefined
  const pad = indentAt({ source, path: [...inside, Object.keys(last)[0] ?? ''], key: true })
  const end: Place = { source, path: [...inside, ...lastLeaf(last)] }
  if (Array.isArray(had))
    return ([first = '', ...rest]) => behind(end, [`${pad.slice(2)}- ${first}`, ...rest.map(line => pad + line)])
  return ([first = '', ...rest]) =>
    behind(end, [`${pad}addenda:`, `${pad}  - ${first}`, ...rest.map(line => `${pad}    ${line}`)])
}

/** Steps to the value that stands last in a thing. */
function lastLeaf(data: unknown): Step[] {
  if (!hasSteps(data)) return []
  const keys = Object.keys(data)
  const key = keys.at(-1)
  if (key === undefined) return []
  const step = Array.isArray(data) ? keys.length - 1 : key
  return [step, ...lastLeaf(valueAt(data, [step]))]
}

/** On lines of their own behind the line on which a value ends. */
function behind(place: Place, lines: readonly string[]): Splice {
  const { text, path } = place.source
  const line = text.indexOf('\n', offsetsOf(place)[1])
  const at = line < 0 ? text.length : line
  return { path, from: at, to: at, text: lines.map(each => `\n${each}`).join('') }
}

function stageIn(network: Network | undefined, { id, number }: NewWish): Stage | undefined {
  const contract = network?.contracts.get(id)
  if (network === undefined || contract === undefined) return undefined
  return stagesOf(network, contract).find(({ addendum }) => addendum === number)
}

function figuresOf(contract: Contract, { lines, inForce }: Stage): Figures {
  const { circuits, bandwidthMbps } = atOnce(lines, inForce)
  const { exclPpnRupiah: exclPpn } = contractValueOf(contract, lines)
  return { circuits, mbps: bandwidthMbps, exclPpn, inclPpn: exclPpn + ppnOf(exclPpn, contract.declared.price.ppnRule) }
}
