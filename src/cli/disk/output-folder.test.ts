import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Artifact } from '../../render/artifact.ts'
import { realDisk, type Disk } from './disk.ts'
import {
  checkedPath,
  healOutput,
  needsHealing,
  outputRefusal,
  settled,
  writeOutput,
  type Written,
} from './output-folder.ts'

let folder = ''
let out = ''

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'serat-out-')))
  out = join(folder, 'out')
  mkdirSync(join(folder, 'sites'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const seal = (written: readonly Written[]): string =>
  JSON.stringify({ inventoryHash: '', asOf: '', artifacts: written })

function artifacts(word: string): Artifact[] {
  return ['routers/a/a.rsc', 'routers/b/b.rsc', 'index.html'].map(path => ({
    path,
    content: () => `${word} ${path}`,
    sources: () => [],
  }))
}

/** `old`, `new`, or what else stands there. */
function state(): string {
  const words = ['routers/a/a.rsc', 'routers/b/b.rsc', 'index.html'].map(path => {
    try {
      return readFileSync(join(out, path), 'utf8').split(' ')[0] ?? ''
    } catch {
      return 'nothing'
    }
  })
  return [...new Set(words)].join('+')
}

/** A disk on which from the `steps`th change on nothing happens any more: the process was killed. */
function killedAfter(steps: number): { readonly disk: Disk; readonly reached: () => number } {
  let done = 0
  const step =
    <A extends unknown[]>(change: (...args: A) => void) =>
    (...args: A): void => {
      done++
      if (done > steps) throw new Error('killed')
      change(...args)
    }
  const disk: Disk = {
    ...realDisk,
    makeFolder: step(realDisk.makeFolder),
    write: step(realDisk.write),
    sync: step(realDisk.sync),
    rename: step(realDisk.rename),
    remove: step(realDisk.remove),
    link: step(realDisk.link),
  }
  return { disk, reached: () => done }
}

test('a kill at any step leaves the old or the new output whole, and healing clears the rest', async () => {
  const outcomes: string[] = []
  for (let steps = 0; ; steps++) {
    rmSync(out, { recursive: true, force: true })
    await writeOutput(out, artifacts('old'), seal)
    const { disk, reached } = killedAfter(steps)
    const killed = await writeOutput(out, artifacts('new'), seal, undefined, disk).then(
      () => false,
      () => true,
    )
    if (state() === 'nothing') expect(needsHealing(out)).toBe(true)
    else expect(['old', 'new']).toContain(state())
    healOutput(out)
    outcomes.push(state())
    expect(readdirSync(folder)).toEqual(['out', 'sites'])
    if (!killed) break
    expect(reached()).toBeGreaterThan(steps)
  }
  expect(new Set(outcomes)).toEqual(new Set(['old', 'new']))
  expect(outcomes.length).toBeGreaterThan(10)
  // Once the new output is in place no later kill brings the old one back.
  expect(outcomes.lastIndexOf('old')).toBeLessThan(outcomes.indexOf('new'))
})

describe('files that did not change', () => {
  const mixed = (word: string): Artifact[] => [...artifacts('same'), { ...one('changing.txt', word) }]
  const one = (path: string, word: string): Artifact => ({ path, content: () => word, sources: () => [] })
  const inode = (path: string): string => {
    const { ino, mtimeNs, nlink } = lstatSync(join(out, path), { bigint: true })
    return `${ino} ${mtimeNs} ${nlink}`
  }

  test('keep their inode and time, what changed is another file', async () => {
    await writeOutput(out, mixed('a'), seal)
    const [kept, changed] = [inode('routers/a/a.rsc'), inode('changing.txt')]
    await writeOutput(out, mixed('b'), seal)
    expect(inode('routers/a/a.rsc')).toBe(kept)
    expect(inode('changing.txt')).not.toBe(changed)
    expect(readFileSync(join(out, 'changing.txt'), 'utf8')).toBe('b')
  })

  test('where nothing changed the folder itself stays', async () => {
    await writeOutput(out, mixed('a'), seal)
    const before = inode('.')
    await writeOutput(out, mixed('a'), seal)
    expect(inode('.')).toBe(before)
    writeFileSync(join(out, 'foreign.txt'), 'x')
    await writeOutput(out, mixed('a'), seal)
    expect(existsSync(join(out, 'foreign.txt'))).toBe(false)
  })

  test('a file that somebody touched, or that has another name elsewhere, is written anew', async () => {
    await writeOutput(out, mixed('a'), seal)
    writeFileSync(join(out, 'changing.txt'), 'z')
    realDisk.link(join(out, 'index.html'), join(folder, 'elsewhere'))
    const linked = lstatSync(join(folder, 'elsewhere')).ino
    await writeOutput(out, mixed('a'), seal)
    expect(readFileSync(join(out, 'changing.txt'), 'utf8')).toBe('a')
    expect(lstatSync(join(out, 'index.html')).ino).not.toBe(linked)
  })

  test('a file system that knows no second name costs a write', async () => {
    const disk: Disk = {
      ...realDisk,
      link: () => {
        throw Object.assign(new Error('no'), { code: 'EPERM' })
      },
    }
    await writeOutput(out, mixed('a'), seal)
    await writeOutput(out, mixed('b'), seal, undefined, disk)
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('same index.html')
  })
})

/** The manifest vouches for one whole build, or is not there. */
test('on a mount point a kill at any step leaves one build under its manifest, or none; the next command ends what was sealed', async () => {
  const mounted = (disk: Disk): Disk => ({ ...disk, isMountPoint: path => path === out })
  const extra = (path: string): Artifact => ({ path, content: () => path, sources: () => [] })
  const outcomes: string[] = []
  for (let steps = 0; ; steps++) {
    rmSync(out, { recursive: true, force: true })
    mkdirSync(out)
    await writeOutput(out, [...artifacts('old'), extra('gone/stale.txt')], seal, undefined, mounted(realDisk))
    const inode = lstatSync(out).ino
    const { disk } = killedAfter(steps)
    const killed = await writeOutput(
      out,
      [...artifacts('new'), extra('fresh.txt')],
      seal,
      undefined,
      mounted(disk),
    ).then(
      () => false,
      () => true,
    )
    if (existsSync(join(out, 'manifest.json'))) expect(['old', 'new']).toContain(state())
    healOutput(out, mounted(realDisk))
    const wanted =
      state() === 'old'
        ? ['gone', 'index.html', 'manifest.json', 'routers']
        : ['fresh.txt', 'index.html', 'manifest.json', 'routers']
    expect(readdirSync(out)).toEqual(wanted)
    outcomes.push(state())
    expect(lstatSync(out).ino).toBe(inode)
    expect(readdirSync(folder)).toEqual(['out', 'sites'])
    if (!killed) break
  }
  expect(new Set(outcomes)).toEqual(new Set(['old', 'new']))
  expect(outcomes.lastIndexOf('old')).toBeLessThan(outcomes.indexOf('new'))
})

test('a failure at any step, with a disk that works again for the clean-up, leaves one whole output and no remains', async () => {
  for (let failing = 1; ; failing++) {
    rmSync(out, { recursive: true, force: true })
    await writeOutput(out, artifacts('old'), seal)
    let done = 0
    const once =
      <A extends unknown[]>(change: (...args: A) => void) =>
      (...args: A): void => {
        if (++done === failing) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        change(...args)
      }
    const disk: Disk = {
      ...realDisk,
      makeFolder: once(realDisk.makeFolder),
      write: once(realDisk.write),
      sync: once(realDisk.sync),
      rename: once(realDisk.rename),
      remove: once(realDisk.remove),
    }
    const failed = await writeOutput(out, artifacts('new'), seal, undefined, disk).then(
      () => false,
      () => true,
    )
    expect(['old', 'new']).toContain(state())
    healOutput(out)
    expect(readdirSync(folder)).toEqual(['out', 'sites'])
    if (!failed) break
  }
})

test('a renderer that throws leaves the old output', async () => {
  await writeOutput(out, artifacts('old'), seal)
  const broken: Artifact = {
    path: 'broken',
    content: () => {
      throw new Error('ours')
    },
    sources: () => [],
  }
  await expect(writeOutput(out, [...artifacts('new'), broken], seal)).rejects.toThrow('ours')
  expect(state()).toBe('old')
  expect(readdirSync(folder)).toEqual(['out', 'sites'])
})

test('files of the old output that the new one does not have are gone', async () => {
  await writeOutput(out, [...artifacts('old'), { path: 'stale.txt', content: () => '', sources: () => [] }], seal)
  await writeOutput(out, artifacts('new'), seal)
  expect(readdirSync(out)).toEqual(['index.html', 'manifest.json', 'routers'])
})

test.each([
  '../evil',
  '/etc/passwd',
  'a/../../evil',
  'a//b',
  './a',
  'a/.',
  'a\\..\\b',
  'a\0b',
  'a\nb',
  '',
  'a/',
  '.hidden',
  'C:x',
  'x'.repeat(200),
  'a.',
  'routers/-rf',
])('the path %j is refused', path => {
  expect(() => checkedPath(path)).toThrow()
})

test('hostile and doubled paths write nothing', async () => {
  await writeOutput(out, artifacts('old'), seal)
  const evil = (path: string): Artifact => ({ path, content: () => 'evil', sources: () => [] })
  await expect(writeOutput(out, [evil('../evil')], seal)).rejects.toThrow()
  await expect(writeOutput(out, [evil('a'), evil('A')], seal)).rejects.toThrow('two artifacts')
  expect(readdirSync(folder)).toEqual(['out', 'sites'])
  expect(state()).toBe('old')
})

describe('outputRefusal', () => {
  const refused = (path = out): string | undefined => outputRefusal(path, join(folder, 'sites'))?.refused.en

  test('takes a folder that is absent, empty, or ours', async () => {
    expect(refused()).toBeUndefined()
    mkdirSync(out)
    expect(refused()).toBeUndefined()
    await writeOutput(out, artifacts('old'), seal)
    expect(refused()).toBeUndefined()
  })

  test('refuses a folder with other things, a foreign manifest, a file, and the inventory itself', () => {
    mkdirSync(out)
    writeFileSync(join(out, 'thesis.doc'), 'x')
    expect(refused()).toContain('not made by serat')
    writeFileSync(join(out, 'manifest.json'), '{"name": "a web page"}')
    expect(refused()).toContain('not made by serat')
    expect(refused(join(out, 'thesis.doc'))).toContain('not a folder')
    expect(refused(join(folder, 'sites'))).toContain('inventory lies inside')
    expect(refused(folder)).toContain('inventory lies inside')
  })

  test('a symbolic link stays, and its target is replaced', async () => {
    mkdirSync(join(folder, 'target'))
    symlinkSync('target', out)
    expect(settled(out)).toBe(join(folder, 'target'))
    await writeOutput(settled(out), artifacts('new'), seal)
    expect(state()).toBe('new')
  })
})
