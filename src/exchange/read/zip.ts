import { unread, type Unread } from '../table.ts'
import { limits } from './limits.ts'

/**
 * Parts of an archive that are wanted, unpacked. Its own list is held against the limits before a byte is unpacked, and
 * what unpacks against the list.
 */
export async function unzipped(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array> | Unread> {
  const { unzipSync } = await import('fflate')
  let parts = 0
  let total = 0
  let fault: Unread | undefined
  try {
    const read = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        parts++
        fault ??= partFault(name, parts)
        if (fault !== undefined || !isWanted(name)) return false
        total += originalSize
        if (total > limits.unpacked || originalSize > size * limits.ratio + 1_000_000)
          fault = unread(
            'arsip ini membesar tidak wajar saat dibuka (bom zip)',
            'this archive grows beyond reason when it is opened (a zip bomb)',
          )
        return fault === undefined
      },
    })
    return fault ?? new Map(Object.entries(read))
  } catch (error) {
    // fflate throws plain errors with words of its own.
    if (error instanceof Error) return fault ?? damaged
    throw error
  }
}

const damaged = unread(
  'arsip ini rusak, terpotong, atau dimampatkan dengan cara lain; unduh atau simpan ulang',
  'this archive is damaged, cut off, or packed in another way; fetch or save it again',
)

function partFault(name: string, parts: number): Unread | undefined {
  if (parts > limits.parts)
    return unread(
      `arsip ini berisi lebih dari ${limits.parts} berkas`,
      `this archive holds more than ${limits.parts} files`,
    )
  if (/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(name) || name.includes('\0'))
    return unread(
      'arsip ini memuat jalur yang keluar dari foldernya',
      'this archive holds a path that leads out of its folder',
    )
  return undefined
}
