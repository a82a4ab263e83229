import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

export const repository = join(import.meta.dirname, '../..')

/** Everything of one test on disk: state, home, output, a copy of an inventory. */
export interface Ground {
  readonly folder: string
  readonly state: string
  readonly output: string
  readonly inventory: string
  readonly secretsFile: string
  readonly environment: Record<string, string>
}

/** A ground with a copy of an inventory of this repository. */
export function makeGround(inventory: string): Ground {
  const ground = plannedGround()
  lay(ground, inventory)
  return ground
}

export function removeGround({ folder }: Ground): void {
  rmSync(folder, { recursive: true, force: true })
}

/** The ground of the tests of a `describe`: laid before the first of its hooks, gone after the last. */
export function groundFor(inventory: string): Ground {
  const ground = plannedGround()
  beforeAll(() => lay(ground, inventory))
  afterAll(() => removeGround(ground))
  return ground
}

function plannedGround(): Ground {
  const folder = join(tmpdir(), `serat-pulumi-${randomUUID()}`)
  return {
    folder,
    state: join(folder, 'state'),
    output: join(folder, 'output'),
    inventory: join(folder, 'inventory'),
    secretsFile: join(folder, 'secrets.yaml'),
    environment: {
      PULUMI_HOME: join(folder, 'home'),
      PULUMI_SKIP_UPDATE_CHECK: 'true',
      PULUMI_CONFIG_PASSPHRASE: 'kata-sandi-uji',
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
      PULUMI_BACKEND_URL: `file://${join(folder, 'state')}`,
    },
  }
}

function lay(ground: Ground, inventory: string): void {
  for (const name of ['state', 'home', 'project']) mkdirSync(join(ground.folder, name), { recursive: true })
  cpSync(join(repository, inventory), ground.inventory, { recursive: true })
}
