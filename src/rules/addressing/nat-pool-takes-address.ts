import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { addressText, contains, overlaps, prefixText } from '../../model/ip.ts'
import type { Plan, UplinkPlan } from '../../plan/plan.ts'
import { rule } from '../define.ts'

export const natPoolTakesAddress = rule({
  code: 'ADR011',
  name: 'nat-pool-takes-address',
  severity: 'error',
  title: {
    id: 'Kumpulan NAT memuat alamat pihak lain',
    en: 'A NAT pool holds an address that somebody else has',
  },
  *check({ plan }) {
    const uplinks = [...plan.uplinks.values()].filter(({ uplink }) => uplink.declared.status !== 'retired')
    for (const { uplink, natPool } of uplinks) {
      const taken = takenBy(natPool, uplink.id, uplinks, plan)
      if (taken.length === 0) continue
      const facts = { uplink: uplink.id, pool: prefixText(natPool), taken: both(taken) }
      yield { at: uplink.at('natPool'), about: [uplink], facts }
    }
  },
  message: ({ uplink, pool, taken }) => ({
    id: `uplink ${uplink} menerjemahkan ke ${pool}, yang memuat ${taken.id}`,
    en: `uplink ${uplink} translates to ${pool}, which holds ${taken.en}`,
  }),
  hint: () => ({
    id: 'tulis hanya alamat yang diberikan penyedia untuk terjemahan, misalnya separuh subnetnya; alamat router sendiri boleh termasuk',
    en: 'write only the addresses that the provider gave for translation, half of its subnet perhaps; the router itself may be among them',
  }),
})

function both(parts: readonly Bilingual[]): Bilingual {
  return { id: parts.map(({ id }) => id).join('; '), en: parts.map(({ en }) => en).join('; ') }
}

/** What a pool takes away from others, one for each. */
function takenBy(
  pool: UplinkPlan['natPool'],
  own: string,
  uplinks: readonly UplinkPlan[],
  { aggregateV4 }: Plan,
): Bilingual[] {
  return [
    ...uplinks
      .filter(({ gateway }) => contains(pool, gateway))
      .map(({ uplink, gateway }) => ({
        id: `gerbang ${addressText(gateway)} milik penyedia uplink ${uplink.id}`,
        en: `${addressText(gateway)}, the provider's gateway of uplink ${uplink.id}`,
      })),
    ...uplinks
      .filter(({ uplink, v4 }) => uplink.id !== own && contains(pool, { family: 4, bits: v4.bits }))
      .map(({ uplink, v4 }) => ({
        id: `alamat router di uplink ${uplink.id}, ${addressText(v4)}`,
        en: `${addressText(v4)}, the address of the router at uplink ${uplink.id}`,
      })),
    ...(overlaps(pool, aggregateV4)
      ? [
          {
            id: `alamat di dalam jaringan ini sendiri (${prefixText(aggregateV4)})`,
            en: `addresses inside of this network (${prefixText(aggregateV4)})`,
          },
        ]
      : []),
  ]
}
