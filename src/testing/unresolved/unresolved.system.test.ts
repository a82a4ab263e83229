import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, expect, it } from 'vitest'
import { startFrr, stopFrr, vtysh } from '../frr.ts'
import { makeNamespace, removeNamespace } from '../namespace.ts'
import { networkdComplaints } from '../networkd.ts'
import { contoh } from '../contoh.ts'
import type { Inventory } from '../../source/read.ts'
import { intentsOf, readSites } from '../reference-intents.ts'
import { renderers } from '../../platforms/index.ts'
import { lineText } from '../../platforms/text/line.ts'
import { fillIn, stoppedFile } from '../../platforms/text/unresolved.ts'
import { linuxRenderer } from '../../platforms/linux/linux.ts'

const folder = mkdtempSync(join(tmpdir(), 'serat-unresolved-'))
const namespace = makeNamespace()
const frr = startFrr(namespace, ['zebra', 'staticd', 'bfdd', 'ospfd', 'ospf6d', 'bgpd'])

afterAll(async () => {
  await stopFrr(frr)
  removeNamespace(namespace)
  rmSync(folder, { recursive: true })
})

/** Linux routers of the reference network, and of the golden data one on a ring. */
const platforms = new Map(renderers.map(({ platform }) => [platform.id, platform]))
const files = [readSites(), { ...ringOfLinux(), ledger: '' }].flatMap(inventory =>
  [...intentsOf(inventory, platforms)]
    .filter(([, intent]) => intent.router.platform.id === 'linux')
    .flatMap(([router, intent]) =>
      linuxRenderer.render(intent).map(file => ({ router, ...stoppedFile(file, linuxRenderer) })),
    ),
)

function ringOfLinux(): Pick<Inventory, 'sources'> {
  return {
    sources: contoh().map(source =>
      /^opd\/(timur|bukit)\.yaml$/.test(source.path)
        ? {
            ...source,
            text: source.text.replace(
              /^router: .*$/m,
              'router: { platform: linux, model: Generic x86 6-port, version: "8.4.4" }',
            ),
          }
        : source,
    ),
  }
}

it('gives live FRR nothing, and says why', () => {
  const before = vtysh(frr, 'show running-config')
  const open = files.filter(({ name, lines }) => name === 'frr.conf' && lines.some(({ isStop }) => isStop))
  expect(open.length).toBeGreaterThan(0)
  for (const { router, lines } of open) {
    const path = join(folder, `${router}.conf`)
    writeFileSync(path, lines.map(line => `${lineText(line)}\n`).join(''))
    const loaded = spawnSync('vtysh', ['-N', namespace.name, '-f', path], { encoding: 'utf8' })
    expect(loaded.stdout + loaded.stderr).toContain(`line 1: % Unknown command[4]: ${fillIn.slice(0, 30)}`)
  }
  expect(vtysh(frr, 'show running-config')).toBe(before)
})

it('gives networkd no tunnel, and says why', () => {
  const open = files.filter(({ name, lines }) => name.endsWith('.netdev') && lines.some(({ isStop }) => isStop))
  expect(open.length).toBeGreaterThan(0)
  for (const { name, lines } of open) {
    const path = join(folder, name.replace(/^networkd\//, ''))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, lines.map(line => `${lineText(line)}\n`).join(''))
  }
  // networkd reads them as a user of its own.
  chmodSync(folder, 0o755)
  const complaints = networkdComplaints(namespace, folder)
  for (const { name } of open)
    expect(complaints).toContain(
      `${name.replace(/^networkd\//, '')}: Missing PrivateKey= or PrivateKeyFile=, Ignoring network device.`,
    )
})
