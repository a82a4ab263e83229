import type { Router } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { clashes, grouped } from '../grouping.ts'
import { rule } from '../define.ts'

const keys = ['serial', 'assetRegister'] as const

export const serialTwice = rule({
  code: 'RTR005',
  name: 'serial-twice',
  severity: 'error',
  title: { id: 'Nomor seri atau register aset tercatat dua kali', en: 'Serial or asset number recorded twice' },
  *check({ network }) {
    const routers: Router[] = [...network.routers.values()]
    for (const key of keys) {
      for (const { first, later } of clashes(grouped(routers, ({ declared }) => declared[key]).values())) {
        yield {
          at: inside(later.origin, key),
          about: [later, first],
          facts: { key, number: later.declared[key], first: first.id, later: later.id },
          related: [{ at: inside(first.origin, key), message: { id: `juga ${first.id}`, en: `also ${first.id}` } }],
        }
      }
    }
  },
  message: ({ key, number, first, later }) => ({
    id: `${key === 'serial' ? 'nomor seri' : 'register aset'} ${number} tercatat pada ${later} dan ${first}`,
    en: `${key === 'serial' ? 'serial number' : 'asset number'} ${number} is recorded on ${later} and on ${first}`,
  }),
  hint: () => ({ id: 'baca labelnya di kedua alat', en: 'read the label on both devices' }),
})
