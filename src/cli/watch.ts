import { existsSync, watch, type FSWatcher } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Saving one file is often several events, and a checkout thousands. */
const pauseMs = 100

/**
 * Does something now, and again whenever files of a folder have changed, until somebody interrupts it. Hidden files do
 * not count: locks are among them. A folder that is taken away, as a checkout may, is watched again once it is back.
 */
export async function wheneverChanged(folder: string, work: () => Promise<void>): Promise<void> {
  let [waiting, last]: [NodeJS.Timeout | undefined, Promise<void>] = [undefined, work()]
  const changed = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      last = last.then(work)
    }, pauseMs)
  }
  const inside = (): FSWatcher =>
    watch(folder, { recursive: true }, (_, name) => {
      if (name === null || !basename(name).startsWith('.')) changed()
    })
  let watcher: FSWatcher | undefined = inside()
  const above = watch(dirname(folder), (_, name) => {
    if (name !== basename(folder)) return
    watcher?.close()
    watcher = existsSync(folder) ? inside() : undefined
    changed()
  })
  await new Promise<void>(resolve => process.once('SIGINT', resolve))
  clearTimeout(waiting)
  watcher?.close()
  above.close()
  await last
}
