import { expect, test } from 'vitest'
import { calibrationsOf } from '../../analysis/measure/calibration.ts'
import type { Compared } from '../../analysis/measure/compared.ts'
import { measured, worseSince } from '../../analysis/measure/worse.ts'
import { compile } from '../../compile.ts'
import { propose, type Proposal } from '../../exchange/propose.ts'
import { readFile } from '../../exchange/read/read.ts'
import { isUnread } from '../../exchange/table.ts'
import { fromUtm } from '../../exchange/values/utm.ts'
import { proposedFiles } from '../../exchange/write/files.ts'
import { places } from '../../load/kinds.ts'
import type { Network } from '../../model/network.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { RoutePlan } from '../../plan/plant/plant-plan.ts'
import { readInventory } from '../../source/read.ts'
import type { Source } from '../../source/source.ts'
import { imported, knownOf, today, type Known } from './base.ts'
import { sorFile, type Written, type WrittenEvent } from './sor-writer.ts'

const inventory = readInventory('sites', places)
const sources = inventory.sources.filter(({ path }) => !path.startsWith('measurements/'))
const known = knownOf(sources, inventory.ledger)
const plant = planPlant(known.network)

/** A route over splices, none of whose cables was repaired. */
const spliced = [...plant.routes.values()].find(
  ({ hops, strands, broken }) =>
    broken === undefined &&
    hops.length > 1 &&
    hops.every(({ cable }) => cable.cable.repairs.length === 0 && cable.cable.rented === undefined) &&
    strands[0]?.splices.some(({ kind }) => kind === 'splice') === true,
)
if (spliced === undefined) throw new Error('no route over a splice')
const route = spliced

const index = 1.4682
/** Tenths of a nanosecond to a place in the glass, one way. */
const ticksTo = (glassM: number, glassIndex = index): number => Math.round((glassM * glassIndex) / 299_792_458 / 1e-10)

/** What an instrument at `a` shows of a route: an event a splice, each with its loss, and the end. */
function shotOf({ strands, glassM }: RoutePlan, loss: (i: number) => number, stretch = 1): WrittenEvent[] {
  const splices = (strands[0]?.splices ?? []).filter(({ kind }) => kind === 'splice')
  return [
    { ticks: 0, loss: 0, reflectance: -45, code: '1F9999LS' },
    ...splices.map((met, i) => ({ ticks: ticksTo(met.glassM * stretch), loss: loss(i) })),
    { ticks: ticksTo(glassM * stretch), loss: 12, reflectance: -20, code: '1E9999LS' },
  ]
}

function writtenOf(events: readonly WrittenEvent[], more: Partial<Written> = {}): Written {
  const [first] = route.hops
  return {
    format: 2,
    cable: first?.cable.cable.id ?? '',
    fiber: String(first?.core ?? ''),
    locations: [first?.from.id ?? '', ' '],
    seconds: Date.parse('2026-11-01T03:00:00Z') / 1000,
    events,
    ...more,
  }
}

async function proposedOf(files: Readonly<Record<string, Written>>, to: Known = known): Promise<Proposal> {
  return await imported(new Map(Object.entries(files).map(([name, made]) => [name, sorFile(made)])), to)
}

function networkWith(files: readonly Source[]): Network {
  const { network, diagnostics } = compile({
    sources: [...sources, ...files],
    ledger: inventory.ledger,
    documents: inventory.documents,
    today,
    entropy: new Uint8Array(16),
  })
  expect(diagnostics.filter(({ code }) => code.startsWith('LOD')).map(({ message }) => message.en)).toEqual([])
  if (network === undefined) throw new Error('the network does not load')
  return network
}

function comparedOf(network: Network, id: string): Compared {
  const found = measured(network).get(id)?.found
  if (found === undefined || 'kind' in found) throw new Error(JSON.stringify(found))
  return found
}

test('a file that says its core and place becomes a trace beside the model: each splice at its closure, within 0.1 m; the second time nothing', async () => {
  for (const format of [1, 2] as const) {
    const events = shotOf(route, i => 0.04 + i / 100)
    const { drafts } = await proposedOf({ 'ukur 1.SOR': writtenOf(events, { format }) })
    const files = proposedFiles(drafts, known.network)
    expect(files.map(({ path }) => path)).toEqual(['measurements/otdr-ukur-1.yaml'])
    const network = networkWith(files)
    const found = comparedOf(network, 'otdr-ukur-1')
    const splices = (route.strands[0]?.splices ?? []).filter(({ kind }) => kind === 'splice')
    expect(found.events.map(({ joint }) => joint?.at.id)).toEqual(splices.map(({ at }) => at.id))
    for (const [i, { glassM }] of found.events.entries())
      expect(Math.abs(glassM - (splices[i]?.glassM ?? 0))).toBeLessThan(0.1)
    const again = await proposedOf({ 'ukur 1.SOR': writtenOf(events, { format }) }, { ...known, network })
    expect(proposedFiles(again.drafts, network)).toEqual([])
  }
})

