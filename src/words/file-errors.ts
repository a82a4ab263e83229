import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { own } from '../text/own.ts'

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
  ENOTEMPTY: { id: 'folder ini tidak kosong', en: 'the folder is not empty' },
  ENFILE: { id: 'terlalu banyak berkas terbuka di mesin ini', en: 'too many open files on this machine' },
  ETXTBSY: { id: 'program ini sedang berjalan', en: 'the program is running' },
  ESTALE: { id: 'folder bersama ini sudah berganti', en: 'the shared folder has changed under it' },
  EPIPE: { id: 'pembacanya sudah berhenti', en: 'its reader has stopped' },
  ELOOP: { id: 'tautan simbolis yang berputar', en: 'a symbolic link that goes round in a circle' },
}

const permission: Bilingual = {
  id: 'periksa siapa yang boleh membaca dan menulis berkas itu dan foldernya',
  en: 'see who may read and write that file and its folder',
}
const room: Bilingual = { id: 'kosongkan sebagian disk itu', en: 'make room on that disk' }
const place: Bilingual = { id: 'periksa ejaan dan tempatnya', en: 'check its spelling and its place' }

/** What to do about it, for those that a person can do something about. */
const remedies: Readonly<Record<string, Bilingual>> = {
  ENOSPC: room,
  EDQUOT: room,
  EACCES: permission,
  EPERM: permission,
  EROFS: {
    id: 'pilih tempat lain, atau pasang ulang agar dapat ditulis',
    en: 'choose another place, or mount it writable',
  },
  ENOENT: place,
  ENOTDIR: place,
  EISDIR: place,
  EEXIST: { id: 'pindahkan yang ada, atau pilih nama lain', en: 'move what is there, or choose another name' },
  ENAMETOOLONG: { id: 'pilih nama yang lebih pendek', en: 'choose a shorter name' },
  EBUSY: { id: 'tutup program yang memakainya, lalu ulangi', en: 'close the program that uses it, and try again' },
  ELOOP: { id: 'perbaiki tautan simbolisnya', en: 'mend the symbolic link' },
}

/** What to do about a code of a file system. */
export function fileRemedy(code: string): Bilingual {
  return (
    own(remedies, code) ?? {
      id: 'periksa disk dan mesinnya, lalu ulangi',
      en: 'look at the disk and the machine, and try again',
    }
  )
}

export function fileReason(code: string): Bilingual {
  return (
    own(reasons, code) ?? {
      id: `sistem operasi menolak (${code})`,
      en: `the operating system refuses (${code})`,
    }
  )
}
