import { clashes, grouped } from '../grouping.ts'
import { yearOf } from '../../money/fee.ts'
import { rule } from '../define.ts'
import { rupiah } from '../../words/figures.ts'
import { leasedActive } from './bought.ts'

export const twoPrimaryCircuits = rule({
  code: 'CKT005',
  name: 'two-primary-circuits',
  severity: 'warning',
  title: {
    id: 'Dua sirkuit utama dengan layanan yang sama di satu situs',
    en: 'Two primary circuits of one service at a site',
  },
  *check({ network }) {
    const primary = leasedActive(network).filter(({ declared }) => declared.role === 'primary')
    for (const { first, later } of clashes(
      grouped(primary, ({ site, declared }) => `${site.id} ${declared.service}`).values(),
    )) {
      yield {
        at: later.at('role'),
        about: [later, first, later.site],
        facts: {
          site: later.site.id,
          service: later.declared.service,
          first: first.id,
          later: later.id,
          yearly: yearOf(later.declared.monthlyRupiah),
        },
        related: [
          {
            at: first.at('role'),
            message: { id: `sirkuit ${first.id} juga utama`, en: `circuit ${first.id} is primary too` },
          },
        ],
      }
    }
  },
  message: ({ site, service, first, later, yearly }) => ({
    id: `${site} membayar dua sirkuit utama ${service}, ${first} dan ${later}; yang kedua ${rupiah(yearly).id} setahun`,
    en: `${site} pays for two primary ${service} circuits, ${first} and ${later}; the second costs ${rupiah(yearly).en} a year`,
  }),
  hint: () => ({ id: 'jadikan salah satunya backup, atau hentikan', en: 'make one of them the backup, or end it' }),
})
