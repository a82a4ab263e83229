import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Source } from '../source/source.ts'
import { bilingual } from '../words/catalogue.ts'
import { loadFault } from './fault.ts'

const indonesian = {
  conflict: 'berkas ini berisi tanda konflik Git: dua cabang belum digabung di sini',
  joinBranches: 'pilih isi yang benar, hapus baris `<<<<<<<`, `=======` dan `>>>>>>>`, lalu jalankan serat check lagi',
  oldLineEnds: 'baris berkas ini berakhir dengan CR saja, sehingga seluruhnya terbaca sebagai satu baris',
  saveWithNewlines: 'simpan ulang dengan akhir baris LF (atau CRLF), pilihan di penyunting teks Anda',
}

const english: typeof indonesian = {
  conflict: 'this file holds conflict markers of Git: two branches are not merged here yet',
  joinBranches: 'keep what is right, remove the lines `<<<<<<<`, `=======` and `>>>>>>>`, then run serat check again',
  oldLineEnds: 'the lines of this file end in CR alone, so that all of it reads as one line',
  saveWithNewlines: 'save it again with line ends LF (or CRLF), an option of your text editor',
}

const messages = bilingual(indonesian, english)

/**
 * Text that is no YAML of anybody's: the one cause of whatever else would be said about the file. Undefined for honest
 * text.
 */
export function strangeText(source: Source): Diagnostic | undefined {
  const marker = source.text.includes('<<<<<<<') ? /^<{7}(?: .*)?$/m.exec(source.text) : null
  if (marker !== null && /^>{7}(?: .*)?$/m.test(source.text)) {
    const at = { source, path: [], offsets: [marker.index, marker.index + 7] as const }
    return loadFault('LOD005', at, messages.conflict, messages.joinBranches)
  }
  const alone = source.text.includes('\r') ? /\r(?!\n)/.exec(source.text) : null
  if (alone === null) return undefined
  const at = { source, path: [], offsets: [alone.index, alone.index + 1] as const }
  return loadFault('LOD005', at, messages.oldLineEnds, messages.saveWithNewlines)
}
