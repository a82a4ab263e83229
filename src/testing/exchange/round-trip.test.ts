import { describe, expect, test } from 'vitest'
import { compile } from '../../compile.ts'
import { exportArtifacts, exportFormats, type ExportFormat } from '../../exchange/export/export.ts'
import { structuresAlong } from '../../exchange/export/tables.ts'
import { proposedFiles } from '../../exchange/write/files.ts'
import { places } from '../../load/kinds.ts'
import type { Network } from '../../model/network.ts'
import { readInventory } from '../../source/read.ts'
import { emptyRegency, imported, knownOf, today } from './base.ts'

const inventory = readInventory('sites', places)
const { network, plan } = compile({ ...inventory, documents: inventory.documents, today, entropy: new Uint8Array(16) })
if (network === undefined || plan === undefined) throw new Error('the network does not load')
const klaten = network

/** A regency that has just begun, with the kecamatan of Klaten and nothing else of it. */
const bare = [
  // Its sample has names of its own.
  ...emptyRegency('-7.760000,110.560000').map(({ path, text }) => ({
    path,
    text: text.replace(/\b(p|sp|c|jc|sl)-(utara|selatan)/g, '$1-contoh-$2'),
  })),
  ...inventory.sources
    .filter(({ path }) => path.startsWith('areas/'))
    .map(({ path, text }) => ({ path: path.replace('areas/', 'areas/klaten-'), text })),
]

async function roundTrip(
  format: ExportFormat,
): Promise<{ readonly after: Network; readonly faults: readonly string[] }> {
  const files = new Map<string, Uint8Array>()
  for (const { path, content } of exportArtifacts(
    format,
    { network: klaten, plan: plan ?? never(), asOf: today },
    'everything',
  )) {
    const made = await content()
    if (path !== 'README.md') files.set(path, typeof made === 'string' ? Buffer.from(made) : made)
  }
  const known = knownOf(bare)
  const proposal = await imported(files, known)
  expect(proposal.cells.used + proposal.cells.leftOut).toBe(proposal.cells.read)
  const proposed = proposedFiles(proposal.drafts, known.network)
  const compiled = compile({ sources: [...bare, ...proposed], ledger: '', today, entropy: new Uint8Array(16) })
  return {
    after: compiled.network ?? never(),
    faults: compiled.diagnostics.filter(({ code }) => code.startsWith('LOD')).map(({ message }) => message.en),
  }
}

function never(): never {
  throw new Error('the network does not load')
}

const own = <T extends { readonly declared: { readonly status: string } }>(things: ReadonlyMap<string, T>): T[] =>
  [...things.values()].filter(({ declared }) => declared.status !== 'retired')

const structuresIn = ({ structures }: Network, isWhole: boolean): object[] =>
  own(structures).map(({ id, point, declared: { kind, owner, ports, trays, built, status } }) => ({
    id,
    kind,
    point,
    ...(isWhole ? { owner, ports, trays, built, status } : {}),
  }))
const cablesIn = ({ cables }: Network): object[] =>
  own(cables).map(cable => ({
    id: cable.id,
    cores: cable.type.declared.cores,
    along: structuresAlong(cable).map(({ id }) => id),
  }))
const sitesIn = ({ sites }: Network, isWhole: boolean): object[] =>
  own(sites).map(({ id, declared, router }) => ({
    id,
    name: declared.name,
    lat: declared.location.lat,
    lon: declared.location.lon,
    address: declared.location.address,
    ...(isWhole
      ? {
          kecamatan: declared.kecamatan,
          tenants: declared.tenants,
          model: router.declared.model,
          serial: router.declared.serial,
          kib: router.declared.assetRegister,
        }
      : {}),
  }))

/** Things of the bare regency itself are no part of the question. */
const beyond = (list: readonly object[], before: readonly object[]): object[] => {
  const had = new Set(before.map(each => JSON.stringify(each)))
  return list.filter(each => !had.has(JSON.stringify(each)))
}

describe.each(exportFormats)('Klaten as %s', format => {
  test('comes back equal, as far as the format goes', async () => {
    const { after, faults } = await roundTrip(format)
    const before = knownOf(bare).network
    const isWhole = format === 'csv' || format === 'xlsx' || format === 'kml' || format === 'gpkg'
    expect(faults).toEqual([])
    expect(beyond(sitesIn(after, isWhole), sitesIn(before, isWhole))).toEqual(sitesIn(klaten, isWhole))
    if (format === 'netbox') return
    expect(beyond(structuresIn(after, isWhole), structuresIn(before, isWhole))).toEqual(structuresIn(klaten, isWhole))
    expect(beyond(cablesIn(after), cablesIn(before))).toEqual(cablesIn(klaten))
  })
})
