import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { say, type Shell } from './shell.ts'

/** Says what is wrong with the inventory; the exit code is that of findings. */
export function remark(shell: Shell, message: Bilingual): 1 {
  say(shell, message)
  return 1
}

/** Errors of the inventory leave no network to ask. */
export function unloaded(shell: Shell): 1 {
  return remark(shell, {
    id: 'jaringan tidak dapat dimuat; jalankan `serat check`',
    en: 'the network cannot be loaded; run `serat check`',
  })
}
