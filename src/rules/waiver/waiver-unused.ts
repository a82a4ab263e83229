import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Waiver } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { diagnosticOf, rule, type Rule } from '../define.ts'

interface Facts {
  readonly waiver: string
  readonly code: string
  /** What it names is an error, and errors cannot be waived. */
  readonly isError: boolean
}

/**
 * Reports nothing by itself: which waivers have covered nothing is known only after all other rules, to `applyWaivers`.
 */
const definition: Rule<Facts> = {
  code: 'WVR001',
  name: 'waiver-unused',
  severity: 'warning',
  title: { id: 'Pengecualian yang tidak mengecualikan apa-apa', en: 'Waiver that matches nothing' },
  check: () => [],
  message: ({ waiver, code, isError }) => ({
    id: isError
      ? `pengecualian ${waiver} tidak berlaku: ${code} adalah galat, dan galat tidak dapat dikecualikan`
      : `pengecualian ${waiver} tidak cocok dengan satu pun temuan ${code}`,
    en: isError
      ? `waiver ${waiver} has no effect: ${code} is an error, and errors cannot be waived`
      : `waiver ${waiver} matches no finding ${code}`,
  }),
  hint: ({ isError }) =>
    isError
      ? { id: 'perbaiki penyebabnya, lalu hapus pengecualian ini', en: 'mend the cause, then remove this waiver' }
      : {
          id: 'hapus: yang dikecualikannya sudah beres; atau perbaiki cakupannya',
          en: 'remove it: what it covered is mended; or correct its scope',
        },
}

export const waiverUnused = rule(definition)

export function diagnosticOfUnused(waiver: Waiver, isError: boolean): Diagnostic {
  return diagnosticOf(definition, {
    at: inside(waiver.origin, 'waiver'),
    about: [waiver],
    facts: { waiver: waiver.id, code: waiver.declared.code, isError },
  })
}
