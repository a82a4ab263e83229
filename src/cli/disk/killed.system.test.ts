import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { atLength } from '../../testing/at-length.ts'
import { randomFrom } from '../../testing/generate/random.ts'
import { describeWithPeers } from '../../testing/peers.ts'
import { faultsOf } from './verify-folder.ts'

/**
 * A real `build`, killed at random instants of its life, on a disk that is full, on a mount point, and under a reader
 * that copies `out/` in a loop. Two states of one inventory take turns, so that each build has something to change.
 */
const main = join(import.meta.dirname, '../main.ts')
const instants = atLength(5, 200)
const copies = atLength(4, 100)
/** Two hundred kills are eight hundred builds, of a machine that others use too. */
const patienceMs = atLength(600_000, 7_200_000)
const site = 'sites/opd/utara.yaml'
const lock = 'sites/allocations.lock.yaml'

let home = ''
let out = ''
let text = ''

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'serat-killed-'))
  out = join(home, 'place/out')
  mkdirSync(dirname(out))
  cpSync(join(import.meta.dirname, '../../testing/contoh'), join(home, 'sites'), { recursive: true })
  text = readFileSync(join(home, site), 'utf8')
})
afterEach(() => rmSync(home, { recursive: true }))

function state(name: 'a' | 'b'): void {
  writeFileSync(join(home, site), name === 'a' ? text : text.replace(/^name: .*$/m, 'name: Kantor lain'))
}

const words = (): string[] => [main, 'build', '--out', out, '--lang', 'en']

function built(): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words(), { cwd: home, encoding: 'utf8' })
  return { code: status, said: stdout + stderr }
}

/** The bytes of the manifest where the folder holds what it says, else what is wrong. */
function whole(folder: string): string {
  const verified = faultsOf(folder, 'out', undefined)
  if (!('faults' in verified)) return 'no manifest'
  return verified.faults[0]?.en ?? readFileSync(join(folder, 'manifest.json'), 'utf8')
}

/** Both whole states, and how long a build from one to the other takes. */
function measured(): { readonly a: string; readonly b: string; readonly milliseconds: number } {
  const each = (['a', 'b'] as const).map(name => {
    state(name)
    const from = performance.now()
    expect(built()).toMatchObject({ code: 0 })
    return { milliseconds: performance.now() - from, manifest: whole(out) }
  })
  const [a = '', b = ''] = each.map(({ manifest }) => manifest)
  expect(JSON.parse(a)).not.toEqual(JSON.parse(b))
  return { a, b, milliseconds: Math.max(...each.map(({ milliseconds }) => milliseconds)) }
}

/** Starts a build and kills it after so many milliseconds; whether it lived until then. */
async function killedAfter(milliseconds: number): Promise<boolean> {
  const child = spawn(process.execPath, words(), { cwd: home, stdio: 'ignore' })
  const ended = once(child, 'exit')
  setTimeout(() => child.kill('SIGKILL'), milliseconds)
  const [, signal] = await ended
  return signal === 'SIGKILL'
}

const inodes = (): ReadonlyMap<string, number> =>
  new Map(
    readdirSync(out, { recursive: true, encoding: 'utf8' })
      .map(path => [path, statSync(join(out, path))] as const)
      .filter(([, stat]) => stat.isFile())
      .map(([path, { ino }]) => [path, ino]),
  )

test(
  `killed at ${instants} instants: what stands is one build, the next ends it, nothing is left over, what did not change keeps its inode`,
  async () => {
    const { a, b, milliseconds } = measured()
    const random = randomFrom(6)
    const tally = { killed: 0, before: 0, after: 0, ended: 0 }
    for (let i = 0; tally.killed < instants; i++) {
      expect(tally.ended, 'too many builds ended before their instant').toBeLessThan(2 * instants + 10)
      const [from, to] = i % 2 === 0 ? [b, a] : [a, b]
      state(i % 2 === 0 ? 'a' : 'b')
      const before = inodes()
      const wasKilled = await killedAfter(random() * milliseconds)
      const stands = whole(out)
      expect([from, to]).toContain(stands)
      tally[wasKilled ? 'killed' : 'ended']++
      if (wasKilled) tally[stands === to ? 'after' : 'before']++
      expect(built()).toMatchObject({ code: 0 })
      expect(whole(out)).toBe(to)
      expect(readdirSync(dirname(out))).toEqual(['out'])
      expect(
        readdirSync(join(home, 'sites')).filter(name => name.includes('tmp') || name.startsWith('.build')),
      ).toEqual([])
      const moved = [...inodes()].filter(([path, ino]) => before.get(path) !== ino).map(([path]) => path)
      expect(moved.filter(path => !changedBetween(a, b).has(path))).toEqual([])
    }
    console.log(JSON.stringify(tally))
  },
  patienceMs,
)

/** Paths whose bytes differ between two manifests; the manifest itself is written anew. */
function changedBetween(a: string, b: string): ReadonlySet<string> {
  interface Listed {
    readonly artifacts: readonly { readonly path: string; readonly sha256: string }[]
  }
  const of = (manifest: string): Map<string, string> =>
    new Map((JSON.parse(manifest) as Listed).artifacts.map(({ path, sha256 }) => [path, sha256]))
  const [before, after] = [of(a), of(b)]
  return new Set([
    'manifest.json',
    ...[...after].filter(([path, sha]) => before.get(path) !== sha).map(([path]) => path),
  ])
}

