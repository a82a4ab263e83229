import { channelNm } from '../../model/passives.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { inside } from '../../source/source.ts'
import { number } from '../../words/figures.ts'
import { rule } from '../define.ts'

/** Half of the pass band: ITU-T G.694.2 and G.695 (13 nm) for CWDM; 0.4 nm, half of 100 GHz, for DWDM. */
const withinNm = { cwdm: 6.5, dwdm: 0.4 } as const

export const channelDiffers = rule({
  code: 'OPT006',
  name: 'channel-differs',
  severity: 'error',
  title: { id: 'Optik di luar kanal multiplekser', en: 'Optics outside the channel of a multiplexer' },
  *check({ network }) {
    for (const { route, steps } of planPlant(network).routes.values()) {
      if (route.declared.status === 'retired') continue
      for (const step of steps) {
        if (step.kind !== 'structure' || step.port === undefined) continue
        const { multiplexer } = step.structure.declared
        const channel = channelNm(step.structure.declared, step.port)
        if (multiplexer === undefined || channel === undefined) continue
        const sent = (['a', 'b'] as const).flatMap(side => route[side].optic?.transmitNm ?? [])
        const isIn = (nm: number): boolean => Math.abs(nm - channel) <= withinNm[multiplexer.grid]
        // Both directions over one strand need a port each; one of them is named.
        if (sent.length === 0 || sent.some(isIn)) continue
        yield {
          at: inside(route.origin, 'path', step.index),
          facts: { route: route.id, device: step.structure.id, channel, sent: sent[0] ?? 0 },
          about: [route, step.structure],
        }
      }
    }
  },
  message: ({ route, device, channel, sent }) => ({
    id: `optik rute ${route} memancar pada ${number(sent).id} nm, sedangkan port ${device} itu kanal ${number(channel).id} nm`,
    en: `the optics of route ${route} send at ${number(sent).en} nm, yet that port of ${device} is the channel of ${number(channel).en} nm`,
  }),
  hint: ({ channel }) => ({
    id: `pakai optik kanal ${number(channel).id} nm (cwdm-…), atau port kanal yang sesuai`,
    en: `use optics of the channel of ${number(channel).en} nm (cwdm-…), or the port of their channel`,
  }),
})
