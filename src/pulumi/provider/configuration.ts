import { dirname, isAbsolute, join } from 'node:path'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { storeCommand } from '../../secrets/place.ts'
import { insideRepository } from '../../secrets/repository.ts'
import { secretStore } from '../../secrets/store.ts'
import type { Secrets } from '../secrets/template.ts'
import { clearUnfinished } from '../targets/journal.ts'
import { ownFolder } from '../targets/paths.ts'
import { sftpSettings, type SftpSettings } from '../targets/sftp-settings.ts'
import { sshSettings, type SshSettings } from '../targets/ssh-settings.ts'
import { both, formFault } from '../words.ts'
import type { Properties } from './properties.ts'
import type { Purpose } from './purpose.ts'
import { elsewhereFault, hostHere, isElsewhere, isTakenOver, type Whereabouts } from './whereabouts.ts'

/** What the provider is told before anything else. All of it travels as text. */
const providerInputs = z.strictObject({
  root: z.string().refine(isAbsolute),
  /** Machine of the output root; what has none yet was deployed before it was remembered. */
  host: z.string().min(1).optional(),
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
  formerNames: z
    .string()
    .transform(text => z.record(z.string(), z.array(z.string())).parse(JSON.parse(text)))
    .optional(),
  ssh: z
    .string()
    .default('{}')
    .transform(text => sshSettings.parse(JSON.parse(text))),
  sftp: z
    .string()
    .transform(text => sftpSettings.parse(JSON.parse(text)))
    .optional(),
  version: z.string().optional(),
  pluginDownloadURL: z.string().optional(),
})

export interface ProviderSettings {
  readonly root: string
  readonly stack: string
  readonly secrets: Secrets
  /**
   * Those that a reading may ask for: none of a file that is on another machine, and none of a command, which nobody
   * asks for a preview.
   */
  readonly atHand: Secrets
  /** Some are kept where only a deployment asks. */
  readonly isClosed: boolean
  readonly digestKey: string | undefined
  /** The output root, where it is not on this machine: its files are neither read nor written. */
  readonly elsewhere: Whereabouts | undefined
  readonly ssh: SshSettings
  readonly sftp: SftpSettings | undefined
  /**
   * Before the first write: the root is ours, and what a killed process left unfinished is gone. Throws where another
   * stack has it.
   */
  readonly claim: () => void
}

/** What is wrong with the provider's own inputs, by field; never a value. */
export function configurationFaults(
  inputs: Properties,
): readonly { readonly property: string; readonly reason: string }[] {
  try {
    const read = providerInputs.safeParse(inputs, { reportInput: true })
    const owned = read.success ? ownerFault(read.data.root, read.data.stack) : undefined
    if (read.success) return owned === undefined ? [] : [{ property: 'root', reason: owned }]
    return read.error.issues.map(issue => ({ property: String(issue.path[0] ?? ''), reason: formFault(issue) }))
  } catch {
    return [
      {
        property: 'ssh',
        reason: both({ id: 'pengaturan ini salah bentuk', en: 'a setting of the provider has the wrong form' }),
      },
    ]
  }
}

interface Program {
  readonly purpose: Purpose | undefined
  /** The name that a stack gives its machine. */
  readonly hostName: unknown
}

/**
 * The inputs as the state shall remember them: with the machine of the output root. Where that is another one than the
 * state's, a preview keeps the state's, anything else has a fault, unless it was taken over.
 */
export function placedInputs(olds: Properties, inputs: Properties, { purpose, hostName }: Program): PlacedInputs {
  const here = hostHere(typeof hostName === 'string' ? hostName : undefined)
  const placed = { ...inputs, host: here }
  const { host, root } = olds
  if (typeof host !== 'string' || typeof root !== 'string') return { inputs: placed }
  const there = { host, root }
  if ((host === here && root === inputs['root'] && !isElsewhere(there)) || isTakenOver(there)) return { inputs: placed }
  return purpose === 'preview'
    ? { inputs: { ...inputs, ...there } }
    : { inputs: placed, fault: { property: 'root', reason: elsewhereFault(there) } }
}

interface PlacedInputs {
  readonly inputs: Properties
  readonly fault?: { readonly property: string; readonly reason: string }
}

export function configured(inputs: Properties): ProviderSettings {
  const {
    root,
    host,
    stack,
    secretsFile,
    storeCommand: command,
    secrets: values = {},
    formerNames,
    digestKey,
    ssh,
    sftp,
  } = providerInputs.parse(inputs)
  const repository = insideRepository(root)
  if (repository !== undefined)
    throw new Error(
      both({
        id:
          `folder hasil ${root} ada di repositori ${repository}, padahal berkas yang dipasang memuat rahasia; ` +
          'sebut folder di luarnya dengan serat:outputRoot',
        en:
          `the output root ${root} lies in the repository ${repository}: deployed files hold secrets; ` +
          'name a folder outside with serat:outputRoot',
      }),
    )
  const settings = {
    file: secretsFile,
    command: command === undefined ? undefined : { words: command, cwd: projectFolder(process.cwd()) },
    values,
    former: formerNames,
  }
  const isHere = secretsFile !== undefined && existsSync(secretsFile)
  const there = host === undefined ? undefined : { host, root }
  const elsewhere = there !== undefined && isElsewhere(there) && !isTakenOver(there) ? there : undefined
  let claimed = false
  return {
    root,
    stack,
    ssh,
    sftp,
    secrets: secretStore(settings),
    atHand: secretStore({ ...settings, file: isHere ? secretsFile : undefined, command: undefined }),
    isClosed: command !== undefined,
    digestKey,
    elsewhere,
    claim() {
      if (claimed) return
      if (elsewhere !== undefined) throw new Error(elsewhereFault(elsewhere))
      claimRoot(root, stack)
      clearUnfinished(root)
      claimed = true
    },
  }
}

/** The folder of `Pulumi.yaml`: the engine starts a provider there or in the program's folder below. */
export function projectFolder(folder: string): string {
  if (existsSync(join(folder, 'Pulumi.yaml')) || dirname(folder) === folder) return folder
  return projectFolder(dirname(folder))
}

/** Why a stack may not have this root: another one has it. */
function ownerFault(root: string, stack: string): string | undefined {
  const file = join(root, ownFolder, 'stack')
  const owner = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  return owner === '' || owner === stack
    ? undefined
    : both({
        id: `folder hasil ${root} milik stack ${owner}; beri ${stack} folder sendiri dengan serat:outputRoot`,
        en: `the output root ${root} belongs to the stack ${owner}: give ${stack} one of its own with serat:outputRoot`,
      })
}

function claimRoot(root: string, stack: string): void {
  const fault = ownerFault(root, stack)
  if (fault !== undefined) throw new Error(fault)
  const folder = join(root, ownFolder)
  const file = join(folder, 'stack')
  mkdirSync(root, { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(file) || readFileSync(file, 'utf8').trim() === '') writeFileSync(file, stack + '\n')
}
