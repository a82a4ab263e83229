import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { valueAt } from '../../load/schema-walk.ts'
import type { Circuit } from '../../model/network.ts'
import type { Period } from '../../model/scalars.ts'
import { feeOf } from '../../money/fee.ts'
import { ppnOf } from '../../money/ppn.ts'
import { offsetsOf } from '../../source/locate.ts'
import type { Place } from '../../source/source.ts'
import type { Edited, Refused } from '../edited.ts'
import { isFlow } from '../layout.ts'
import { scalarSplice, spliced, type Splice } from '../splice.ts'
import { declarationsOf, thingsIn, type Declaration } from '../things.ts'
import { lacking, refusal, yamlText, type Making } from './outcome.ts'

/**
 * A contract for planned circuits of one provider: its price is their fees, its annex their number and bandwidth; they
 * go into service.
 */
export function newContract(making: Making): Edited | Refused {
  const { network, sources, wish } = making
  const missing = lacking(wish, ['provider', 'number', 'budget', 'from', 'to'])
  if (missing !== undefined) return missing
  const period: Period = { from: wish.from ?? '', to: wish.to ?? '' }
  const circuits = wish.circuits.map(id => network.circuits.get(id)).filter(circuit => circuit !== undefined)
  const unfit = circuits.filter(
    ({ declared }) => declared.provider !== wish.provider || declared.contract !== undefined,
  )
  if (circuits.length === 0 || circuits.length < wish.circuits.length || unfit.length > 0)
    return refusal(
      '--circuit: sirkuit penyedia ini yang belum berkontrak, satu atau lebih',
      '--circuit: circuits of this provider that have no contract, one or more',
    )
  const declared = declarationsOf(thingsIn(sources))
  const provider = declared.find(({ kind, id }) => kind === 'provider' && id === wish.provider)
  if (provider === undefined)
    return refusal(`tidak ada penyedia ${wish.provider}`, `there is no provider ${wish.provider}`)
  const entry = entryOf(making, circuits, period)
  const splices = [
    intoList(provider, entry.text),
    ...circuits.flatMap(circuit => served(declared, circuit, { contract: wish.id, period, today: wish.today })),
  ]
  if (splices.some(splice => splice === undefined))
    return refusal(
      '`contracts` ditulis dalam kurung; uraikan dahulu',
      '`contracts` is written in brackets; write it in lines first',
    )
  return {
    sources: spliced(
      sources,
      splices.filter(splice => splice !== undefined),
    ),
    removed: [],
    remarks: [entry.remark],
  }
}

function entryOf(
  { wish }: Making,
  circuits: readonly Circuit[],
  period: Period,
): { readonly text: string; readonly remark: Bilingual } {
  const exclPpn = circuits.reduce((sum, { declared }) => sum + feeOf(declared.monthlyRupiah, period), 0)
  const inclPpn = exclPpn + ppnOf(exclPpn, 'dpp-11-12-2025')
  const mbps = circuits.reduce((sum, { declared }) => sum + declared.bandwidthMbps, 0)
  return {
    text: `  - contract: ${wish.id}
    number: ${wish.number}
    title: ${yamlText(wish.name ?? 'Sewa sirkuit')}
    form: surat-pesanan
    method: e-purchasing
    ppk: PPK Diskominfo
    period: { from: ${period.from}, to: ${period.to} }
    price: { excl_ppn_rupiah: ${exclPpn}, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: ${inclPpn} }
    budget: ${wish.budget}
    sla: { availability_percent: 99.5, restitution: excess-fraction }
    annex: { circuits: ${circuits.length}, bandwidth_mbps: ${mbps} }
    documents: [{ kind: bast, date: ${period.from} }]
`,
    remark: {
      id:
        `harga ${exclPpn} tanpa PPN, ${inclPpn} dengan PPN: biaya ${circuits.length} sirkuit selama masa kontrak; ` +
        'surat pesanan dan BAST harus menyusul',
      en:
        `price ${exclPpn} without PPN, ${inclPpn} with: the fees of ${circuits.length} circuits over its period; ` +
        'the order and its BAST have to follow',
    },
  }
}

/** Behind the last of the provider's contracts, or as the first. */
function intoList({ thing }: Declaration, text: string): Splice | undefined {
  const { source } = thing
  const had = valueAt(thing.data, ['contracts'])
  const end = source.text.length
  const last = source.text.endsWith('\n') ? '' : '\n'
  if (thing.among > 1) return undefined
  if (had === undefined) return { path: source.path, from: end, to: end, text: `${last}contracts:\n${text}` }
  const list: Place = { source, path: [...thing.at, 'contracts'] }
  // Behind the list another key may stand; then it goes in before its first contract.
  const first: Place = { ...list, path: [...list.path, 0] }
  if (!Array.isArray(had) || had.length === 0 || isFlow(list)) return undefined
  const [start] = offsetsOf(first)
  const line = source.text.lastIndexOf('\n', start) + 1
  const indent = /^ */.exec(source.text.slice(line))?.[0] ?? ''
  const shifted = indent === '  ' ? text : text.replace(/^ {2}/gm, indent)
  return { path: source.path, from: line, to: line, text: shifted }
}

interface Under {
  readonly contract: string
  readonly period: Period
  readonly today: string
}

/** A circuit under its contract, and its site, in service. */
export function served(
  declared: readonly Declaration[],
  circuit: Circuit,
  { contract, period, today }: Under,
): (Splice | undefined)[] {
  const own = declared.find(({ kind, id }) => kind === 'circuit' && id === circuit.id)
  const site = declared.find(({ kind, id }) => kind === 'site' && id === circuit.site.id)
  if (own === undefined || site === undefined) return [undefined]
  const at = (of: Declaration, ...steps: readonly string[]): Place => ({
    source: of.thing.source,
    path: [...of.entry, ...steps],
  })
  const [, end] = offsetsOf(own.place)
  const line = own.thing.source.text.indexOf('\n', end)
  const block = !isFlow({ source: own.thing.source, path: own.entry })
  const pad = own.thing.at.length > 0 ? '  ' : ''
  return [
    {
      path: own.thing.source.path,
      from: block ? line : end,
      to: block ? line : end,
      text: block ? `\n${pad}contract: ${contract}` : `, contract: ${contract}`,
    },
    scalarSplice(at(own, 'period', 'from'), period.from),
    scalarSplice(at(own, 'period', 'to'), period.to),
    ...(circuit.declared.status === 'planned' ? [scalarSplice(at(own, 'status'), 'active')] : []),
    // Before its first day it serves nobody, and an active site without a way in is a finding.
    ...(circuit.site.declared.status === 'planned' && period.from <= today
      ? [scalarSplice(at(site, 'status'), 'active')]
      : []),
  ]
}
