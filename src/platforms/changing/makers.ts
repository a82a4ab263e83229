import type { PlatformId } from '../reading/folder.ts'
import { changeIosxe } from '../iosxe/change/change.ts'
import { changeJunos } from '../junos/change/change.ts'
import { changeLinux } from '../linux/change/change.ts'
import { changeRouteros } from '../routeros/change/change.ts'
import type { MakeScript } from './change-script.ts'

/** What takes a live router of each syntax from one configuration to the next. */
export const makers: Readonly<Record<PlatformId, MakeScript>> = {
  routeros: changeRouteros,
  junos: changeJunos,
  iosxe: changeIosxe,
  linux: changeLinux,
}
