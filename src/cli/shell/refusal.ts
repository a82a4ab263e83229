import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { fileReason, fileRemedy } from '../../words/file-errors.ts'

/** Why the command line cannot do what was asked: misuse, or what the machine does not give. Ends in exit code 2. */
export interface Refusal {
  readonly refused: Bilingual
}

export function refuse(id: string, en: string): Refusal {
  return { refused: { id, en } }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}

/** What an error of the file system means; undefined for any other error, which is a fault of ours. */
export function fileRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined
  const [reason, remedy] = [fileReason(String(error.code)), fileRemedy(String(error.code))]
  const path = 'path' in error ? `${String(error.path)}: ` : ''
  return refuse(`${path}${reason.id}; ${remedy.id}`, `${path}${reason.en}; ${remedy.en}`)
}
