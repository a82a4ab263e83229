import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import pulumi from '@pulumi/pulumi'
import { z } from 'zod'
import type { Language } from '../diagnostic/diagnostic.ts'
import { storeCommand } from '../secrets/place.ts'
import { targetNames } from './targets/names.ts'
import { sftpSettings } from './targets/sftp-settings.ts'
import { sshSettings } from './targets/ssh-settings.ts'
import { both, formFault } from './words.ts'

const calendarDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/**
 * What a stack says in `stacks/Pulumi.<stack>.yaml`, each under `serat:`. Folders are relative to the folder of
 * `Pulumi.yaml`.
 */
const stackSettings = z.strictObject({
  inventory: z.string().default('sites'),
  /** Where files go: outside every repository. */
  outputRoot: z.string(),
  /** Name of the machine of the output root, where its own is chance: in a container. */
  host: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,62}$/)
    .optional(),
  /** The date that findings are held against; else `as_of` of `network.yaml`. */
  asOf: calendarDate.optional(),
  language: z.enum(['id', 'en']).default('id'),
  target: z.enum(targetNames).default('file'),
  /** Targets of single routers, by id. */
  targets: z.record(z.string(), z.enum(targetNames)).default({}),
  /** Where routers answer, by id; else their loopback address. */
  addresses: z.record(z.string(), z.string()).default({}),
  /** The file with the values of secrets. */
  storeFile: z.string().optional(),
  /** Or the commands that speak for a store. */
  storeCommand: storeCommand.optional(),
  /** Its earlier key, which `pulumi config set` takes for a secret itself. */
  secretsFile: z.string().optional(),
  /** How many routers are changed at a time. */
  atOnce: z.coerce.number().int().min(1).max(64).default(1),
  ssh: sshSettings.prefault({}),
  /** The host of the target `sftp`. */
  sftp: sftpSettings.optional(),
})

export interface StackSettings extends Omit<z.output<typeof stackSettings>, 'storeFile'> {
  readonly language: Language
  /** Values of secrets from the encrypted configuration; they never leave their envelope here. */
  readonly secrets: pulumi.Output<string> | undefined
  /** By it the state remembers which values stand on the routers, and no value. */
  readonly digestKey: pulumi.Output<string> | undefined
  /** Project and stack, the owner of an output root. */
  readonly stack: string
}

/** The settings of this stack, with absolute folders. Throws `RunError` that names the wrong key. */
export function settingsOfStack(): StackSettings {
  const config = new pulumi.Config('serat')
  const words = [
    'inventory',
    'outputRoot',
    'host',
    'asOf',
    'language',
    'target',
    'storeFile',
    'secretsFile',
    'atOnce',
  ] as const
  const maps = ['targets', 'addresses', 'ssh', 'sftp', 'storeCommand'] as const
  const given = Object.fromEntries(
    [
      ...words.map(key => [key, config.get(key)] as const),
      ...maps.map(key => [key, config.getObject<unknown>(key)] as const),
    ].filter(([, value]) => value !== undefined),
  )
  return settingsFrom(given, { secrets: config.getSecret('secrets'), digestKey: config.getSecret('digestKey') })
}

/** Settings for a program that declares its network in TypeScript. */
function settingsFrom(given: unknown, sealed: Pick<StackSettings, 'secrets' | 'digestKey'>): StackSettings {
  const read = stackSettings.safeParse(given, { reportInput: true })
  if (!read.success)
    throw new pulumi.RunError(
      read.error.issues
        .map(issue => `serat${issue.path.length === 0 ? '' : `:${issue.path.join('.')}`}: ${formFault(issue)}`)
        .join('\n'),
    )
  const { inventory, outputRoot, storeFile, secretsFile: formerly, ...rest } = read.data
  if (formerly !== undefined) void pulumi.log.warn(formerKey)
  const secretsFile = storeFile ?? formerly
  return {
    ...rest,
    inventory: absolute(inventory),
    outputRoot: absolute(outputRoot),
    ...sealed,
    stack: `${pulumi.getProject()}/${pulumi.getStack()}`,
    ...(secretsFile === undefined ? {} : { secretsFile: absolute(secretsFile) }),
  }
}

const formerKey = both({
  id: 'serat:secretsFile kini bernama serat:storeFile; kunci lama masih dibaca',
  en: 'serat:secretsFile is now serat:storeFile; the old key is still read',
})

function absolute(path: string): string {
  if (path.startsWith('~/')) return join(homedir(), path.slice(2))
  return isAbsolute(path) ? path : resolve(pulumi.getRootDirectory(), path)
}
