import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadFrr, startFrr, stopFrr, vtysh, type FrrDaemon } from '../../testing/frr.ts'
import { makeNamespace, removeNamespace } from '../../testing/namespace.ts'

/** What routers that have just started and loaded nothing but this say of their configuration. */
export async function freshLoad(conf: string, daemons: readonly string[]): Promise<string> {
  const namespace = makeNamespace()
  const frr = startFrr(namespace, daemons as readonly FrrDaemon[])
  try {
    const file = join(frr.folder, 'load.conf')
    writeFileSync(file, conf)
    loadFrr(frr, file)
    return checkedFrr(vtysh(frr, 'show running-config no-header'))
  } finally {
    await stopFrr(frr)
    removeNamespace(namespace)
  }
}

/** Without lines that say nothing of what was configured: which program wrote it. */
export function checkedFrr(text: string): string {
  return text
    .split('\n')
    .filter(line => !/^(frr version|hostname) /.test(line))
    .join('\n')
}
