import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where `npm run setup:peers` unpacks Zabbix's frontend: its import is the only schema that an export has. */
export const zabbixFrontend = join(import.meta.dirname, '../../.cache/zabbix/usr/share/zabbix')

/** What the import of Zabbix 6.0 says of an export: `valid`, or the first tag that it refuses. */
export function importSays(zabbixExport: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'serat-zabbix-'))
  const file = join(folder, 'export.json')
  try {
    writeFileSync(file, JSON.stringify(zabbixExport))
    const program = join(import.meta.dirname, 'tools/zabbix/validate.php')
    const { stdout, stderr } = spawnSync('php', [program, zabbixFrontend, file], { encoding: 'utf8' })
    return (stdout + stderr).trim()
  } finally {
    rmSync(folder, { recursive: true })
  }
}
