import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { both } from '../words.ts'
import { isAlive } from '../targets/alive.ts'

/** What a program runs for. A refresh and the end of a stack run none, and write no configuration. */
export type Purpose = 'preview' | 'up'

export function purposeOf(told: unknown): Purpose | undefined {
  return told === 'preview' || told === 'up' ? told : undefined
}

/**
 * What a run is for, which the engine tells no provider. The program tells it to the process that checks the provider's settings; for resources the engine
 * asks another, which it started with the settings of the state, and which has read them all before any program runs. Both are children of one engine
 * and know where it listens.
 */
export interface RunPurpose {
  readonly tell: (purpose: Purpose | undefined) => void
  readonly told: () => Purpose | undefined
}

export function purposeOfRun(engineAddress: string): RunPurpose {
  const name = `${process.ppid}-${engineAddress.replaceAll(/[^0-9a-zA-Z.]/g, '-')}`
  return {
    tell(purpose) {
      const folder = ownFolder()
      for (const other of readdirSync(folder))
        if (!isAlive(Number(other.split('-')[0]))) rmSync(join(folder, other), { force: true })
      if (purpose !== undefined) writeFileSync(join(folder, name), purpose, { mode: 0o600 })
    },
    told: () => purposeOf(textOf(join(ownFolder(), name))),
  }
}

/** A folder for runs of this account, which nobody else may write to. */
function ownFolder(): string {
  const { uid } = userInfo()
  const folder = join(tmpdir(), `serat-runs-${uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const known = lstatSync(folder)
  if (known.isDirectory() && (uid < 0 || known.uid === uid) && (known.mode & 0o022) === 0) return folder
  throw new Error(
    both({
      id: `${folder} bukan folder milik akun ini saja; hapus folder itu`,
      en: `${folder} is no folder of this account alone: take it away`,
    }),
  )
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
