import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, sitesFolder } from './inventory.ts'

export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** The program itself, in a folder that holds a copy of `sites/`. */
export function serat(folder: string, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, SERAT_LANG: 'en' },
  })
  return { code: status, out: stdout, err: stderr }
}

/** A copy of the reference network, which stays until its use has ended. */
export async function withCopy<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'serat-klaten-'))
  try {
    cpSync(sitesFolder, join(folder, 'sites'), { recursive: true })
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
