import type { Network } from '../../model/network.ts'
import { isMissing } from '../../model/missing.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { listed } from '../../words/figures.ts'

export const opticUnknown = rule({
  code: 'OPT005',
  name: 'optic-unknown',
  severity: 'error',
  title: { id: 'Kelas optik tidak dikenal', en: 'Unknown class of optics' },
  *check({ network }) {
    for (const route of network.routes.values()) {
      if (route.declared.status === 'retired') continue
      for (const side of ['a', 'b'] as const) {
        const { optic } = route.declared[side]
        if (optic === undefined || network.optics.has(optic) || isMissing(network.missing, 'optic', optic)) continue
        yield {
          at: inside(route.origin, side, 'optic'),
          facts: { route: route.id, optic, known: knownAt(network, route.declared.speedMbps) },
          about: [route],
        }
      }
    }
  },
  message: ({ route, optic }) => ({
    id: `rute ${route} menyebut optik ${optic}, yang tidak ada dalam daftar kelas`,
    en: `route ${route} names optic ${optic}, which is not among the classes`,
  }),
  hint: ({ known }) => ({
    id:
      `${known.length === 0 ? 'tidak ada kelas secepat ini' : `untuk kecepatan ini: ${listed(known, 20).id}`}; ` +
      'yang lain dinyatakan di types/ menurut lembar datanya',
    en:
      `${known.length === 0 ? 'no class has this speed' : `for this speed: ${listed(known, 20).en}`}; ` +
      'another is declared in types/ from its data sheet',
  }),
})

function knownAt({ optics }: Network, speedMbps: number): string[] {
  return [...optics.values()].filter(optic => optic.speedMbps === speedMbps).map(({ id }) => id)
}
