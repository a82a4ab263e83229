import type { ConfigFile, Renderer } from '../renderer.ts'
import { lineText, type Line } from './line.ts'

/** A word that no platform knows, and a name that nothing has: what stops a load begins with it. */
export const notFilledIn = 'serat-not-filled-in'

/** What a person reads where a load stopped. */
export const fillIn =
  `${notFilledIn}: isi semua yang masih berupa nama, lalu hapus baris ini / fill in whatever stands by name, ` +
  'then remove this line'

/**
 * The file as it lies on disk: where a secret or a key stands by name, behind lines that stop whoever loads it as it
 * is.
 */
export function stoppedFile(file: ConfigFile, { stops }: Renderer): ConfigFile {
  const open = file.lines.filter(({ parts }) => parts.some(part => typeof part !== 'string'))
  if (open.length === 0) return file
  const from = [...new Set(open.flatMap(line => line.from))]
  const stop = stops(file.name).map(
    (text): Line => ({ parts: [text], from, practice: 'stops-unless-filled-in', isStop: true }),
  )
  return { ...file, lines: [...stop, ...file.lines] }
}

/** The lines that a router is meant to hold. */
export function heldLines(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ isStop }) => isStop !== true)
}

export function heldText(lines: readonly Line[]): string {
  return heldLines(lines)
    .map(line => `${lineText(line)}\n`)
    .join('')
}
