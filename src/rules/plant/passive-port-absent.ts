import type { StructureDeclaration } from '../../model/plant-file.ts'
import { deviceLoss, isPassive } from '../../model/passives.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { inside } from '../../source/source.ts'
import { structureName } from '../../words/things.ts'
import { rule } from '../define.ts'

export const passivePortAbsent = rule({
  code: 'PLT120',
  name: 'passive-port-absent',
  severity: 'error',
  title: { id: 'Port splitter atau multiplekser yang tidak ada', en: 'A port that its splitter or multiplexer lacks' },
  *check({ network }) {
    for (const { route, steps } of planPlant(network).routes.values()) {
      if (route.declared.status === 'retired') continue
      for (const step of steps) {
        if (step.kind !== 'structure' || !isDescribed(step.structure.declared)) continue
        if (step.port !== undefined && deviceLoss(step.structure.declared, step.port) !== undefined) continue
        yield {
          at: inside(route.origin, 'path', step.index),
          facts: { route: route.id, device: step.structure, port: step.port },
          about: [route, step.structure],
        }
      }
    }
  },
  message: ({ route, device, port }) => {
    const name = structureName(device)
    return port === undefined
      ? {
          id: `jalur rute ${route} melewati ${name.id} tanpa menyebut portnya`,
          en: `the path of route ${route} passes ${name.en} and does not say by which port`,
        }
      : {
          id: `jalur rute ${route} memakai port ${port} ${name.id}, yang tidak ada`,
          en: `the path of route ${route} uses port ${port} of ${name.en}, which it does not have`,
        }
  },
  hint: ({ device }) => ({
    id: `tulis ${device.id}/NOMOR: keluaran splitter, atau kanal multiplekser; jenisnya ditulis di splitter atau multiplexer`,
    en:
      `write ${device.id}/NUMBER: an output of a splitter, or a channel of a multiplexer; ` +
      'what it is stands under splitter or multiplexer',
  }),
})

/** One that does not say what it is has a finding of its own. */
function isDescribed(declared: StructureDeclaration): boolean {
  return isPassive(declared) && (declared.splitter ?? declared.multiplexer) !== undefined
}
