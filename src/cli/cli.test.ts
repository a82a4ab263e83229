import { spawn, spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { heard, type Heard } from './heard.fixture.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

/** The command line as users meet it: processes, exit codes and files. */

/** The example pins its day, and the clock of the test is past it. */
const pinnedBehind = /^warning: checked for 15 June 2026 .*, \d+ days before today, .*\n$/

const main = join(import.meta.dirname, 'main.ts')
const example = join(import.meta.dirname, '../testing/contoh')
let home = ''
/** Built once, then only read. */
let built = ''

interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** In this process: all but the start of one. */
const serat = (cwd: string, ...args: string[]): Promise<Heard> => heard({ cwd, today: '2031-02-03' }, ...args)

/** As a process of its own. */
function spawned(cwd: string, ...args: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C', LC_ALL: '', LC_MESSAGES: '', SERAT_LANG: '' },
  })
  return { code: status, out: stdout, err: stderr }
}

function project(name: string): string {
  const folder = join(home, name)
  cpSync(example, join(folder, 'sites'), { recursive: true })
  return folder
}

function change(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${file} has no ${from}`)
  writeFileSync(file, changed)
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

function sumOf(folder: string): string {
  return filesOf(folder)
    .map(path => `${path} ${hash('sha256', readFileSync(join(folder, path)))}`)
    .join('\n')
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'serat-cli-'))
  built = project('built')
  const { code, err } = await serat(built, 'build')
  if (code !== 0) throw new Error(err)
})
afterAll(() => rmSync(home, { recursive: true }))

describe('check', () => {
  test('is clean on the example, and writes nothing', async () => {
    const folder = project('clean')
    const before = sumOf(folder)
    expect(await serat(folder, 'check')).toMatchObject({ code: 0, err: expect.stringMatching(pinnedBehind) })
    expect(sumOf(folder)).toBe(before)
  })

  test('reports an error with exit code 1, in every format', async () => {
    const folder = project('broken')
    change(join(folder, 'sites/network.yaml'), /^name:/m, 'nam:')
    const pretty = await serat(folder, 'check')
    expect(pretty.code).toBe(1)
    expect(pretty.out).toMatch(/^error\[LOD010\]: .*`nam`/m)
    expect(pretty.out).toMatch(/^ *--> sites\/network\.yaml:\d+:1$/m)
    const report = JSON.parse((await serat(folder, 'check', '--format', 'json')).out)
    expect(report.errors).toBeGreaterThan(0)
    expect(report.diagnostics.map((each: { code: string }) => each.code)).toContain('LOD010')
    expect(JSON.parse((await serat(folder, 'check', '--format', 'sarif')).out).version).toBe('2.1.0')
    expect((await serat(folder, 'check', '--format', 'github')).out).toMatch(
      /^::error file=sites\/network\.yaml,line=\d+/m,
    )
    expect((await serat(folder, '--lang', 'id', 'check')).out).toContain('galat[LOD010]')
  })

  test('a warning is a finding only with --strict', async () => {
    const folder = project('warned')
    writeFileSync(join(folder, 'sites/notes.txt'), '')
    expect(await serat(folder, 'check')).toMatchObject({ code: 0 })
    expect(await serat(folder, 'check', '--strict')).toMatchObject({ code: 1 })
  })

  test('--frozen fails until the ledger is built', async () => {
    const folder = project('frozen')
    const before = await serat(folder, 'check', '--frozen')
    expect(before.code).toBe(1)
    expect(before.err).toContain('allocations.lock.yaml would change')
    expect(await serat(folder, 'build', '--frozen')).toMatchObject({ code: 1 })
    expect(existsSync(join(folder, 'out'))).toBe(false)
    expect(await serat(built, 'check', '--frozen')).toMatchObject({ code: 0 })
  })

  test.each([
    [['check', '--inventory', 'nowhere'], 'there is no inventory folder nowhere'],
    [['check', '--as-of', '2026-02-30'], '--as-of 2026-02-30: not a date'],
    [['check', '--as-of', '2026-13-01'], '--as-of 2026-13-01: not a date'],
    [['agenda', '--until', '2026-13-41'], '--until 2026-13-41: not a date'],
    [['diff', '--from', '2026-00-01'], '--from 2026-00-01: not a date'],
    [['retire', 'site', 'dishub', '--on', '2026-99-99'], '--on 2026-99-99: not a date'],
    [['notice', 'krj-1', '--date', 'besok'], '--date besok: not a date'],
    [
      ['repair-cable', 'c-1', '--at', 'p-1,p-2', '--length', '10', '--date', '2026-13-01'],
      '--date 2026-13-01: not a date',
    ],
    [['check', '--fromat', 'json'], 'unknown option --fromat; did you mean --format?'],
    [['chekc'], 'unknown command `chekc`; did you mean check?'],
    [['show', 'sitez'], 'there is no table `sitez`; did you mean sites?'],
    [['show', 'routers', 'nowhere-near'], 'no `nowhere-near` among the routers'],
    [['explain', 'GEO999'], 'there is no code GEO999'],
    [['release', 'router/nobody/x'], 'the ledger has no router/nobody/x'],
  ])('%j is misuse', async (args, message) => {
    const { code, err, out } = await serat(built, ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
    expect(err).not.toContain('fault of this program')
  })
})

test('the process ends with the code of its command', () => {
  const folder = project('codes')
  expect(spawned(folder, 'check')).toMatchObject({ code: 0, err: expect.stringMatching(pinnedBehind) })
  expect(spawned(folder, 'chekc')).toMatchObject({ code: 2, out: '' })
  change(join(folder, 'sites/network.yaml'), /^name:/m, 'nam:')
  expect(spawned(folder, 'check', '--format', 'concise').code).toBe(1)
})

describe('build', () => {
  test('writes ledger, output and a manifest whose hashes are right', async () => {
    const manifest = JSON.parse(readFileSync(join(built, 'out/manifest.json'), 'utf8'))
    const written = filesOf(join(built, 'out')).filter(path => path !== 'manifest.json')
    expect(manifest.artifacts.map((each: { path: string }) => each.path)).toEqual(written)
    for (const { path, sha256, bytes } of manifest.artifacts) {
      const content = readFileSync(join(built, 'out', path))
      expect({ path, sha256, bytes }).toEqual({ path, sha256: hash('sha256', content), bytes: content.length })
    }
    expect(readFileSync(join(built, 'sites/allocations.lock.yaml'), 'utf8')).toContain('format: 2')
    expect(filesOf(built).filter(path => path.includes('.tmp'))).toEqual([])
  })

  test('gives the same bytes on another day, for files that were written in another order', async () => {
    const folder = join(home, 'again')
    const paths = filesOf(join(built, 'sites'))
    for (const path of paths.toReversed()) cpSync(join(built, 'sites', path), join(folder, 'sites', path))
    expect(spawned(folder, 'build', '--out', 'deep/other')).toMatchObject({ code: 0 })
    expect(sumOf(join(folder, 'deep/other'))).toBe(sumOf(join(built, 'out')))
    expect(sumOf(join(folder, 'sites'))).toBe(sumOf(join(built, 'sites')))
  })

  test('leaves output and ledger alone where there are errors', async () => {
    const folder = join(home, 'spoilt')
    cpSync(built, folder, { recursive: true })
    const before = sumOf(join(folder, 'out'))
    const ledger = readFileSync(join(folder, 'sites/allocations.lock.yaml'), 'utf8')
    change(join(folder, 'sites/network.yaml'), /^hub: .*$/m, 'hub: nowhere')
    expect(await serat(folder, 'build')).toMatchObject({ code: 1, err: expect.stringContaining('nothing was written') })
    expect(sumOf(join(folder, 'out'))).toBe(before)
    expect(readFileSync(join(folder, 'sites/allocations.lock.yaml'), 'utf8')).toBe(ledger)
    expect(filesOf(folder).filter(path => path.includes('.tmp'))).toEqual([])
  })

  test('refuses a folder that it did not make', async () => {
    const folder = project('foreign')
    mkdirSync(join(folder, 'docs'))
    writeFileSync(join(folder, 'docs/thesis.txt'), 'years of work')
    for (const out of ['docs', '.', 'sites', '..', '/'])
      expect((await serat(folder, 'build', '--out', out)).code).toBe(2)
    expect(readFileSync(join(folder, 'docs/thesis.txt'), 'utf8')).toBe('years of work')
    expect(existsSync(join(folder, 'sites/network.yaml'))).toBe(true)
  })

  test('heals what a killed build left', async () => {
    const folder = join(home, 'killed')
    cpSync(built, folder, { recursive: true })
    const whole = sumOf(join(folder, 'out'))
    mkdirSync(join(folder, 'out.4711.tmp/routers'), { recursive: true })
    cpSync(join(folder, 'out'), join(folder, 'out.4711.old.tmp'), { recursive: true })
    rmSync(join(folder, 'out'), { recursive: true })
    writeFileSync(join(folder, 'sites/.allocations.lock.yaml.4711.tmp'), 'half')
    writeFileSync(join(folder, 'sites/.build-lock.tmp'), '999999999 1 x\n')
    expect(await serat(folder, 'build')).toMatchObject({ code: 0 })
    expect(sumOf(join(folder, 'out'))).toBe(whole)
    expect(readdirSync(folder).sort()).toEqual(['out', 'sites'])
    expect(readdirSync(join(folder, 'sites')).filter(name => name.includes('.tmp'))).toEqual([])
  })

  test('killed at any moment, leaves what the next command makes whole', async () => {
    const folder = join(home, 'murdered')
    cpSync(built, folder, { recursive: true })
    const whole = sumOf(join(folder, 'out'))
    for (const delay of [200, 350, 450, 550, 700]) {
      const child = spawn(process.execPath, [main, 'build'], { cwd: folder, stdio: 'ignore' })
      const ended = new Promise(resolve => child.once('exit', resolve))
      setTimeout(() => child.kill('SIGKILL'), delay)
      await ended
      if (existsSync(join(folder, 'out'))) expect(sumOf(join(folder, 'out'))).toBe(whole)
    }
    expect(await serat(folder, 'build')).toMatchObject({ code: 0 })
    expect(sumOf(join(folder, 'out'))).toBe(whole)
    expect(readdirSync(folder).sort()).toEqual(['out', 'sites'])
  })

  test('two at once: one works, the other says so', async () => {
    const folder = project('twice')
    const outcomes = await Promise.all(
      [1, 2].map(
        () =>
          new Promise<Outcome>(resolve => {
            const child = spawn(process.execPath, [main, 'build'], { cwd: folder })
            let err = ''
            child.stderr.on('data', (chunk: Buffer) => {
              err += String(chunk)
            })
            child.once('close', code => resolve({ code, out: '', err }))
          }),
      ),
    )
    const codes = outcomes.map(({ code }) => code).sort()
    // The second may also have come after the end of the first.
    expect([
      [0, 2],
      [0, 0],
    ]).toContainEqual(codes)
    for (const { code, err } of outcomes) if (code === 2) expect(err).toContain('another build')
    expect(readdirSync(folder).sort()).toEqual(['out', 'sites'])
  })

  test.runIf(process.getuid?.() !== 0)('a folder without permission is a clear refusal', async () => {
    const folder = project('locked')
    chmodSync(folder, 0o555)
    expect(await serat(folder, 'build')).toMatchObject({ code: 2, err: expect.stringContaining('permission denied') })
    chmodSync(folder, 0o755)
  })

  test.runIf(existsSync('/dev/full'))('a full device is a clear refusal', async () => {
    for (const [language, words] of [
      ['en', 'serat: the result cannot be written: the disk is full\n'],
      ['id', 'serat: hasil tidak dapat ditulis: disk penuh\n'],
    ] as const) {
      const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${main}" show routers > /dev/full`], {
        cwd: built,
        encoding: 'utf8',
        env: { ...process.env, SERAT_LANG: language },
      })
      expect(status).toBe(2)
      expect(stderr).toBe(words)
    }
  })
})

