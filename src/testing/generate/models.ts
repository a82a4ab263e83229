import { linux } from '../../platforms/linux/platform.ts'
import { routeros } from '../../platforms/routeros/platform.ts'
import type { RouterValue } from '../inventory/value.ts'
import { pick, type Random } from './random.ts'

export const coreModel = 'CCR2216-1G-12XS-2XQ'
export const linuxModel = 'Generic x86 6-port'

/** Ports of a model that take optics, in the order in which they are used. */
export function fibrePorts(model: string): string[] {
  const ports = (routeros.models[model] ?? linux.models[model])?.ports ?? []
  return ports.filter(({ medium, speedMbps }) => medium !== 'copper' && speedMbps <= 25_000).map(({ name }) => name)
}

const versions = ['7.16.2', '7.18.2', '7.20.6', '7.22.3', '7.22.3'] as const
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'

/** A router as the asset register knows it; the number makes its serial and register numbers its own. */
export function routerValue(random: Random, model: string, number: number): RouterValue {
  const onLinux = model === linuxModel
  return {
    platform: onLinux ? 'linux' : 'routeros',
    model,
    version: onLinux ? '8.4.4' : pick(random, versions),
    serial: `H${serialOf(number)}`,
    assetRegister: `1.3.2.10.02.03.${String(4 + Math.floor(number / 9999)).padStart(3, '0')}/${String(number % 9999).padStart(4, '0')}/2023`,
  }
}

/** Ten signs that differ for every number, and look as serial numbers do. */
function serialOf(number: number): string {
  let rest = (number * 2_654_435_761) % 2 ** 45
  return (
    Array.from({ length: 9 }, () => {
      const sign = letters[rest % 32] ?? 'A'
      rest = Math.floor(rest / 32)
      return sign
    }).join('') + letters[number % 32]
  )
}
