import { fileTarget, type FileSettings } from './file.ts'
import { frrTarget } from './frr.ts'
import { routerosTarget } from './routeros.ts'
import type { TargetName } from './names.ts'
import type { SshSettings } from './ssh-settings.ts'
import type { Target } from './target.ts'

interface TargetSettings extends FileSettings {
  readonly ssh: SshSettings
}

/** Makes the targets of a deployment; a test may put stand-ins in their place. */
export type TargetsOf = (settings: TargetSettings) => Readonly<Record<TargetName, Target>>

export const targetsOf: TargetsOf = settings => {
  return {
    file: fileTarget(settings),
    frr: frrTarget(settings.ssh),
    routeros: routerosTarget(settings.ssh),
  }
}
