import { fileTarget, type FileSettings } from './file.ts'
import { frrTarget } from './frr.ts'
import { routerosTarget } from './routeros.ts'
import type { TargetName } from './names.ts'
import { sftpTarget } from './sftp.ts'
import type { SftpSettings } from './sftp-settings.ts'
import type { SshSettings } from './ssh-settings.ts'
import type { Target } from './target.ts'

interface TargetSettings extends FileSettings {
  readonly stack: string
  readonly ssh: SshSettings
  readonly sftp?: SftpSettings | undefined
}

/** Makes the targets of a deployment; a test may put stand-ins in their place. */
export type TargetsOf = (settings: TargetSettings) => Readonly<Record<TargetName, Target>>

export const targetsOf: TargetsOf = settings => {
  return {
    file: fileTarget(settings),
    sftp: sftpTarget(settings),
    frr: frrTarget(settings.ssh),
    routeros: routerosTarget(settings.ssh),
  }
}
