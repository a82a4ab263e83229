import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { heard, type Heard } from '../heard.fixture.ts'

const example = join(import.meta.dirname, '../../testing/contoh')
let home = ''

beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'serat-ground-')))
})
afterAll(() => rmSync(home, { recursive: true }))

export interface Ground {
  readonly folder: string
  readonly store: string
  readonly ledger: string
}

/** An inventory of three routers with tunnels (`bukit`, `core-1`, `core-2`), with places for secrets and stacks beside it. */
export function ground(name: string): Ground {
  const folder = join(home, name)
  cpSync(example, join(folder, 'sites'), { recursive: true })
  for (const beside of ['private', 'stacks']) mkdirSync(join(folder, beside))
  return { folder, store: join(folder, 'private/secrets.yaml'), ledger: join(folder, 'sites/allocations.lock.yaml') }
}

export const serat = ({ folder }: Pick<Ground, 'folder'>, ...args: string[]): Promise<Heard> =>
  heard({ cwd: folder }, ...args)
