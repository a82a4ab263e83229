import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { namedDocuments } from '../../model/named-documents.ts'

export const documentDiffers = rule({
  code: 'DOK001',
  name: 'document-differs',
  severity: 'error',
  title: { id: 'Dokumen tidak ada atau berubah', en: 'Document missing or altered' },
  *check({ network }) {
    const { documents } = network
    // Nobody has read the folder: nothing is known about it.
    if (documents === undefined) return
    for (const { owner, document, at } of namedDocuments(network)) {
      if (document.path === undefined) continue
      const found = documents.get(document.path.replace(/^documents\//, ''))
      if (found !== undefined && (document.sha256 === undefined || document.sha256 === found)) continue
      yield {
        at: inside(at, found === undefined ? 'path' : 'sha256'),
        about: [owner],
        facts: { path: document.path, found },
      }
    }
  },
  message: ({ path, found }) => ({
    id:
      found === undefined
        ? `dokumen ${path} tidak ada di documents/`
        : `dokumen ${path} berubah: SHA-256-nya sekarang ${found.slice(0, 16)}…`,
    en:
      found === undefined
        ? `document ${path} is not in documents/`
        : `document ${path} has changed: its SHA-256 is now ${found.slice(0, 16)}…`,
  }),
  hint: () => ({
    id:
      'simpan berkas yang ditandatangani di documents/, dan catat SHA-256-nya (sha256sum); ' +
      'bila berubah, cari tahu siapa yang mengubahnya sebelum mencatat yang baru',
    en:
      'keep the signed file in documents/ and record its SHA-256 (sha256sum); ' +
      'where it changed, find out who did before the new one is recorded',
  }),
})
