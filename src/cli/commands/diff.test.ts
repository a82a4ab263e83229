import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heard, type Heard } from '../heard.fixture.ts'

/** `diff` in repositories of its own, made from the small inventory of the golden cases. */
const contoh = join(import.meta.dirname, '../../testing/contoh')
let folder = ''
const reference = join(import.meta.dirname, '../../..')
let repository = ''

function git(...args: readonly string[]): string {
  const author = ['-c', 'user.name=uji', '-c', 'user.email=uji@contoh.example', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...author, ...args], { cwd: repository, encoding: 'utf8', stdio: 'pipe' }).trim()
}

const serat = (cwd: string, ...args: string[]): Promise<Heard> => heard({ cwd }, ...args)

function edit(path: string, find: string, replace: string): void {
  const file = join(repository, path)
  writeFileSync(file, readFileSync(file, 'utf8').replace(find, replace))
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'serat-diff-'))
  repository = join(folder, 'repository')
  mkdirSync(repository)
  cpSync(contoh, join(repository, 'sites'), { recursive: true })
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('commit', '-q', '-m', 'one')
  git('switch', '-q', '-c', 'cabang')
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('without a BASE: where the branch left the default one; the working tree stays as it is', async () => {
  expect((await serat(repository, 'diff')).out).toMatch(/^Nothing changes/)
  edit('sites/opd/timur.yaml', '\nname: ', '\nname: Kantor ')
  git('commit', '-q', '-a', '-m', 'two')
  edit('sites/opd/timur.yaml', 'kecamatan:', '# half written\nkecamatan:')
  const status = git('status', '--porcelain')
  const { code, out } = await serat(repository, 'diff')
  expect([code, out]).toEqual([0, expect.stringMatching(/^site timur name .+ → Kantor .+ · 0 errors · /)])
  expect(git('status', '--porcelain')).toBe(status)
})

test('a revision, a folder, and what is neither', async () => {
  expect((await serat(repository, 'diff', 'HEAD')).out).toMatch(/^Nothing changes/)
  expect((await serat(repository, 'diff', 'main')).out).toMatch(/^site timur name /)
  expect((await serat(repository, 'diff', contoh)).out).toMatch(/^site timur name /)
  const none = await serat(repository, 'diff', 'tidak-ada')
  expect([none.code, none.out, none.err]).toEqual([
    2,
    '',
    expect.stringContaining('neither a Git revision nor a folder'),
  ])
  expect((await serat(repository, 'diff', '--output=x')).code).toBe(2)
})

test.each(['perbaikan/#12-kabel+odf', 'desa-Žalec', 'v1.0'])('a branch or tag %s is a revision', async name => {
  git('branch', name, 'main')
  expect((await serat(repository, 'diff', name)).out).toMatch(/^site timur name /)
  expect((await serat(repository, 'diff', `${name}@{0}`)).out).toMatch(/^site timur name /)
})

test('outside of Git only a folder will do', async () => {
  const alone = join(folder, 'alone')
  cpSync(contoh, join(alone, 'sites'), { recursive: true })
  expect(await serat(alone, 'diff')).toMatchObject({ code: 2, err: expect.stringContaining('in no Git repository') })
  expect((await serat(alone, 'diff', 'sites')).out).toMatch(/^Nothing changes/)
})

test('a machine without Git, and a repository of somebody else, say so, and what helps', async () => {
  const { PATH } = process.env
  process.env['PATH'] = join(folder, 'nothing')
  const absent = await serat(repository, 'diff')
  process.env['PATH'] = PATH
  expect(absent).toMatchObject({ code: 2, err: expect.stringContaining('install git') })
  process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = '1'
  const untrusted = await serat(repository, 'diff')
  delete process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER']
  expect(untrusted).toMatchObject({ code: 2, err: expect.stringContaining('--add safe.directory ') })
})

