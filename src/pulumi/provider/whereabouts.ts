import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { ownFolder } from '../targets/paths.ts'
import { both } from '../words.ts'

/**
 * Where an output root is, as the state remembers it: the machine and the folder. A machine is its host name and what
 * its system calls it; one that a stack gives a name to (`serat:host`, for containers, whose own names are chance) is
 * that name, `@` before it.
 */
export interface Whereabouts {
  readonly host: string
  readonly root: string
}

/** This machine, or the name that the stack gives it. */
export function hostHere(name: string | undefined): string {
  if (name !== undefined) return `@${name}`
  const id = ['/etc/machine-id', '/var/lib/dbus/machine-id'].map(textOf).find(text => text !== '')
  const sign = id === undefined ? '' : `/${createHash('sha256').update(`serat ${id}`).digest('hex').slice(0, 8)}`
  return hostname() + sign
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

/**
 * Whether an output root lies on another machine than this one; one of a named machine is known by what we left in it.
 */
export function isElsewhere({ host, root }: Whereabouts): boolean {
  return host.startsWith('@') ? !existsSync(join(root, ownFolder)) : host !== hostHere(undefined)
}

/** As it is printed, and as `SERAT_TAKE_OVER` names it. */
function whereWords({ host, root }: Whereabouts): string {
  return `${host.replace(/^@/, '')}:${root}`
}

export function elsewhereFault(there: Whereabouts): string {
  const where = whereWords(there)
  return both({
    id:
      `folder hasil stack ini adalah ${where}, bukan di sini, jadi tidak ada yang ditulis. Jalankan di sana; ` +
      `bila mesin itu tidak ada lagi, ambil alih: SERAT_TAKE_OVER='${where}' pulumi up`,
    en:
      `the output root of this stack is ${where}, not here, so nothing was written. Run it there; ` +
      `if that machine is no more, take over: SERAT_TAKE_OVER='${where}' pulumi up`,
  })
}

export function readElsewhere(there: Whereabouts): string {
  const where = whereWords(there)
  return both({
    id:
      `folder hasil stack ini adalah ${where}, bukan di sini: pratinjau ini membandingkan dengan state saja, ` +
      'dan perubahan dengan tangan di sana tidak diketahui',
    en:
      `the output root of this stack is ${where}, not here: this preview compares with the state alone, ` +
      'and what was changed by hand there is unknown',
  })
}

/** Whether whoever runs this takes that root's place on purpose. */
export function isTakenOver(there: Whereabouts): boolean {
  return process.env['SERAT_TAKE_OVER'] === whereWords(there)
}
