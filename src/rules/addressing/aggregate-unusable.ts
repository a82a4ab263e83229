import { unroutedIn } from '../../model/unrouted.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

export const aggregateUnusable = rule({
  code: 'ADR012',
  name: 'aggregate-unusable',
  severity: 'error',
  title: {
    id: 'Agregat memuat alamat yang tidak diteruskan router',
    en: 'Aggregate holds addresses that no router forwards',
  },
  *check({ network }) {
    const text = network.declared.addressing.v4
    const found = unroutedIn(text)
    if (found.length === 0) return
    const at = inside(network.origin, 'addressing', 'v4')
    yield { at, about: [network.hub], facts: { text, ranges: found.join(', ') } }
  },
  message: ({ text, ranges }) => ({
    id: `${text} memuat ${ranges}, yang tidak diteruskan router mana pun`,
    en: `${text} holds ${ranges}, which no router forwards`,
  }),
  hint: () => ({
    id: 'pakai rentang pribadi (RFC 1918) yang bebas, misalnya 10.64.0.0/12; semua kumpulan harus di dalamnya',
    en: 'take a private range (RFC 1918) that is free, as 10.64.0.0/12; all pools have to lie inside it',
  }),
})
