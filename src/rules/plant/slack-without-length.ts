import { lengthOf } from '../../plan/plant/sheath.ts'
import { rule } from '../define.ts'
import { inside } from '../../source/source.ts'

export const slackWithoutLength = rule({
  code: 'PLT110',
  name: 'slack-without-length',
  severity: 'warning',
  title: { id: 'Gulungan slack tanpa panjang', en: 'Slack coil without a length' },
  *check({ network }) {
    for (const slack of network.slacks.values()) {
      if (lengthOf(slack) === 0)
        yield {
          at: inside(slack.origin, 'id'),
          facts: { slack: slack.id, cable: slack.cable.id },
          about: [slack, slack.cable],
        }
    }
  },
  message: ({ slack, cable }) => ({
    id: `gulungan ${slack} kabel ${cable} tidak punya panjang: setiap jarak di belakangnya meleset sebanyak isinya`,
    en: `coil ${slack} of cable ${cable} has no length: every distance behind it is off by what it holds`,
  }),
  hint: () => ({
    id: 'tulis length_m, atau marks_m dari tanda meter di kedua ujung gulungan',
    en: 'write length_m, or marks_m from the metre marks at both ends of the coil',
  }),
})