test(`${copies} copies taken in a loop while builds take turns: each that ends well is one build`, async () => {
  const { a, b } = measured()
  let stops = false
  const building = (async (): Promise<number> => {
    let builds = 0
    for (; !stops; builds++) {
      state(builds % 2 === 0 ? 'a' : 'b')
      const child = spawn(process.execPath, words(), { cwd: home, stdio: 'ignore' })
      expect(await once(child, 'exit')).toEqual([0, null])
    }
    return builds
  })()
  const seen = { a: 0, b: 0, overtaken: 0 }
  const copy = join(home, 'copy')
  while (seen.a + seen.b < copies) {
    // One opening of `out`: whoever stands inside reads that build, or finds it gone, and `cp` says so.
    const child = spawn('sh', ['-c', 'cd "$0" && exec cp -r . "$1"', out, copy], { stdio: 'ignore' })
    const [code] = await once(child, 'exit')
    if (code === 0) {
      const found = whole(copy)
      expect([a, b]).toContain(found)
      seen[found === a ? 'a' : 'b']++
    } else seen.overtaken++
    rmSync(copy, { recursive: true, force: true })
  }
  stops = true
  console.log(JSON.stringify({ ...seen, builds: await building }))
})

describeWithPeers('mounts of its own', ['root'], () => {
  /** Runs in a namespace of mounts that ends with it. */
  function mounted(script: string): { readonly code: number | null; readonly said: string } {
    const { status, stdout, stderr } = spawnSync(
      'unshare',
      ['--mount', '--propagation', 'private', 'sh', '-c', `set -e; ${script}`, process.execPath, ...words()],
      { cwd: home, encoding: 'utf8' },
    )
    return { code: status, said: stdout + stderr }
  }

  test('a disk that is full: the old build stands whole, the message says so, and with room the next one ends', () => {
    state('a')
    expect(built()).toMatchObject({ code: 0 })
    const size = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .map(path => statSync(join(out, path)))
      .reduce((sum, stat) => sum + (stat.isFile() ? Math.ceil(stat.size / 4096) * 4096 : 4096), 0)
    const ledger = readFileSync(join(home, lock), 'utf8')
    rmSync(join(home, 'place/out'), { recursive: true })
    // Room for one build and a little of the next: its changed files do not fit.
    const small = Math.ceil(size / 1024) + 64
    const { code, said } = mounted(
      [
        `mount -t tmpfs -o size=${small}k none place`,
        '"$0" "$@" >/dev/null',
        'cp place/out/manifest.json before',
        `sed -i 's/^name: .*/name: Kantor lain/' ${site}`,
        'if "$0" "$@" > full 2>&1; then echo "a full disk took it"; exit 9; fi',
        'cat full; cmp before place/out/manifest.json',
        '"$0" "$1" verify place/out',
        'mount -o remount,size=1g place',
        '"$0" "$@" >/dev/null; "$0" "$1" verify place/out; ls -A place',
      ].join('\n'),
    )
    expect(said).toMatch(/the disk is full; .*the previous output is untouched/)
    expect(said).toMatch(/\nout\n/)
    expect(code, said).toBe(0)
    expect(readFileSync(join(home, lock), 'utf8')).toBe(ledger)
  })

  test(
    `on a mount point, killed at ${instants} instants: one build under its manifest, or no manifest; the next build ends it`,
    () => {
      const { milliseconds } = measured()
      const random = randomFrom(7)
      const delays = Array.from({ length: instants }, () => ((random() * milliseconds) / 1000).toFixed(3))
      rmSync(join(home, 'place'), { recursive: true })
      mkdirSync(out, { recursive: true })
      const { code, said } = mounted(
        [
          'mount -t tmpfs none place/out',
          '"$0" "$@" >/dev/null',
          `cp ${site} a; sed 's/^name: .*/name: Kantor lain/' a > b`,
          'next=b',
          `for delay in ${delays.join(' ')}; do`,
          `  cp $next ${site}; if [ $next = b ]; then next=a; else next=b; fi`,
          '  "$0" "$@" >/dev/null 2>&1 & child=$!',
          '  sleep $delay; kill -9 $child 2>/dev/null || true; wait $child || true',
          '  if [ -e place/out/manifest.json ]; then "$0" "$1" verify place/out >/dev/null && echo one; else echo none; fi',
          '  "$0" "$@" >/dev/null; "$0" "$1" verify place/out >/dev/null',
          '  ls -A place/out | grep tmp && exit 8 || true',
          'done',
        ].join('\n'),
      )
      const lines = said.split('\n').filter(line => line === 'one' || line === 'none')
      console.log(
        `on a mount point: ${lines.filter(line => line === 'one').length} one build, ${lines.filter(line => line === 'none').length} without a manifest`,
      )
      expect(code, said).toBe(0)
      expect(lines).toHaveLength(instants)
    },
    patienceMs,
  )
})
