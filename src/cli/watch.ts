import { watch } from 'node:fs'
import { basename } from 'node:path'

/** Saving one file is often several events, and a checkout thousands. */
const pauseMs = 100

/**
 * Does something now, and again whenever files of a folder have changed, until somebody interrupts it. Hidden files do
 * not count: locks are among them.
 */
export async function wheneverChanged(folder: string, work: () => Promise<void>): Promise<void> {
  let [waiting, last]: [NodeJS.Timeout | undefined, Promise<void>] = [undefined, work()]
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (name !== null && basename(name).startsWith('.')) return
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      last = last.then(work)
    }, pauseMs)
  })
  await new Promise<void>(resolve => process.once('SIGINT', resolve))
  clearTimeout(waiting)
  watcher.close()
  await last
}
