import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

/** Real mounts, in a namespace of mounts that ends with each command. Only root may make one. */

const main = join(import.meta.dirname, '../main.ts')
const inNamespace = ['--mount', '--propagation', 'private']
const mayMount = spawnSync('unshare', [...inNamespace, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0
let home = ''

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'serat mounts-'))
  cpSync(join(import.meta.dirname, '../../testing/contoh'), join(home, 'sites'), { recursive: true })
  mkdirSync(join(home, 'out'))
})
afterEach(() => rmSync(home, { recursive: true }))

interface Outcome {
  readonly code: number | null
  readonly said: string
}

function after(prepare: string, ...args: readonly string[]): Outcome {
  const script = `set -e; ${prepare}\nexec "$0" "$@"`
  const command = [process.execPath, main, ...args, '--lang', 'en']
  const { status, stdout, stderr } = spawnSync('unshare', [...inNamespace, 'sh', '-c', script, ...command], {
    cwd: home,
    encoding: 'utf8',
  })
  return { code: status, said: stdout + stderr }
}

const readOnly = 'mount --bind sites sites; mount -o remount,bind,ro sites'

describe.skipIf(!mayMount)('as root, which makes mounts', () => {
  test.each(['mount -t tmpfs none out', 'mkdir store; mount --bind store out'])(
    'an output folder that is a mount point is written inside, and stands at the second build: %s',
    mount => {
      const { code, said } = after(
        `${mount}; "$0" "$1" build >/dev/null; stat -c '%i %y' out/manifest.json out/index.html > before; "$0" "$1" build >/dev/null; stat -c '%i %y' out/manifest.json out/index.html | cmp - before; ls -A out`,
        'verify',
        'out',
      )
      expect(said).toMatch(/^contracts\nindex.html\n/)
      expect(said).not.toContain('tmp')
      expect(code).toBe(0)
    },
  )

  test('a folder inside a mount works', () => {
    expect(after('mkdir store; mount --bind store out', 'build', '--out', 'out/serat').code).toBe(0)
    expect(existsSync(join(home, 'store/serat/manifest.json'))).toBe(true)
  })

  test('an inventory that cannot be written is said before anything is compiled', () => {
    const { code, said } = after(readOnly, 'build')
    expect(code).toBe(2)
    expect(said).toMatch(/^serat: the inventory folder cannot be written \(the file system is read-only\).*--frozen/)
    expect(existsSync(join(home, 'out/manifest.json'))).toBe(false)
  })

  test('check and a frozen build need no right to write it', () => {
    expect(after(':', 'build').code).toBe(0)
    const ledger = readFileSync(join(home, 'sites/allocations.lock.yaml'), 'utf8')
    expect(after(readOnly, 'check').code).toBe(0)
    expect(after(`rm -r out; ${readOnly}`, 'build', '--frozen')).toMatchObject({ code: 0 })
    expect(existsSync(join(home, 'out/manifest.json'))).toBe(true)
    expect(readFileSync(join(home, 'sites/allocations.lock.yaml'), 'utf8')).toBe(ledger)
  })

  test('a place for the output that cannot be written is named', () => {
    const { code, said } = after(
      `mkdir place; ${readOnly.replaceAll('sites', 'place')}`,
      'build',
      '--out',
      'place/hasil',
    )
    expect(code).toBe(2)
    expect(said).toMatch(/the folder above it cannot be written \(the file system is read-only\); choose another place/)
  })
})

test('whoever is not root is told by name what was not tried', () => {
  if (!mayMount)
    console.warn('mounts.test.ts: no right to mount; mount points and read-only inventories were not tried')
  expect(process.getuid?.() === 0 && process.env['CI'] === 'true' ? mayMount : true).toBe(true)
})
