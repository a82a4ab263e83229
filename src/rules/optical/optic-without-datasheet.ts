import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

export const opticWithoutDatasheet = rule({
  code: 'OPT004',
  name: 'optic-without-datasheet',
  severity: 'error',
  title: { id: 'Optik vendor tanpa lembar data', en: 'Vendor optics without a data sheet' },
  *check({ network }) {
    for (const route of network.routes.values()) {
      if (route.declared.status === 'retired') continue
      for (const side of ['a', 'b'] as const) {
        const optic = route[side].optic
        if (optic?.limit.kind === 'datasheet')
          yield { at: inside(route.origin, side, 'optic'), facts: { route: route.id, optic: optic.id }, about: [route] }
      }
    }
  },
  message: ({ route, optic }) => ({
    id: `rute ${route} memakai ${optic}, kelas vendor tanpa angka bersama: anggaran dayanya tidak diketahui`,
    en: `route ${route} uses ${optic}, a vendor class without common figures: its power budget is not known`,
  }),
  hint: () => ({
    id: 'pilih kelas yang punya angka, atau nyatakan kelas sendiri di types/ menurut lembar data barang yang dibeli',
    en: 'choose a class that has figures, or declare one in types/ from the data sheet of what was bought',
  }),
})
