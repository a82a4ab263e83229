import type { PlatformId } from '../reading/folder.ts'
import { changeJunos } from '../junos/change/change.ts'
import { changeRouteros } from '../routeros/change/change.ts'
import type { MakeScript } from './change-script.ts'

/** What takes a live router of each syntax from one configuration to the next. */
export const makers: Readonly<Partial<Record<PlatformId, MakeScript>>> = {
  routeros: changeRouteros,
  junos: changeJunos,
}
