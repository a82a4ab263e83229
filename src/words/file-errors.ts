import type { Bilingual } from '../diagnostic/diagnostic.ts'

/** What the codes of a file system mean; its own sentences reach nobody. */
const reasons: Readonly<Record<string, Bilingual>> = {
  ENOSPC: { id: 'disk penuh', en: 'the disk is full' },
  EDQUOT: { id: 'kuota disk habis', en: 'the disk quota is used up' },
  EACCES: { id: 'tidak ada izin', en: 'permission denied' },
  EPERM: { id: 'tidak diizinkan', en: 'not permitted' },
  EROFS: { id: 'sistem berkas hanya dapat dibaca', en: 'the file system is read-only' },
  ENOENT: { id: 'tidak ada', en: 'no such file or folder' },
  ENOTDIR: { id: 'bukan folder', en: 'not a folder' },
  EEXIST: { id: 'sudah ada', en: 'it exists already' },
  EISDIR: { id: 'ini sebuah folder', en: 'it is a folder' },
  EMFILE: { id: 'terlalu banyak berkas terbuka', en: 'too many open files' },
  EFBIG: { id: 'berkas terlalu besar', en: 'the file is too large' },
  EIO: { id: 'galat perangkat penyimpanan', en: 'input/output error' },
  EXDEV: { id: 'di sistem berkas lain', en: 'on another file system' },
  ENAMETOOLONG: { id: 'nama terlalu panjang', en: 'the name is too long' },
  EBUSY: { id: 'sedang dipakai', en: 'in use' },
  ELOOP: { id: 'tautan simbolis yang berputar', en: 'a symbolic link that goes round in a circle' },
}

export function fileReason(code: string): Bilingual {
  return (
    (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? {
      id: `sistem operasi menolak (${code})`,
      en: `the operating system refuses (${code})`,
    }
  )
}
