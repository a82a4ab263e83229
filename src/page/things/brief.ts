import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { day } from '../../words/dates.ts'
import { number } from '../../words/figures.ts'
import type { World } from '../world/world.ts'
import { shownTable } from './facts.ts'
import type { Thing } from './thing.ts'

const nothing: Bilingual = { id: '', en: '' }

/** Beside a link to a thing its name; of what is bought how much, under which contract, until when. */
export function briefOf(world: World, { kind, id, name }: Thing): Bilingual {
  const { circuits, uplinks, contracts } = world.network
  if (kind === 'circuit' || kind === 'uplink') {
    const declared = (kind === 'circuit' ? circuits : uplinks).get(id)?.declared
    return declared === undefined ? nothing : bought(world, kind, id, declared)
  }
  const contract = kind === 'contract' ? contracts.get(id) : undefined
  if (contract !== undefined) return joined([same(name), until(contract.period.to)])
  return name === id || kind === 'prefix' ? nothing : same(name)
}

function bought(
  world: World,
  kind: 'circuit' | 'uplink',
  id: string,
  { bandwidthMbps, period }: { readonly bandwidthMbps: number; readonly period: { readonly to: string } },
): Bilingual {
  const row = shownTable(world, kind === 'circuit' ? 'circuits' : 'uplinks').rows.find(each => each.id === id)
  const contracts = row?.cells.get('contracts')
  const speed = number(bandwidthMbps)
  return joined([
    { id: `${speed.id} Mbit/s`, en: `${speed.en} Mbit/s` },
    ...(Array.isArray(contracts) ? contracts.map(same) : []),
    until(period.to),
  ])
}

function until(last: string): Bilingual {
  const { id, en } = day(last)
  return { id: `sampai ${id}`, en: `until ${en}` }
}

function same(text: string): Bilingual {
  return { id: text, en: text }
}

function joined(parts: readonly Bilingual[]): Bilingual {
  return { id: parts.map(({ id }) => id).join(' · '), en: parts.map(({ en }) => en).join(' · ') }
}
