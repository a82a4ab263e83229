import type { PlatformId } from '../../platforms/reading/folder.ts'
import type { Edited } from './edits.ts'
import { checkIosxe } from './iosxe.ts'
import { checkJunos } from './junos.ts'
import { checkLinux } from './linux.ts'
import { checkRouteros } from './routeros.ts'
import type { Verdict } from './verdict.ts'

/** The proof of a script, for each syntax. */
export const checks: Readonly<Record<PlatformId, (edited: Edited) => Verdict>> = {
  routeros: edited => checkRouteros(edited),
  junos: edited => checkJunos(edited),
  iosxe: edited => checkIosxe(edited),
  linux: edited => checkLinux(edited),
}