test('nothing is taken from a file whose core or place is blank or unknown: it is asked, and an answer in the mapping is taken', async () => {
  const events = shotOf(route, () => 0.05)
  for (const blank of [
    { cable: ' ' },
    { fiber: ' ' },
    { locations: [' ', ' '] },
    { cable: 'K1 AB' },
    { fiber: '999' },
    { locations: ['Conant', 'Morrill'] },
  ] satisfies Partial<Written>[]) {
    const { drafts, remarks } = await proposedOf({ 'kosong.sor': writtenOf(events, blank) })
    expect(drafts.filter(({ kind }) => kind === 'trace')).toEqual([])
    expect(remarks.find(({ why }) => why.en.includes('says.core'))?.certainty).toBe('left-out')
  }
  const bytes = sorFile(writtenOf(events, { cable: ' ', fiber: ' ', locations: [' ', ' '] }))
  const told = await readFile('kosong.sor', bytes)
  if (isUnread(told)) throw new Error(told.unread.en)
  const [hop] = route.hops
  const says = { core: `${hop?.cable.cable.id}/${hop?.core}`, from: hop?.from.id }
  const saved = { tables: [{ file: 'kosong.sor', sheet: 'otdr', as: 'trace' as const, columns: [], says }] }
  const { drafts } = propose({ ...told, saved, ...known, fromUtm: await fromUtm() })
  expect(proposedFiles(drafts, known.network).map(({ path }) => path)).toEqual(['measurements/otdr-kosong.yaml'])
})

test('a closure that loses more than in the trace before is named, and no other', async () => {
  const splices = (route.strands[0]?.splices ?? []).filter(({ kind }) => kind === 'splice')
  const bad = splices.length - 1
  const { drafts } = await proposedOf({
    'lama.sor': writtenOf(
      shotOf(route, () => 0.05),
      { seconds: Date.parse('2025-11-01T03:00:00Z') / 1000 },
    ),
    'baru.sor': writtenOf(shotOf(route, i => (i === bad ? 0.24 : 0.07))),
  })
  const network = networkWith(proposedFiles(drafts, known.network))
  const worse = [...measured(network).values()].flatMap(each => worseSince(network, each))
  expect(worse.map(({ joint, beforeDb, nowDb }) => [joint.at.id, beforeDb, nowDb])).toEqual([
    [splices[bad]?.at.id, 0.05, 0.24],
  ])
})

test('glass that measures longer than the model says so by cable, as index, as helix and as sheath', async () => {
  const stretch = 1.004
  const { drafts } = await proposedOf({ 'panjang.sor': writtenOf(shotOf(route, () => 0.05, stretch)) })
  const network = networkWith(proposedFiles(drafts, known.network))
  const found = calibrationsOf(comparedOf(network, 'otdr-panjang'))
  expect(found.length).toBe(route.hops.filter(({ glassFromM, glassToM }) => glassToM - glassFromM >= 100).length)
  for (const { cable, groupIndex, helixPercent, modelGlassM, differenceM } of found) {
    expect(groupIndex).toBeCloseTo(index * stretch, 3)
    const { helixPercent: own } = cable.cable.type.declared
    expect(helixPercent).toBeCloseTo(((1 + own / 100) * stretch - 1) * 100, 1)
    expect(differenceM).toBeCloseTo(modelGlassM * (stretch - 1), 0)
  }
})

test('an instrument with another index shows the same places, and the index is asked about', async () => {
  const events = shotOf(route, () => 0.05)
  const { drafts } = await proposedOf({ 'lain.sor': writtenOf(events, { index: 1.4711 }) })
  const files = proposedFiles(drafts, known.network)
  const { diagnostics, network } = compile({
    sources: [...sources, ...files],
    ledger: inventory.ledger,
    documents: inventory.documents,
    today,
    entropy: new Uint8Array(16),
  })
  if (network === undefined) throw new Error('the network does not load')
  const found = comparedOf(network, 'otdr-lain')
  for (const { glassM, joint } of found.events) expect(Math.abs(glassM - (joint?.glassM ?? 0))).toBeLessThan(0.1)
  expect(diagnostics.filter(({ code }) => code.startsWith('UKR')).map(({ code }) => code)).toEqual(['UKR002'])
})
