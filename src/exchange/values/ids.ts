import { id as idForm } from '../../model/scalars.ts'

const longest = 40

/**
 * An id from any name: `FMS155S01A01` is `fms155s01a01`, `GDAJKT/FD/V/000109/S/1/01` is `gdajkt-fd-v-000109-s-1-01`.
 * Empty where no letter or digit is left.
 */
export function idFrom(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (slug === '') return ''
  if (slug.length <= longest) return idForm.safeParse(slug).success ? slug : `${slug}-1`
  // Names that differ only far behind stay apart.
  return `${slug.slice(0, longest - 7).replace(/-+$/, '')}-${shortHash(name)}`
}

/** Six letters and digits of a text (FNV-1a, 32 bits): the same for the same name in every run. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (const sign of new TextEncoder().encode(text)) hash = Math.imul(hash ^ sign, 0x01000193) >>> 0
  return hash.toString(36).padStart(7, '0').slice(-6)
}

/** The id, or with `-2`, `-3` behind it the first that nobody has. */
export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(wanted)) return wanted
  for (let i = 2; ; i++) {
    const tail = `-${i}`
    const other = `${wanted.slice(0, longest - tail.length)}${tail}`
    if (!isTaken(other)) return other
  }
}

/** Equal for names that people take for one: in small letters, wide letters as usual ones. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}
