import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { both } from '../words.ts'
import { isAlive, startOf } from '../targets/alive.ts'

/** What a program runs for. A refresh and the end of a stack run none, and write no configuration. */
export type Purpose = 'preview' | 'up'

export function purposeOf(told: unknown): Purpose | undefined {
  return told === 'preview' || told === 'up' ? told : undefined
}

/**
 * What a run is for, which the engine tells no provider. The program tells it to the process that checks the provider's
 * settings; for resources the engine asks another, which it started with the settings of the state, and which has read
 * them all before any program runs. Both are children of one engine and know where it listens.
 */
export interface RunPurpose {
  readonly tell: (purpose: Purpose | undefined) => void
  /** Undefined where nobody said: then no store is asked. */
  readonly told: () => Purpose | undefined
}

interface Engine {
  readonly processId: number
  readonly address: string
}

export function purposeOfRun({ processId, address }: Engine): RunPurpose {
  // What an engine that was killed left says nothing to another that was given its number, and its port.
  const name = [processId, startOf(processId), address.replaceAll(/[^0-9a-zA-Z.]/g, '-')].join('-')
  return {
    tell(purpose) {
      const folder = ownFolder()
      removeLeft(folder)
      const file = join(folder, name)
      if (purpose === undefined) rmSync(file, { force: true })
      else writeFileSync(file, purpose, { mode: 0o600 })
    },
    told: () => purposeOf(textOf(join(ownFolder(), name))),
  }
}

/**
 * What engines left that are gone. A container that shares the folder numbers its processes by itself: its runs have a
 * day.
 */
function removeLeft(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    const ageMs = Date.now() - (lstatSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (ageMs > longestRunMs && !isAlive(Number(name.split('-')[0]))) rmSync(file, { force: true })
  }
}

const longestRunMs = 24 * 60 * 60 * 1000

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
