import { planPlant } from '../../plan/plant/plan-plant.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { structureName } from '../../words/things.ts'

export const slackAwayFromCable = rule({
  code: 'PLT109',
  name: 'slack-away-from-cable',
  severity: 'error',
  title: {
    id: 'Gulungan slack di tempat yang tidak dilewati kabelnya',
    en: 'Slack coil where its cable does not pass',
  },
  *check({ network }) {
    for (const { strayCoils, broken } of planPlant(network).cables.values()) {
      if (broken?.kind === 'spans-apart') continue
      for (const slack of strayCoils)
        yield {
          at: inside(slack.origin, 'at'),
          facts: { slack: slack.id, cable: slack.cable.id, at: slack.at },
          about: [slack, slack.cable],
        }
    }
  },
  message: ({ slack, cable, at }) => ({
    id: `gulungan ${slack} kabel ${cable} tercatat di ${structureName(at).id}, padahal kabel itu tidak melewatinya`,
    en: `coil ${slack} of cable ${cable} is recorded at ${structureName(at).en}, yet that cable does not pass it`,
  }),
  hint: () => ({
    id: 'perbaiki nama tiang atau kabelnya; sampai itu benar gulungan ini tidak ikut dihitung',
    en: 'correct the name of the pole or of the cable; until then the coil is not counted',
  }),
})