test('a hook of Git, which names its own repository and index to whatever it calls, changes nothing', async () => {
  Object.assign(process.env, { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index', GIT_WORK_TREE: '.' })
  const { code, out } = await serat(repository, 'diff', 'main')
  for (const name of ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE']) delete process.env[name]
  expect([code, out]).toEqual([0, expect.stringMatching(/^site timur name /)])
})

test('what a repository leaves out of its archives stands in its revisions all the same', async () => {
  writeFileSync(join(repository, 'sites/.gitattributes'), 'opd/utara.yaml export-ignore\n*.yaml export-subst\n')
  git('add', '-A')
  git('commit', '-q', '-m', 'attributes')
  renameSync(join(repository, 'sites'), join(repository, 'inventaris'))
  const { out } = await serat(repository, 'diff', 'HEAD', '--inventory', 'inventaris')
  renameSync(join(repository, 'inventaris'), join(repository, 'sites'))
  rmSync(join(repository, 'sites/.gitattributes'))
  git('reset', '-q', 'HEAD~1')
  expect(out).toMatch(/^Nothing changes/)
})

test('a shallow clone says what to fetch', async () => {
  const shallow = join(folder, 'shallow')
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${repository}`, shallow], { stdio: 'pipe' })
  const { code, err } = await serat(shallow, 'diff', 'HEAD~1')
  expect([code, err]).toEqual([2, expect.stringContaining('git fetch --unshallow')])
})

test('an inventory that lay elsewhere then is found by its network file', async () => {
  git('commit', '-q', '-a', '-m', 'three')
  renameSync(join(repository, 'sites'), join(repository, 'inventaris'))
  const { out } = await serat(repository, 'diff', 'main', '--inventory', 'inventaris')
  renameSync(join(repository, 'inventaris'), join(repository, 'sites'))
  expect(out).toMatch(/^site timur name /)
  expect(out).toContain('(the inventory was in sites)')
})

test('a side that does not compile: what is wrong, and what can still be shown', async () => {
  edit('sites/opd/utara.yaml', 'segments:', 'segments: [')
  const { code, out } = await serat(repository, 'diff', 'HEAD', '--format', 'markdown')
  git('checkout', '-q', 'sites')
  expect(code).toBe(1)
  expect(out).toMatch(/^### ⛔ Cannot be merged yet: \d+ errors? · not everything could be compared/)
  expect(out).toContain('does not load whole')
  expect(out).not.toContain('is opened')
})

test('a base written for another version of the schema: where it fails, what is compared all the same, and the way on', async () => {
  git('switch', '-q', '-c', 'dahulu')
  edit('sites/opd/timur.yaml', 'class: opd', 'class: kantor')
  edit('sites/opd/utara.yaml', '\nname: ', '\nnama_lama: x\nname: Kantor ')
  git('commit', '-q', '-a', '-m', 'older words')
  git('switch', '-q', 'cabang')
  edit('sites/opd/bukit.yaml', '\nname: ', '\nname: Kantor ')
  const older = await serat(repository, 'diff', 'dahulu', '--format', 'markdown')
  expect(older.code).toBe(0)
  expect(older.out).toMatch(
    /^### 🟡 the old state does not load whole, so that not everything could be compared · site/,
  )
  expect(older.out).toMatch(/The old state: LOD\d+ .+ \(opd\/timur\.yaml:\d+\)\. And \d more\./)
  expect(older.out).toContain('site bukit | name')
  expect(older.out).toContain(
    'If the old state was written for another version of Serat, compare with a revision after',
  )
  expect(older.out).not.toContain('new finding')
  const unproved = await serat(repository, 'diff', 'dahulu', '--format', 'markdown', '--prove', '3')
  expect(unproved).toMatchObject({ code: 1, out: older.out, err: expect.stringContaining('nothing is proved') })
  git('switch', '-q', 'dahulu', '--force')
  edit('sites/network.yaml', 'hub: ', 'pusat: ')
  git('commit', '-q', '-a', '-m', 'much older words')
  git('switch', '-q', 'cabang')
  const oldest = await serat(repository, 'diff', 'dahulu')
  expect(oldest.out).toMatch(/^the old state does not load whole/)
  expect(oldest.out).toMatch(/The old state: LOD\d+ .+ \(network\.yaml:\d+\)/)
  expect(oldest.out).toContain('findings and recorded addresses are compared')
})

test('another break-glass account is a way of management that weakens', async () => {
  appendFileSync(join(repository, 'sites/network.yaml'), 'review: { management: refuse }\n')
  git('commit', '-q', '-a', '-m', 'terms of management')
  edit('sites/network.yaml', 'secret: users/darurat', 'secret: users/darurat-2')
  const { code, out } = await serat(repository, 'diff', 'HEAD')
  git('reset', '-q', '--hard', 'HEAD~1')
  expect([code, out]).toEqual([1, expect.stringContaining('REV006')])
  expect(out).toContain('the break-glass account `darurat` is replaced')
})

test('what the terms of review refuse fails, and passes once a waiver accepts it', async () => {
  appendFileSync(join(repository, 'sites/network.yaml'), 'review: { rings: refuse }\n')
  git('commit', '-q', '-a', '-m', 'terms')
  edit('sites/routes/ring.yaml', '- route: ring-2\n', '- route: ring-2\n  status: planned\n')
  const refused = await serat(repository, 'diff', 'HEAD')
  expect(refused.out).toMatch(/^ring kota is opened.* · refused by the terms of review: REV002 · 0 errors /)
  expect(refused.code).toBe(1)
  appendFileSync(
    join(repository, 'sites/waivers.yaml'),
    '- { waiver: terbuka, code: REV002, things: ["ring:kota"], reason: Galian., decided_by: NOC, until: 2026-12-31 }\n',
  )
  const accepted = await serat(repository, 'diff', 'HEAD')
  expect(accepted.out).toMatch(/^ring kota is opened.* · accepted in waivers.yaml: REV002 · 0 errors /)
  expect(accepted.code).toBe(0)
  expect((await serat(repository, 'check', '--strict')).out).not.toContain('WVR001')
  git('checkout', '-q', 'sites')
})

test('a change is held against the terms that it takes away, and against rings that it no longer names', async () => {
  edit('sites/network.yaml', 'review: { rings: refuse }', 'review: { rings: allow, yearly_rupiah: 1000000 }')
  edit('sites/routes/ring.yaml', '- route: ring-2\n', '- route: ring-2\n  status: planned\n')
  const loosened = await serat(repository, 'diff', 'HEAD')
  git('checkout', '-q', 'sites')
  const rings = readFileSync(join(repository, 'sites/routes/ring.yaml'), 'utf8')
  writeFileSync(join(repository, 'sites/routes/ring.yaml'), rings.replaceAll(/^ +ring: kota\n/gm, ''))
  const unnamed = await serat(repository, 'diff', 'HEAD')
  git('checkout', '-q', 'sites')
  expect([loosened.code, loosened.out]).toEqual([1, expect.stringContaining('refused by the terms of review: REV002')])
  expect(loosened.out).toContain('REV007')
  expect(loosened.out).toContain('terms of review are loosened: rings: refuse → allow')
  expect([unnamed.code, unnamed.out]).toEqual([1, expect.stringContaining('ring kota is no longer declared')])
})

test('a rent that the calendar begins is money', async () => {
  const { out } = await serat(reference, 'diff', '--from', '2026-02-27', '--to', '2026-03-01')
  expect(out).toMatch(/^[^\n]* · rents \+Rp 18,000,000\/year · /)
  expect(out).not.toMatch(/Nothing changes|What stays: [^\n]*money/)
})

test('one inventory on two dates: what changes by itself', async () => {
  const { code, out } = await serat(
    repository,
    'diff',
    '--from',
    '2026-06-15',
    '--to',
    '2027-06-15',
    '--format',
    'json',
  )
  expect(code).toBe(1)
  const { money, findings, routers, numbers } = JSON.parse(out) as {
    money: { monthly_rupiah: { before: number; after: number } }
    findings: { appeared: { code: string }[] }
    routers: unknown[]
    numbers: unknown[]
  }
  expect(money.monthly_rupiah.before).toBeGreaterThan(0)
  expect(money.monthly_rupiah.after).toBe(0)
  expect(findings.appeared.length).toBeGreaterThan(0)
  expect([routers, numbers]).toEqual([[], []])
  const text = await serat(repository, 'diff', '--from', '2026-06-15', '--to', '2027-06-15')
  expect(text.out).toMatch(/^\d+ errors? · terms end: circuit ckt-bukit, uplinks uplink-1, uplink-2 · /)
  expect((await serat(repository, 'diff', '--from', '15-06-2026')).code).toBe(2)
  expect((await serat(repository, 'diff', 'main', '--from', '2026-06-15')).code).toBe(2)
})

test('of several things alike the first line says what is changed, with those of other kinds', async () => {
  edit('sites/opd/timur.yaml', 'data: 40', 'data: 41')
  edit('sites/opd/utara.yaml', 'data: 40', 'data: 41')
  const alike = await serat(repository, 'diff', 'HEAD')
  expect(alike.out).toMatch(/^sites timur, utara hosts of segment data 40 → 41 · /)
  edit('sites/opd/utara.yaml', 'data: 41', 'data: 42')
  expect((await serat(repository, 'diff', 'HEAD')).out).toMatch(
    /^sites timur, utara edited \(hosts of segment data\) · /,
  )
  git('checkout', '-q', 'sites')
})

test('a comment bears its mark, and holds both languages when asked', async () => {
  const { out } = await serat(repository, 'diff', 'main', '--format', 'github-comment', '--both', '--lang', 'id')
  expect(out).toMatch(/^<!-- serat:diff sites -->\n### 🟡 situs timur nama /)
  expect(out).toContain('<details><summary>English: site timur name ')
})
