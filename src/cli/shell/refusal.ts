import type { Bilingual } from '../../diagnostic/diagnostic.ts'

/** Why the command line cannot do what was asked: misuse, or what the machine does not give. Ends in exit code 2. */
export interface Refusal {
  readonly refused: Bilingual
}

export function refuse(id: string, en: string): Refusal {
  return { refused: { id, en } }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}

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
  EIO: { id: 'kesalahan perangkat penyimpanan', en: 'input/output error' },
  EXDEV: { id: 'di sistem berkas lain', en: 'on another file system' },
  ENAMETOOLONG: { id: 'nama terlalu panjang', en: 'the name is too long' },
  EBUSY: { id: 'sedang dipakai', en: 'in use' },
}

/** What an error of the file system means; undefined for any other error, which is a fault of ours. */
export function fileRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined
  const reason = reasons[String(error.code)] ?? { id: String(error.code), en: String(error.code) }
  const path = 'path' in error ? `${String(error.path)}: ` : ''
  return refuse(path + reason.id, path + reason.en)
}
