import { generateKeyPairSync } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import {
  LocalWorkspace,
  PulumiCommand,
  Stack,
  type ConfigMap,
  type PulumiFn,
  type EngineEvent,
} from '@pulumi/pulumi/automation/index.js'
import { repository, type Ground } from './ground.fixture.ts'

const builtCommand = join(repository, '.cache/pulumi')

/** The command line that `npm run setup:peers` built, else the one on PATH. */
export async function pulumiCommand(): Promise<PulumiCommand> {
  return existsSync(join(builtCommand, 'bin/pulumi'))
    ? PulumiCommand.get({ root: builtCommand, skipVersionCheck: true })
    : PulumiCommand.get({ skipVersionCheck: true })
}

const providerFolder = join(repository, 'src/pulumi/provider/bin')

/**
 * The project as it is committed, with its stack files, in a folder of the test's own; other providers by their
 * folders.
 */
export function writeProject(
  folder: string,
  providers: Readonly<Record<string, string>> = { serat: providerFolder },
): void {
  const project = parse(readFileSync(join(repository, 'Pulumi.yaml'), 'utf8')) as Record<string, unknown>
  const plugins = { providers: Object.entries(providers).map(([name, path]) => ({ name, path })) }
  writeFileSync(join(folder, 'Pulumi.yaml'), stringify({ ...project, plugins }))
  for (const name of ['stacks', 'src/pulumi']) mkdirSync(join(folder, name), { recursive: true })
  for (const name of readdirSync(join(repository, 'stacks')))
    if (name.endsWith('.yaml') && !existsSync(join(folder, 'stacks', name)))
      cpSync(join(repository, 'stacks', name), join(folder, 'stacks', name))
}

/** A stack of the project with an inline program; its folders are those of the test. */
export async function stackOf(
  ground: Ground,
  name: string,
  program: PulumiFn,
  config: Readonly<Record<string, string>> = {},
  environment: Readonly<Record<string, string>> = {},
  providers?: Readonly<Record<string, string>>,
): Promise<Stack> {
  const workDir = join(ground.folder, 'project')
  writeProject(workDir, providers)
  const workspace = await LocalWorkspace.create({
    pulumiCommand: await pulumiCommand(),
    workDir,
    program,
    envVars: { ...ground.environment, ...environment },
  })
  const stack = await Stack.createOrSelect(name, workspace)
  const settings: ConfigMap = Object.fromEntries(
    Object.entries({
      inventory: ground.inventory,
      outputRoot: ground.output,
      storeFile: ground.secretsFile,
      language: 'en',
      ...config,
    }).map(([key, value]) => [`serat:${key}`, { value }]),
  )
  await stack.setAllConfig(settings)
  return stack
}

/** Steps of an operation by URN, without the provider and the stack itself. */
export async function stepsOf(
  run: (onEvent: (event: EngineEvent) => void) => Promise<unknown>,
): Promise<{ readonly steps: ReadonlyMap<string, string>; readonly events: readonly EngineEvent[] }> {
  const events: EngineEvent[] = []
  await run(event => void events.push(event))
  const steps = new Map(
    events.flatMap(({ resourcePreEvent }) => {
      const metadata = resourcePreEvent?.metadata
      return metadata === undefined || /^pulumi:(pulumi|providers)/.test(metadata.type)
        ? []
        : [[shortUrn(metadata.urn), metadata.op] as const]
    }),
  )
  return { steps, events }
}

/** `RouterConfig::dishub`. */
export function shortUrn(urn: string): string {
  const [, , types = '', name = ''] = urn.split('::')
  return `${types.split(':').at(-1)}::${name}`
}

export function changed(steps: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...steps].filter(([, op]) => op !== 'same' && op !== 'refresh').sort())
}

/** Files of a folder by path, without hidden folders. */
export function filesUnder(folder: string): Map<string, Buffer> {
  if (!existsSync(folder)) return new Map()
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => !path.startsWith('.') && statSync(join(folder, path)).isFile())
    .sort()
  return new Map(paths.map(path => [path, readFileSync(join(folder, path))]))
}

/** A pair of the tunnel keys of WireGuard, in base64. */
export function tunnelKeys(): { readonly publicKey: string; readonly privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32).toString('base64'),
  }
}

/** Adds a public key to the ledger for every router that a build names as having none. */
export function addTunnelKeys(inventory: string, routers: readonly string[]): Map<string, string> {
  const ledger = join(inventory, 'allocations.lock.yaml')
  const pairs = new Map(routers.map(router => [router, tunnelKeys()]))
  const head = readFileSync(ledger, 'utf8').split('\n')
  const lines = [
    ...head.slice(2).filter(line => line !== ''),
    ...[...pairs].map(([router, { publicKey }]) => `router/${router}/public-key: ${publicKey}`),
  ].sort()
  writeFileSync(ledger, [...head.slice(0, 2), ...lines, ''].join('\n'))
  return new Map([...pairs].map(([router, { privateKey }]) => [`tunnel/${router}`, privateKey]))
}

export function writeSecrets(file: string, values: ReadonlyMap<string, string>): void {
  writeFileSync(file, [...values].map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join(''), {
    mode: 0o600,
  })
}
