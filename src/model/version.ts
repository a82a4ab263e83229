import { compareVersions } from './platform.ts'

/** The version of this program, as `package.json` has it: what it writes says so. */
export const version = '0.2.0'

/**
 * Whether an inventory of another version may hold what this one does not know: a patch (`0.2.1`) adds nothing to what
 * files can say.
 */
export function isNewerThanThis(written: string): boolean {
  return compareVersions(lineOf(written), lineOf(version)) > 0
}

function lineOf(full: string): string {
  return full.split('.').slice(0, 2).join('.')
}
