import { dirname, isAbsolute, join } from 'node:path'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { storeCommand } from '../../secrets/place.ts'
import { insideRepository } from '../../secrets/repository.ts'
import { secretStore } from '../../secrets/store.ts'
import type { Secrets } from '../secrets/template.ts'
import { clearUnfinished } from '../targets/journal.ts'
import { ownFolder } from '../targets/paths.ts'
import { sshSettings, type SshSettings } from '../targets/ssh-settings.ts'
import { both, formFault } from '../words.ts'
import type { Properties } from './properties.ts'

/** What the provider is told before anything else. All of it travels as text. */
const providerInputs = z.strictObject({
  root: z.string().refine(isAbsolute),
  /** Project and stack: an output root belongs to one. */
  stack: z.string().min(1),
  secretsFile: z.string().refine(isAbsolute).optional(),
  storeCommand: z
    .string()
    .transform(text => storeCommand.parse(JSON.parse(text)))
    .optional(),
  digestKey: z.string().min(16).optional(),
  secrets: z
    .string()
    .transform(text => z.record(z.string(), z.string()).parse(JSON.parse(text)))
    .optional(),
  ssh: z
    .string()
    .default('{}')
    .transform(text => sshSettings.parse(JSON.parse(text))),
  version: z.string().optional(),
  pluginDownloadURL: z.string().optional(),
})

export interface ProviderSettings {
  readonly root: string
  readonly stack: string
  readonly secrets: Secrets
  readonly ssh: SshSettings
  /** Before the first write: the root is ours, and what a killed process left unfinished is gone. Throws where another stack has it. */
  readonly claim: () => void
}

/** What is wrong with the provider's own inputs, by field; never a value. */
export function configurationFaults(
  inputs: Properties,
): readonly { readonly property: string; readonly reason: string }[] {
  try {
    const read = providerInputs.safeParse(inputs, { reportInput: true })
    return read.success
      ? []
      : read.error.issues.map(issue => ({ property: String(issue.path[0] ?? ''), reason: formFault(issue) }))
  } catch {
    return [
      {
        property: 'ssh',
        reason: both({ id: 'pengaturan ini salah bentuk', en: 'a setting of the provider has the wrong form' }),
      },
    ]
  }
}

export function configured(inputs: Properties): ProviderSettings {
  const { root, stack, secretsFile, storeCommand: command, secrets = {}, ssh } = providerInputs.parse(inputs)
  const repository = insideRepository(root)
  if (repository !== undefined)
    throw new Error(
      both({
        id: `folder hasil ${root} ada di repositori ${repository}, padahal berkas yang dipasang memuat rahasia; sebut folder di luarnya dengan serat:outputRoot`,
        en: `the output root ${root} lies in the repository ${repository}: deployed files hold secrets; name a folder outside with serat:outputRoot`,
      }),
    )
  let claimed = false
  return {
    root,
    stack,
    ssh,
    secrets: secretStore({
      file: secretsFile,
      command: command === undefined ? undefined : { words: command, cwd: projectFolder(process.cwd()) },
      values: secrets,
    }),
    claim() {
      if (claimed) return
      claimRoot(root, stack)
      clearUnfinished(root)
      claimed = true
    },
  }
}

/** The folder of `Pulumi.yaml`: the engine starts a provider there or in the program's folder below. */
function projectFolder(folder: string): string {
  if (existsSync(join(folder, 'Pulumi.yaml')) || dirname(folder) === folder) return folder
  return projectFolder(dirname(folder))
}

function claimRoot(root: string, stack: string): void {
  const folder = join(root, ownFolder)
  const file = join(folder, 'stack')
  mkdirSync(root, { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const owner = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (owner !== '' && owner !== stack)
    throw new Error(
      both({
        id: `folder hasil ${root} milik stack ${owner}; beri ${stack} folder sendiri dengan serat:outputRoot`,
        en: `the output root ${root} belongs to the stack ${owner}: give ${stack} one of its own with serat:outputRoot`,
      }),
    )
  if (owner === '') writeFileSync(file, stack + '\n')
}
