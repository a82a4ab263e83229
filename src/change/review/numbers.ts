import { listed } from '../../words/figures.ts'
import { ownersOf } from '../affected.ts'
import type { Raised, Reviewed } from './raised.ts'

/** One for each thing whose numbers move. */
export function* addresses({ numbers }: Reviewed): Generator<Raised> {
  const moved = numbers.filter(({ what }) => what === 'moved')
  const byOwner = Map.groupBy(moved, number => {
    const [owner] = ownersOf(number)
    return `${owner?.kind}:${owner?.id}`
  })
  for (const [owner, own] of byOwner) {
    const texts = own.map(({ key, before, after }) => `${key} ${before} → ${after}`)
    yield {
      code: 'REV003',
      about: [owner],
      message: { id: `berpindah: ${listed(texts, 3).id}`, en: `moves: ${listed(texts, 3).en}` },
      mend: {
        id: 'kembalikan buku alokasi seperti semula, atau pakai was: untuk nama baru',
        en: 'put the ledger back as it was, or use was: for a new name',
      },
    }
  }
}
