import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { FibreRoute } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { portOf } from '../circuit/bought.ts'
import { rule } from '../define.ts'
import { mbps } from '../../words/figures.ts'

export const opticsDoNotMate = rule({
  code: 'RTE012',
  name: 'optics-do-not-mate',
  severity: 'error',
  title: { id: 'Optik kedua ujung tidak berpasangan', en: 'Optics that do not mate' },
  *check({ network }) {
    for (const route of network.routes.values()) {
      const fault = route.declared.status === 'retired' ? undefined : faultOf(route)
      if (fault !== undefined) yield { at: fault.at, about: [route], facts: { route: route.id, words: fault.words } }
    }
  },
  message: ({ route, words }) => ({ id: `rute ${route}: ${words.id}`, en: `route ${route}: ${words.en}` }),
  hint: () => ({
    id: 'optik satu core berpasangan u dengan d; optik dua core dengan kelas yang sama; keduanya secepat link',
    en: 'a one-strand optic pairs u with d, a two-strand one with its own class; both as fast as the link',
  }),
})

interface Fault {
  readonly at: Place
  readonly words: Bilingual
}

function faultOf(route: FibreRoute): Fault | undefined {
  return endFault(route, 'a') ?? endFault(route, 'b') ?? pairFault(route)
}

function endFault({ declared, origin, ...ends }: FibreRoute, side: 'a' | 'b'): Fault | undefined {
  const optic = ends[side].optic
  if (optic === undefined) return undefined
  const at = inside(origin, side, 'optic')
  const { router, port } = ends[side]
  if (portOf(router, port)?.medium === 'copper') {
    return {
      at,
      words: {
        id: `port ${port} di ${router.id} adalah port tembaga, tidak menerima optik`,
        en: `port ${port} of ${router.id} is copper and takes no optic`,
      },
    }
  }
  if (optic.speedMbps === declared.speedMbps) return undefined
  return {
    at,
    words: {
      id: `optik ${optic.id} adalah ${mbps(optic.speedMbps).id}, link-nya ${mbps(declared.speedMbps).id}`,
      en: `optic ${optic.id} is for ${mbps(optic.speedMbps).en}, the link is ${mbps(declared.speedMbps).en}`,
    },
  }
}

function pairFault({ declared, origin, ...ends }: FibreRoute): Fault | undefined {
  const [a, b] = [declared.a.optic, declared.b.optic]
  if (a === undefined && b === undefined) return undefined
  if (a === undefined || b === undefined) {
    const [there, lacking] = a === undefined ? (['b', 'a'] as const) : (['a', 'b'] as const)
    return {
      at: inside(origin, there, 'optic'),
      words: { id: `ujung ${lacking} tidak menyebut optik`, en: `end ${lacking} names no optic` },
    }
  }
  const mate = ends.a.optic?.mate
  if (mate === undefined || ends.b.optic === undefined || mate === b) return undefined
  return {
    at: inside(origin, 'b', 'optic'),
    words: {
      id: `optik ${a} berpasangan dengan ${mate}, bukan ${b}`,
      en: `optic ${a} mates with ${mate}, not with ${b}`,
    },
  }
}
