import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Source } from '../source/source.ts'
import { loadFault } from './fault.ts'

/**
 * Who sends so many characters of files that are wrong from top to bottom, or so many faults, is told of these,
 * whatever the rest holds: memory has an end. One fault in each file of ten thousand sites is far below it, and so are
 * the tables of a whole plant with a fault in each row.
 */
const mostHopelessCharacters = 400_000
/** Told whatever their length: who broke two large files hears of both. */
const fewestHopeless = 2
const mostInAll = 20_000
/** A long file of which nothing could be read, or any file with this many faults, is wrong from top to bottom. */
const longFile = 100_000
const hopelessFaults = 200

/** What is known of a file once it was read. */
interface Heard {
  readonly things: { readonly size: number }
  readonly diagnostics: readonly Diagnostic[]
}

/** Files in their order, up to where it is hopeless, and those that nobody looks at then. */
export function untilHopeless<File extends Heard>(
  sources: readonly Source[],
  hear: (source: Source) => File,
): { readonly files: readonly File[]; readonly unheard: readonly Source[] } {
  const files: File[] = []
  const hopeless = { files: 0, characters: 0 }
  const isHopeless = (): boolean => hopeless.files >= fewestHopeless && hopeless.characters > mostHopelessCharacters
  let faults = 0
  for (const source of sources) {
    if (isHopeless() || faults > mostInAll) break
    const file = hear(source)
    files.push(file)
    faults += file.diagnostics.length
    if (file.diagnostics.length <= hopelessFaults && (source.text.length < longFile || file.things.size > 0)) continue
    hopeless.files++
    hopeless.characters += source.text.length
  }
  return { files, unheard: sources.slice(files.length) }
}

export function notRead([first, ...others]: readonly Source[]): Diagnostic[] {
  if (first === undefined) return []
  const count = others.length + 1
  return [
    loadFault(
      'LOD002',
      { source: { path: first.path, text: '' }, path: [] },
      {
        id: `berkas-berkas sebelumnya terlalu banyak salahnya; ${count} berkas mulai dari sini tidak diperiksa`,
        en: `too much is wrong in the files before; ${count} files from here on were not looked at`,
      },
      {
        id: 'perbaiki atau keluarkan berkas-berkas itu, lalu periksa lagi',
        en: 'mend those files or take them out, then check again',
      },
    ),
  ]
}
