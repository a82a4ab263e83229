import { compareVersions, type Platform } from '../model/platform.ts'
import type { Place } from '../source/source.ts'
import { nearest } from '../text/nearest.ts'
import { printable } from '../text/screen.ts'
import { loadFault } from './fault.ts'
import type { Linking } from './resolve.ts'

/** A platform or model that nobody has described. */
export function notAmong(
  linking: Linking,
  what: 'platform' | 'model',
  name: string,
  known: readonly string[],
  at: Place,
): undefined {
  const near = nearest(name, known)
  linking.diagnostics.push(
    loadFault(
      'LOD024',
      at,
      { id: `${what} \`${printable(name)}\` tidak dikenal`, en: `unknown ${what} \`${printable(name)}\`` },
      near === undefined
        ? { id: `yang dikenal: ${known.join(', ')}`, en: `known: ${known.join(', ')}` }
        : {
            id: `mungkin maksudnya \`${near}\`; yang dikenal: ${known.join(', ')}`,
            en: `did you mean \`${near}\`? known: ${known.join(', ')}`,
          },
    ),
  )
  return undefined
}

/** A version whose words nobody has held against the vendor's: its configuration could stop half way. */
export function versionNotAccepted(linking: Linking, platform: Platform, version: string, at: Place): void {
  const oldest = platform.dialects.map(({ from }) => from).sort(compareVersions)[0] ?? ''
  const { name, releases } = platform
  const { upTo, example } = releases
  linking.diagnostics.push(
    loadFault(
      'LOD024',
      at,
      {
        id: `versi ${printable(version)} tidak diterima untuk ${name}: kata-katanya belum diperiksa`,
        en: `version ${printable(version)} is not accepted for ${name}: its words have not been checked`,
      },
      {
        id: `yang diterima: rilis ${oldest} sampai ${upTo} (tulis seperti \`${example}\`, bukan beta atau rc); ganti versi router itu`,
        en: `accepted: releases ${oldest} to ${upTo} (written as \`${example}\`, no beta or rc); change the router's version`,
      },
    ),
  )
}