describe('show', () => {
  test.each([
    'sites',
    'tenants',
    'routers',
    'circuits',
    'uplinks',
    'contracts',
    'prefixes',
    'routes',
    'zones',
    'waivers',
  ])('%s is an array of objects, and a table', async kind => {
    const json = JSON.parse((await serat(built, 'show', kind, '--format', 'json')).out)
    expect(Array.isArray(json)).toBe(true)
    const text = await serat(built, 'show', kind)
    expect(text).toMatchObject({ code: 0, err: '' })
    expect(text.out.trimEnd().split('\n')).toHaveLength(json.length + 1)
  })

  test('a reader that leaves early is no fault', async () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${main}" show prefixes --format json | head -1`],
      { cwd: built, encoding: 'utf8' },
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

describe('explain', () => {
  test('prints the page of a rule, in any case, and the title of a code of the loader', async () => {
    expect((await serat(built, 'explain', 'geo002')).out).toContain('## Why')
    expect(await serat(built, 'explain', 'LOD006')).toMatchObject({
      code: 0,
      out: expect.stringContaining('A key is written twice'),
    })
    expect(JSON.parse((await serat(built, 'explain', 'GEO002', '--format', 'json')).out)).toMatchObject({
      code: 'GEO002',
      severity: 'error',
    })
  })

  test('answers for every line of every configuration', async () => {
    const { code, out } = await serat(built, 'explain', 'out/routers', '--format', 'json')
    expect(code).toBe(0)
    const lines = JSON.parse(out) as readonly {
      readonly file: string
      readonly line: number
      readonly text: string
      readonly from: readonly { readonly file: string; readonly line: number }[]
      readonly practice: object | null
    }[]
    expect(lines.filter(({ from, practice }) => from.length === 0 && practice === null)).toEqual([])
    const byFile = Map.groupBy(lines, ({ file }) => file)
    expect([...byFile.keys()].sort()).toEqual(filesOf(join(built, 'out/routers')).map(path => `out/routers/${path}`))
    for (const [file, explained] of byFile)
      expect(explained.map(({ text }) => `${text}\n`).join('')).toBe(readFileSync(join(built, file), 'utf8'))
    expect(lines.filter(({ from }) => from.some(({ file }) => !existsSync(join(built, file))))).toEqual([])
  })

  test('shows the value in its file', async () => {
    const file = filesOf(join(built, 'out/routers')).find(path => path.endsWith('.rsc')) ?? ''
    const config = readFileSync(join(built, 'out/routers', file), 'utf8').split('\n')
    const line = config.findIndex(text => text.includes('/system identity')) + 1
    const { out } = await serat(built, 'explain', `out/routers/${file}:${line}`)
    expect(out).toMatch(/--> sites\/opd\/\S+\.yaml:\d+:\d+\n *\d+ \| .*\n *\| +\^+\n/)
    expect(await serat(built, 'explain', `out/routers/${file}:999999`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('has only'),
    })
  })

  test('refuses where inventory or file have changed', async () => {
    const folder = join(home, 'changed')
    cpSync(built, folder, { recursive: true })
    const file = `out/routers/${filesOf(join(folder, 'out/routers'))[0]}`
    expect(await serat(folder, 'explain', `${file}:1`)).toMatchObject({ code: 0 })
    change(join(folder, 'sites/network.yaml'), /^name: /m, '# a remark\nname: ')
    expect(await serat(folder, 'explain', `${file}:1`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('has changed since'),
    })
    writeFileSync(join(folder, file), 'by hand')
    expect(await serat(folder, 'explain', `${file}:1`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('was changed after it was made'),
    })
    writeFileSync(join(folder, 'notes.txt'), 'of nobody')
    expect(await serat(folder, 'explain', 'notes.txt:1')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no file of an output'),
    })
  })
})

describe('release', () => {
  beforeEach(() => rmSync(join(home, 'released'), { recursive: true, force: true }))

  test('gives back what is retired, and nothing that is in use', async () => {
    const folder = join(home, 'released')
    cpSync(built, folder, { recursive: true })
    const ledger = join(folder, 'sites/allocations.lock.yaml')
    const key = /^(\S+): \S+$/m.exec(readFileSync(ledger, 'utf8').replace(/^(format|serat): .*$/gm, ''))?.[1] ?? ''
    expect(await serat(folder, 'release', key)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is in use; nothing was released'),
    })
    change(ledger, new RegExp(`^${key}: (\\S+)$`, 'm'), `${key}: { value: $1, retired: 2026-01-01 }`)
    expect(await serat(folder, 'release', key, 'no/such/key')).toMatchObject({ code: 2 })
    expect(readFileSync(ledger, 'utf8')).toContain(`${key}: {`)
    expect(await serat(folder, 'release', key)).toMatchObject({ code: 0, out: `${key}\n` })
    expect(readFileSync(ledger, 'utf8')).not.toContain(`${key}: `)
  })

  test('does not write over a ledger that it cannot read', async () => {
    const folder = join(home, 'released')
    cpSync(built, folder, { recursive: true })
    const ledger = join(folder, 'sites/allocations.lock.yaml')
    writeFileSync(ledger, `<<<<<<< ours\n${readFileSync(ledger, 'utf8')}`)
    expect(await serat(folder, 'release', 'a/b/c')).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be read'),
    })
  })
})

