import { rule } from '../define.ts'
import { strandCount } from '../../model/strands.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { inside } from '../../source/source.ts'
import { isLive } from '../live.ts'

export const odfPortAbsent = rule({
  code: 'PLT010',
  name: 'odf-port-absent',
  severity: 'error',
  title: { id: 'Port yang tidak ada di ODF-nya', en: 'Port that its ODF does not have' },
  *check({ network }) {
    for (const { route, steps } of planPlant(network).routes.values()) {
      if (!isLive(route)) continue
      for (const step of steps) {
        if (step.kind !== 'structure' || step.port === undefined) continue
        const {
          id,
          declared: { ports },
        } = step.structure
        const last = step.port + strandCount(route) - 1
        if (ports !== undefined && last > ports)
          yield {
            at: inside(route.origin, 'path', step.index),
            facts: { route: route.id, odf: id, port: last, ports },
            about: [route, step.structure],
          }
      }
    }
  },
  message: ({ route, odf, port, ports }) => ({
    id: `rute ${route} memakai port ${port} ${odf}, padahal ODF itu hanya punya ${ports} port`,
    en: `route ${route} uses port ${port} of ${odf}, yet that ODF has only ${ports} ports`,
  }),
  hint: ({ ports }) => ({ id: `pilih port 1 sampai ${ports}`, en: `choose a port from 1 to ${ports}` }),
})
