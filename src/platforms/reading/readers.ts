import type { Meaning } from './meaning.ts'
import type { Folder, PlatformId } from './folder.ts'
import { readIosxeMeaning } from '../iosxe/read/read.ts'
import { readJunos } from '../junos/read/read.ts'
import { readLinux } from '../linux/read/read.ts'
import { readRouteros } from '../routeros/read/read.ts'

/** The text of a router's folder back to what it says, for each syntax. */
export const readers: Readonly<Record<PlatformId, (folder: Folder) => Meaning>> = {
  routeros: readRouteros,
  linux: readLinux,
  iosxe: readIosxeMeaning,
  junos: readJunos,
}
