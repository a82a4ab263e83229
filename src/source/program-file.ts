import type { Source } from './source.ts'

/** Below the folder of a kind stands what a program declares: `opd/program/dishub.yaml`. */
export const programFolder = 'program/'

export const programHeading =
  '# Declared in a program, and written by it for every other tool. Change the program; commit this file.\n'

/** Whether a program wrote this file. One of that folder that a person wrote is a file like any other. */
export function isOfProgram({ path, text }: Source): boolean {
  return path.split('/')[1] === programFolder.slice(0, -1) && text.replaceAll('\r\n', '\n').startsWith(programHeading)
}
