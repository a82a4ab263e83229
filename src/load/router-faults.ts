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
  const { name, upTo } = platform
  linking.diagnostics.push(
    loadFault(
      'LOD024',
      at,
      upTo === undefined
        ? {
            id: `versi ${printable(version)} terlalu tua untuk ${name}`,
            en: `version ${printable(version)} is too old for ${name}`,
          }
        : {
            id: `versi ${printable(version)} tidak diterima untuk ${name}: kata-katanya belum diperiksa`,
            en: `version ${printable(version)} is not accepted for ${name}: its words have not been checked`,
          },
      upTo === undefined
        ? { id: `paling tua ${oldest}; naikkan versinya`, en: `the oldest is ${oldest}; upgrade it` }
        : {
            id: `yang diterima: rilis ${oldest} sampai ${upTo} (tulis seperti \`7.22.3\`, bukan beta atau rc); ganti versi router itu`,
            en: `accepted: releases ${oldest} to ${upTo} (written as \`7.22.3\`, no beta or rc); change the router's version`,
          },
    ),
  )
}
