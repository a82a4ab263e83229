import type { Bilingual, Diagnostic, Related } from '../diagnostic/diagnostic.ts'
import type { Place } from '../source/source.ts'
import { loadCodes, type LoadCodeId } from './codes.ts'

/** A finding of loading; how grave it is follows from its code. */
export function loadFault(
  code: LoadCodeId,
  at: Place,
  message: Bilingual,
  help: Bilingual,
  related?: readonly Related[],
): Diagnostic {
  return { code, severity: loadCodes[code].severity, at, message, help, ...(related === undefined ? {} : { related }) }
}
