import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Stack } from '@pulumi/pulumi/automation/index.js'
import { stackOf } from './engine.fixture.ts'
import type { Ground } from './ground.fixture.ts'
import { OutputFolder } from './resources/output-folder.ts'
import { RouterConfig } from './resources/router-config.ts'
import { SeratProvider } from './resources/provider.ts'
import { settingsOfStack } from './settings.ts'

/** What the network of a kill test looks like: routers by name, and a number that stands in every file. */
export interface Version {
  readonly routers: readonly string[]
  readonly number: number
}

/** A file of some size, so that a kill can meet it half written; it ends in a line of its own. */
export function contentOf(router: string, { number }: Version, secret = '<secret:uji>'): string {
  const lines = Array.from(
    { length: 400 },
    (_, i) => `/interface bridge add name=bridge-${i} comment="${router} versi ${number}"`,
  )
  return [...lines, `/user add name=darurat password="${secret}"`, `# akhir ${router} ${number}`, ''].join('\n')
}

export function pathsOfVersion({ routers }: Version): string[] {
  return routers.map(router => `routers/${router}/${router}.rsc`)
}

/**
 * Deploys versions that it reads from standard input, one a line, and says `done` or `failed` after each. A process of
 * its own, to be killed.
 */
async function drive(ground: Ground): Promise<void> {
  let version: Version = { routers: [], number: 0 }
  const program = async (): Promise<void> => {
    const provider = new SeratProvider('serat', settingsOfStack(), {})
    const made = version.routers.map(
      router =>
        new RouterConfig(
          router,
          {
            router,
            files: { [`${router}.rsc`]: contentOf(router, version) },
            forms: { [`${router}.rsc`]: ['routeros'] },
          },
          { provider },
        ),
    )
    new OutputFolder('output', { paths: pathsOfVersion(version).sort() }, { provider, dependsOn: made })
  }
  const stack = withoutReport(await stackOf(ground, 'uji', program, {}, { PULUMI_SKIP_CHECKPOINTS: 'true' }))
  console.log('ready')
  for await (const line of createInterface({ input: process.stdin })) {
    version = JSON.parse(line) as Version
    await deploy(ground, stack).then(
      () => console.log('done'),
      (error: Error) => console.log(`failed ${error.message.replaceAll('\n', ' ').slice(0, 2000)}`),
    )
  }
}

/** A killed engine leaves its lock: whoever runs the stack lifts it. */
async function deploy(ground: Ground, stack: Stack): Promise<void> {
  if (isLocked(ground)) await stack.cancel()
  await stack.up({ onOutput: () => {} })
}

function isLocked({ state }: Ground): boolean {
  const folder = join(state, '.pulumi/locks')
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(path => path.endsWith('.json'))
  )
}

/**
 * Spares three starts of the command line: what the Automation API asks after each deployment, and nobody here wants to
 * know.
 */
function withoutReport(stack: Stack): Stack {
  return Object.assign(stack, { outputs: async () => ({}), info: async () => undefined })
}

const [ground] = process.argv.slice(2)
if (import.meta.main && ground !== undefined) await drive(JSON.parse(ground) as Ground)
