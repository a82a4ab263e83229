import type { ProviderSettings } from '../provider/configuration.ts'
import { fileTarget } from './file.ts'
import { frrTarget } from './frr.ts'
import type { TargetName } from './names.ts'
import type { Target } from './target.ts'

export function targetsOf(settings: ProviderSettings): Readonly<Record<TargetName, Target>> {
  return {
    file: fileTarget(settings),
    frr: frrTarget(settings.ssh),
  }
}
