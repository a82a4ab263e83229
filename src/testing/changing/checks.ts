import type { PlatformId } from '../../platforms/reading/folder.ts'
import type { Edited } from './edits.ts'
import { checkJunos } from './junos.ts'
import { checkRouteros } from './routeros.ts'
import type { Verdict } from './verdict.ts'

/** The proof of a script, for each syntax. */
export const checks: Readonly<Partial<Record<PlatformId, (edited: Edited) => Verdict>>> = {
  routeros: edited => checkRouteros(edited),
  junos: edited => checkJunos(edited),
}
