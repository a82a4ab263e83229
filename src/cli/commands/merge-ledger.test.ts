import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../compile.ts'
import { places } from '../../load/kinds.ts'
import { readInventory } from '../../source/read.ts'
import { heard } from '../heard.fixture.ts'

/**
 * Two branches of a new regency's repository, merged by the real Git: with the driver, and by lines with `serat
 * repair`.
 */

const main = join(import.meta.dirname, '../main.ts')
const ground = mkdtempSync(join(tmpdir(), 'serat-merge-'))
afterAll(() => rmSync(ground, { recursive: true, force: true }), 60_000)

async function serat(cwd: string, ...args: readonly string[]): Promise<string> {
  const { code, said } = await heard({ cwd, today: '2026-11-28' }, ...args)
  if (code !== 0 && args[0] !== 'check') throw new Error(`serat ${args.join(' ')}: ${said}`)
  return said
}

/** The ledger as a build writes it; the output, which costs the disk most, is not what is asked for here. */
function record(home: string): void {
  const { sources, ledger: text } = readInventory(join(home, 'sites'), places)
  const { diagnostics, ledger: after } = compile({
    sources,
    ledger: text,
    today: '2026-11-28',
    entropy: new Uint8Array(5),
  })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message.en).join('\n'))
  writeFileSync(join(home, ledger), after)
}

function git(cwd: string, ...args: readonly string[]): { readonly code: number | null; readonly out: string } {
  const own = ['-c', 'user.name=Uji', '-c', 'user.email=uji@coba.example', '-c', 'commit.gpgsign=false']
  const { status, stdout, stderr } = spawnSync('git', [...own, ...args], { cwd, encoding: 'utf8' })
  return { code: status, out: stdout + stderr }
}

interface Edit {
  readonly [path: string]: (text: string) => string
}

const instead = (text: string) => (): string => text
const behind =
  (text: string) =>
  (had: string): string =>
    had + text
const swapped =
  (from: string, to: string) =>
  (had: string): string =>
    had.replaceAll(from, to)

const site = (id: string, more = ''): string => `site: ${id}
name: Kantor ${id}
class: kecamatan
kecamatan: "99.99.02"
location: { lat: -7.05, lon: 110.4, quality: approximate }
tenants: []
router: { platform: routeros, model: L009UiGS-RM, version: "7.22", asset_register: KIB-${id}${more} }
segments: { data: 20 }
status: planned
`
const circuit = (id: string, at: string, vlan: number): string => `circuit: ${id}
provider: penyedia-a
provider_ref: X-${vlan}
service: metro-ethernet
bandwidth_mbps: 10
monthly_rupiah: 1000000
hub: { handoff: nni-a, vlan: ${vlan} }
site: { id: ${at}, port: ether2 }
role: backup
period: { from: 2026-11-01, to: 2027-12-31 }
status: planned
`
const renamed = `site: kec-baru
was: [kec-contoh]
name: Kecamatan Contoh
class: kecamatan
kecamatan: "99.99.02"
location: { lat: -7.06, lon: 110.4, quality: approximate }
tenants: [kec-contoh]
router: { platform: routeros, model: L009UiGS-RM, version: "7.22", asset_register: CONTOH-0005 }
segments: { data: 20, voice: 6 }
`
const patch = (id: string, port: number): string =>
  `- { route: ${id}, a: { router: core-1, port: ether${port} }, b: { router: pusat, port: ether${port} }, speed_mbps: 1000, patch_m: 5 }\n`

/** Edits of two branches; the files that people have to merge are named, with what both wanted. */
const pairs: Readonly<
  Record<string, { readonly a: Edit; readonly b: Edit; readonly byHand?: Readonly<Record<string, string>> }>
> = {
  'two sites': { a: { 'opd/x.yaml': instead(site('x')) }, b: { 'opd/y.yaml': instead(site('y')) } },
  'two circuits': {
    a: { 'circuits/x.yaml': instead(circuit('ckt-x', 'dinas-contoh', 1011)) },
    b: { 'circuits/y.yaml': instead(circuit('ckt-y', 'kec-contoh', 1012)) },
  },
  'two routes in one file': {
    a: { 'routes/pusat.yaml': behind(patch('pusat-3', 5)) },
    b: { 'routes/pusat.yaml': behind(patch('pusat-4', 6)) },
    byHand: { 'routes/pusat.yaml': patch('pusat-3', 5) + patch('pusat-4', 6) },
  },
  'a rename against an addition': {
    a: {
      'opd/kec-contoh.yaml': instead(''),
      'opd/kec-baru.yaml': instead(renamed),
      'circuits/kec-contoh.yaml': swapped('id: kec-contoh', 'id: kec-baru'),
    },
    b: { 'opd/y.yaml': instead(site('y')) },
  },
  'both ends of one pool': {
    a: { 'opd/x.yaml': instead(site('x', ', loopback: 10.64.0.1')) },
    b: { 'opd/y.yaml': instead(site('y', ', loopback: 10.64.15.254')) },
  },
}

const template = join(ground, 'template')

