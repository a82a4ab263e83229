import { modelIndexOf } from '../../analysis/measure/calibration.ts'
import { measured } from '../../analysis/measure/worse.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

/** As finely as instruments are set. */
const sameIndex = 0.00015

/**
 * Of the two wavelengths for which a model has an index, and a shot at 1625 or 1650 nm has another: glass differs by
 * 0.0003 at 70 nm.
 */
const nearestNm = 40

function windowOf(wavelengthNm: number): 1310 | 1550 | undefined {
  return ([1310, 1550] as const).find(window => Math.abs(window - wavelengthNm) <= nearestNm)
}

export const indexDiffers = rule({
  code: 'UKR002',
  name: 'index-differs',
  severity: 'warning',
  title: { id: 'Indeks bias alat lain dari model', en: "The instrument's index is not the model's" },
  *check({ network }) {
    for (const { trace, found } of measured(network).values()) {
      const { groupIndex, wavelengthNm } = trace.declared
      const windowNm = windowOf(wavelengthNm)
      if (groupIndex === undefined || windowNm === undefined || 'kind' in found) continue
      const model = modelIndexOf(found)
      if (Math.abs(groupIndex - model) <= sameIndex) continue
      yield {
        at: inside(trace.origin, 'groupIndex'),
        about: [trace],
        facts: {
          trace: trace.id,
          groupIndex,
          model,
          type:
            (found.shot.side === 'a' ? found.shot.plan.hops[0] : found.shot.plan.hops.at(-1))?.cable.cable.type.id ??
            '',
          windowNm,
        },
      }
    }
  },
  message: ({ trace, groupIndex, model }) => ({
    id: `${trace} diambil dengan indeks ${groupIndex}, model memakai ${model.toFixed(4)}: mana yang benar untuk kaca ini?`,
    en: `${trace} was shot with an index of ${groupIndex}, the model has ${model.toFixed(4)}: which one is right for this glass?`,
  }),
  hint: ({ type, windowNm, groupIndex }) => ({
    id:
      'lembar data kabel menyebutnya; bila alatnya benar, ' +
      `tulis group_index.nm${windowNm}: ${groupIndex} pada jenis ${type}, bila tidak, setel alatnya`,
    en:
      `the cable's data sheet says it; where the instrument is right, ` +
      `write group_index.nm${windowNm}: ${groupIndex} at type ${type}, else set the instrument`,
  }),
})
