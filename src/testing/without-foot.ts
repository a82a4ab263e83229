import { strFromU8, unzipSync } from 'fflate'

/** The parts of a workbook as one text, but for its foot, which says what its files are to the byte. */
export function withoutFoot(workbook: Uint8Array): string {
  const parts = Object.entries(unzipSync(workbook))
  return parts.map(([name, part]) => `${name}\n${strFromU8(part).replace(/SHA-256 [0-9a-f]{16}/, '')}`).join('\n')
}
