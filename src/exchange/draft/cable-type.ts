import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { CableType, Network } from '../../model/network.ts'
import { countOf } from '../values/numbers.ts'
import { plainName } from '../mapping/fields.ts'
import { factOf, type Draft, type Fact, type MappedRow } from './draft.ts'

interface Typed {
  readonly fact: Fact
  /** A type that nobody has declared. */
  readonly draft?: Draft
}

/**
 * The type of a cable: the one that is named, else one with as many cores, else the most used one with that number of
 * cores.
 */
export function cableTypeOf(network: Network, mapped: MappedRow): Typed | Bilingual {
  const types = [...network.cableTypes.values()]
  const said = plainName(mapped.text('cableType'))
  const named =
    said === ''
      ? undefined
      : types.find(({ id, declared }) => plainName(id) === said || plainName(declared.name) === said)
  if (named !== undefined) return { fact: factOf('type', named.id, mapped.spot('cableType')) }
  const cores = countOf(mapped.cell('cores'), mapped.decimal('cores'))
  const usual = mostUsed(network, types)
  if (usual === undefined)
    return {
      id: 'inventaris belum punya jenis kabel (cable_types)',
      en: 'the inventory has no type of cable (cable_types)',
    }
  if (cores === undefined || cores.value < 1 || cores.value > 1728)
    return { fact: factOf('type', usual.id, mapped.spot('cores'), 'guessed', noCores) }
  const alike = types.filter(({ declared }) => declared.cores === cores.value)
  const [only] = alike
  if (only !== undefined)
    return {
      fact: factOf(
        'type',
        only.id,
        mapped.spot('cores'),
        alike.length === 1 ? 'sure' : 'guessed',
        alike.length === 1 ? undefined : severalTypes,
      ),
    }
  const id = `kabel-${cores.value}`
  return {
    fact: factOf('type', id, mapped.spot('cores'), 'guessed', noType),
    draft: likeThe(usual, id, cores.value, mapped),
  }
}

const noCores = {
  id: 'jumlah core tidak disebut; jenis yang terbanyak dipakai',
  en: 'its number of cores is not said; the most used type was taken',
}
const severalTypes = { id: 'beberapa jenis punya core sebanyak itu', en: 'several types have that many cores' }
const noType = {
  id: 'tidak ada jenis dengan core sebanyak itu; nilai jenis yang terbanyak dipakai',
  en: 'no type has that many cores; the values of the most used were taken',
}

function mostUsed({ cables }: Network, types: readonly CableType[]): CableType | undefined {
  const counts = Map.groupBy(cables.values(), ({ type }) => type.id)
  return types.toSorted((a, b) => (counts.get(b.id)?.length ?? 0) - (counts.get(a.id)?.length ?? 0))[0]
}

function likeThe({ declared }: CableType, id: string, cores: number, mapped: MappedRow): Draft {
  const from = mapped.spot('cores')
  const { nm1310, nm1490, nm1550 } = declared.lossDbPerKm
  return {
    kind: 'cabletype',
    id,
    ref: id,
    at: mapped.row.at,
    facts: [
      factOf('name', `${cores} core`, from, 'guessed', noType),
      factOf('cores', cores, from),
      factOf('cores_per_tube', Math.min(declared.coresPerTube, cores), from, 'guessed', noType),
      factOf('helix_percent', declared.helixPercent, from, 'guessed', noType),
      factOf('installation_percent', declared.installationPercent, from, 'guessed', noType),
      factOf(
        'loss_db_per_km',
        { nm1310, ...(nm1490 === undefined ? {} : { nm1490 }), ...(nm1550 === undefined ? {} : { nm1550 }) },
        from,
        'guessed',
        noType,
      ),
    ],
  }
}