beforeAll(async () => {
  mkdirSync(template)
  await serat(template, 'init', '--name', 'Kabupaten Coba')
  git(template, 'config', 'merge.serat-ledger.driver', `"${process.execPath}" "${main}" merge-ledger %O %A %B %P`)
  record(template)
  commit(template)
}, 60_000)

function repository(name: string): string {
  const home = join(ground, name.replaceAll(' ', '-'))
  cpSync(template, home, { recursive: true })
  return home
}

function commit(home: string): void {
  git(home, 'add', '-A')
  if (git(home, 'commit', '-q', '-m', 'x').code !== 0) throw new Error('nothing to commit')
}

async function branch(home: string, name: string, edit: Edit, meddle?: (ledger: string) => string): Promise<string> {
  git(home, 'checkout', '-q', '-b', name, 'main')
  for (const [path, change] of Object.entries(edit)) {
    const file = join(home, 'sites', path)
    mkdirSync(dirname(file), { recursive: true })
    const text = change(git(home, 'show', `main:sites/${path}`).out)
    if (text === '') rmSync(file)
    else writeFileSync(file, text)
  }
  record(home)
  if (meddle !== undefined) writeFileSync(join(home, ledger), meddle(ledgerOf(home)))
  commit(home)
  return ledgerOf(home)
}

const ledger = 'sites/allocations.lock.yaml'
const ledgerOf = (home: string): string => readFileSync(join(home, ledger), 'utf8')
const linesOf = (text: string): string[] => text.split('\n').filter(line => line.includes('/'))

/** What a branch took anew, as lines of its ledger. */
const newIn = (text: string, base: string): string[] => linesOf(text).filter(line => !linesOf(base).includes(line))

describe.each(Object.entries(pairs))('%s', (name, { a, b, byHand = {} }) => {
  test.each(['driver', 'lines and repair'])('by %s: no address moves', async way => {
    const home = repository(`${name} ${way}`)
    const base = ledgerOf(home)
    const [one, two] = [await branch(home, 'a', a), await branch(home, 'b', b)]
    git(home, 'checkout', '-q', 'main')
    git(home, 'merge', '-q', '--ff-only', 'a')
    if (way !== 'driver') git(home, 'config', '--remove-section', 'merge.serat-ledger')
    git(home, 'merge', '-q', 'b', '-m', 'b')
    const torn = git(home, 'diff', '--name-only', '--diff-filter=U')
      .out.split('\n')
      .filter(path => path !== '')
    if (way === 'driver') expect(torn).toEqual(Object.keys(byHand).map(path => `sites/${path}`))
    for (const [path, text] of Object.entries(byHand))
      writeFileSync(
        join(home, 'sites', path),
        git(home, 'show', `main~0:sites/${path}`).out.replace(/\n[^\n]*\n$/, `\n${text}`),
      )
    if (way !== 'driver') await serat(home, 'repair', '--base', 'a')
    record(home)
    expect(await serat(home, 'check', '--frozen')).not.toContain('error[')
    const gone = [...newIn(base, one), ...newIn(base, two)]
    const expected = [...linesOf(base).filter(line => !gone.includes(line)), ...newIn(one, base), ...newIn(two, base)]
    expect(linesOf(ledgerOf(home))).toEqual([...new Set(expected)].sort())
  })
})

test.each(['main', 'the branch'])(
  'one number on both branches, merged on %s: main keeps it, the newcomer moves, nobody else',
  async where => {
    const home = repository(`clash on ${where}`)
    const base = ledgerOf(home)
    const one = await branch(home, 'a', { 'opd/x.yaml': instead(site('x')) })
    const taken = /router\/x\/loopback: (\S+)/.exec(one)?.[1] ?? ''
    const two = await branch(home, 'b', { 'opd/y.yaml': instead(site('y')) }, text =>
      text.replace(/(router\/y\/loopback: )\S+/, `$1${taken}`),
    )
    git(home, 'checkout', '-q', 'main')
    git(home, 'merge', '-q', '--ff-only', 'a')
    if (where === 'main') expect(git(home, 'merge', 'b', '-m', 'b').out).toContain('router/y/loopback')
    else {
      git(home, 'checkout', '-q', 'b')
      expect(git(home, 'merge', 'main', '-m', 'm').code).toBe(0)
    }
    expect(ledgerOf(home)).toContain('router/y/loopback: released')
    record(home)
    expect(await serat(home, 'check', '--frozen')).not.toContain('error[')
    const moved = linesOf(ledgerOf(home)).filter(line => ![base, one, two].some(text => linesOf(text).includes(line)))
    expect(moved).toEqual([expect.stringMatching(/^router\/y\/loopback: 10\.64\.\d+\.\d+$/)])
    expect(linesOf(ledgerOf(home))).toContain(`router/x/loopback: ${taken}`)
  },
)

test('the driver that init sets up is the one that the attributes name', async () => {
  const home = repository('attributes')
  const attribute = execFileSync('git', ['check-attr', 'merge', ledger], { cwd: home, encoding: 'utf8' })
  expect(attribute).toContain('merge: serat-ledger')
  await serat(home, 'merge-ledger', '--install')
  expect(git(home, 'config', 'merge.serat-ledger.driver').out).toBe('npx --no-install serat merge-ledger %O %A %B %P\n')
})
