import { daysBetween } from '../model/days.ts'
import type { Compiled } from './inventory.ts'
import { say, type Shell } from './shell/shell.ts'
import { day } from '../words/dates.ts'

/** A pin may lie this many days behind before it is mentioned. */
const tolerance = 7

/**
 * Warns of a pin that lies behind: findings are then of a day that has passed. Nothing is said where a day was asked
 * for.
 */
export function warnOfPin(shell: Shell, { compilation }: Compiled, asked: string | undefined): void {
  const pinned = compilation.network?.declared.asOf
  if (asked !== undefined || pinned === undefined) return
  const behind = daysBetween(pinned, shell.today)
  if (behind <= tolerance) return
  say(shell, {
    id:
      `peringatan: diperiksa untuk ${day(pinned).id} (as_of di network.yaml), ${behind} hari sebelum hari ini, ` +
      `${day(shell.today).id}; hapus as_of, atau pakai --as-of`,
    en:
      `warning: checked for ${day(pinned).en} (as_of of network.yaml), ${behind} days before today, ` +
      `${day(shell.today).en}; remove as_of, or give --as-of`,
  })
}
