import type { Language } from '../../diagnostic/diagnostic.ts'
import { isPassive } from '../../model/passives.ts'
import type { PathStep } from '../../plan/plant/plant-plan.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { kilometres } from '../../words/figures.ts'
import { decibels } from './decibels.ts'
import { litRoutes } from './lit-routes.ts'

export const lossOverBudget = rule({
  code: 'OPT001',
  name: 'loss-over-budget',
  severity: 'error',
  title: { id: 'Redaman melebihi anggaran daya optik', en: 'Loss over the power budget of the optics' },
  *check({ network }) {
    for (const {
      plan: { route, glassM, connectors, strands, losses, steps },
      light: { ab, ba },
    } of litRoutes(network)) {
      const [worse, receiving] =
        (ba.marginDb ?? Infinity) < (ab.marginDb ?? Infinity) ? ([ba, 'a'] as const) : ([ab, 'b'] as const)
      const { limitDb, marginDb, lossDb, nm } = worse
      if (limitDb === undefined || marginDb === undefined || marginDb >= 0) continue
      yield {
        at: inside(route.origin, receiving, 'optic'),
        about: [route],
        facts: {
          route: route.id,
          nm,
          lossDb,
          limitDb,
          optic: worse.receiver.id,
          glassM,
          connectors,
          splices: strands[0]?.splices.length ?? 0,
          devices: devicesOn(steps),
          padDb: lossDb - (losses.find(loss => loss.nm === nm)?.design ?? lossDb),
          cil: worse.receiver.limit.kind === 'insertion-loss',
        },
      }
    }
  },
  message: ({ route, nm, lossDb, limitDb, optic, glassM, splices, connectors, devices, padDb }) => ({
    id:
      `rute ${route} meredam ${decibels(lossDb).id} pada ${nm} nm (${kilometres(glassM).id} serat, ` +
      `${splices} sambungan, ${connectors} konektor${beside(devices, padDb, 'id')}); ` +
      `${optic} menerima paling banyak ${decibels(limitDb).id}, ${decibels(lossDb - limitDb).id} terlalu banyak`,
    en:
      `route ${route} loses ${decibels(lossDb).en} at ${nm} nm (${kilometres(glassM).en} of glass, ` +
      `${splices} splices, ${connectors} connectors${beside(devices, padDb, 'en')}); ` +
      `${optic} takes ${decibels(limitDb).en} at most, ${decibels(lossDb - limitDb).en} too much`,
  }),
  hint: ({ cil }) => ({
    id: cil
      ? 'pilih kelas optik yang lebih kuat di kedua ujung, atau ukur sambungannya dan catat loss_db'
      : 'batas itu sudah dikurangi penalti dan cadangan design_margin_db; ' +
        'pilih kelas yang lebih kuat, atau ukur sambungannya dan catat loss_db',
    en: cil
      ? 'choose a stronger class of optics at both ends, or measure the splices and record loss_db'
      : 'that limit is less penalties and design_margin_db already; choose a stronger class, or measure the splices and record loss_db',
  }),
})

function devicesOn(steps: readonly PathStep[]): string[] {
  return steps.flatMap(step =>
    step.kind === 'structure' && isPassive(step.structure.declared) ? [step.structure.id] : [],
  )
}

/** Splitters and multiplexers by name, and attenuators: who looks for the loss begins there. */
function beside(devices: readonly string[], padDb: number, language: Language): string {
  const pads = padDb < 0.005 ? [] : [`${padWords[language]} ${decibels(padDb)[language]}`]
  return [...devices, ...pads].map(text => `, ${text}`).join('')
}

const padWords = { id: 'peredam', en: 'attenuator' } as const