test('schema writes quietly', async () => {
  const folder = project('schemas')
  expect(await serat(folder, 'schema', '--quiet')).toMatchObject({ code: 0, out: '', err: '' })
  expect(readdirSync(join(folder, '.serat/schema'))).toHaveLength(14)
})

test('overview, version and help', async () => {
  expect(await serat(built)).toMatchObject({ code: 2, out: '' })
  expect(await serat(built, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage: serat COMMAND') })
  expect((await serat(built, 'help', 'build', '--lang', 'id')).out).toContain('Contoh: serat build')
  expect((await serat(built, '--version')).out).toMatch(/^serat \d+\.\d+\.\d+\n$/)
})

const older = ['/usr/bin/node', '/usr/local/bin/node'].find(
  path =>
    existsSync(path) && Number(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.slice(1).split('.')[0]) < 24,
)

describe.runIf(older !== undefined)('under an older Node', () => {
  test('the program runs under the Node that the project brings, and hands on code and signal', async () => {
    const bin = join(import.meta.dirname, 'bin.mjs')
    const run = (...args: string[]): number | null => spawnSync(older ?? '', [bin, ...args], { cwd: built }).status
    expect([run('check'), run('chekc')]).toEqual([0, 2])
    const child = spawn(older ?? '', [bin, 'check'], { cwd: built, stdio: 'ignore' })
    const ended = new Promise(resolve => child.once('exit', resolve))
    // Not before it listens: it does once the other Node runs.
    while (child.exitCode === null && readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8') === '')
      await new Promise(resolve => setTimeout(resolve, 5))
    child.kill('SIGTERM')
    expect(await ended).toBe(143)
  })
})
