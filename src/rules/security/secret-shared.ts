import { clashes, grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { secretUses } from './secrets.ts'

export const secretShared = rule({
  code: 'SEC003',
  name: 'secret-shared',
  severity: 'error',
  title: { id: 'Satu rahasia untuk dua keperluan', en: 'One secret for two purposes' },
  *check({ network }) {
    for (const { first, later } of clashes(grouped(secretUses(network), ({ name }) => name).values())) {
      yield {
        at: later.at,
        about: [network.hub],
        facts: { name: later.name, first: first.purpose, later: later.purpose },
        related: [{ at: first.at, message: { id: `juga untuk ${first.purpose}`, en: `also for ${first.purpose}` } }],
      }
    }
  },
  message: ({ name, first, later }) => ({
    id: `rahasia ${name} dipakai untuk ${later} dan untuk ${first}: siapa yang tahu yang satu, tahu keduanya`,
    en: `secret ${name} serves ${later} and ${first}: who knows the one knows both`,
  }),
  hint: () => ({
    id: 'beri setiap keperluan rahasia sendiri di penyimpan rahasia',
    en: 'give each purpose a secret of its own in the secret store',
  }),
})
