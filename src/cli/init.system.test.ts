import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { describeWithPeers } from '../testing/peers.ts'

const ground = mkdtempSync(join(tmpdir(), 'serat-init-'))
const home = join(ground, 'jaringan')

function serat(cwd: string, ...args: readonly string[]): { readonly code: number | null; readonly said: string } {
  const main = join(import.meta.dirname, 'main.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args, '--lang', 'en'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { code: status, said: stdout + stderr }
}

describeWithPeers('A new network', ['root', 'network namespaces', 'FRR', 'nftables'], () => {
  afterAll(() => {
    serat(home, 'lab', 'down')
    rmSync(ground, { recursive: true, force: true })
  })

  it('is begun, checked, built and booted with four commands, and packets do what was foretold', () => {
    expect(serat(ground, 'init', 'jaringan', '--name', 'Kabupaten Coba')).toMatchObject({ code: 0 })
    expect(serat(home, 'check')).toMatchObject({ code: 0 })
    expect(serat(home, 'build')).toMatchObject({ code: 0 })
    const up = serat(home, 'lab', 'up')
    expect(up.code, up.said).toBe(0)
    const verified = serat(home, 'lab', 'verify', '--sample', '3')
    expect(verified.code, verified.said).toBe(0)
  })
})
