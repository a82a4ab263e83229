import type { Meaning } from './meaning.ts'
import type { Folder, PlatformId } from './moved.ts'
import { readIosxeMeaning } from './iosxe/read.ts'
import { readJunos } from './junos/read.ts'
import { readLinux } from './linux/read.ts'
import { readRouteros } from './routeros/read.ts'

/** The text of a router's folder back to what it says, for each syntax. */
export const readers: Readonly<Record<PlatformId, (folder: Folder) => Meaning>> = { routeros: readRouteros, linux: readLinux, iosxe: readIosxeMeaning, junos: readJunos }
