import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pulumi from '@pulumi/pulumi'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Declaration } from '../../api/declared.ts'
import type { StackSettings } from '../settings.ts'
import { sshSettings } from '../targets/ssh-settings.ts'
import { readyWith } from './ready.ts'

/** What a preview and an update do with declared things, with the engine's own marks and without the engine. */

const folder = mkdtempSync(join(tmpdir(), 'serat-ready-'))
const inventory = join(folder, 'sites')
const byHand = join(inventory, 'opd/program/timur.yaml')
const said: string[] = []

beforeAll(() => {
  cpSync(join(import.meta.dirname, '../../testing/contoh'), inventory, { recursive: true })
  for (const path of ['opd/bukit.yaml', 'circuits/bukit.yaml']) rmSync(join(inventory, path))
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(pulumi.log, level).mockImplementation(async text => void said.push(`${level}: ${text}`))
})
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

function during(isPreview: boolean): void {
  vi.spyOn(pulumi.runtime, 'isDryRun').mockReturnValue(isPreview)
  said.length = 0
}

const settings: StackSettings = {
  inventory,
  outputRoot: join(folder, 'out'),
  language: 'en',
  target: 'file',
  targets: {},
  addresses: {},
  secretsFile: join(folder, 'secrets.yaml'),
  atOnce: 1,
  ssh: sshSettings.parse({}),
  secrets: undefined,
  digestKey: undefined,
  stack: 'uji/uji',
}

const things = (bandwidthMbps = 50): Declaration[] => [
  {
    kind: 'site',
    id: 'bukit',
    calledFrom: undefined,
    args: {
      name: 'Kecamatan Bukit',
      class: 'kecamatan',
      kecamatan: '33.99.02',
      location: { lat: -7.56, lon: 110.593, quality: 'approximate' },
      tenants: ['kec-bukit'],
      router: { platform: 'routeros', model: 'L009UiGS-RM', version: '7.22', assetRegister: 'KIB-0006' },
      segments: { data: 20 },
    },
  },
  {
    kind: 'circuit',
    id: 'ckt-bukit',
    calledFrom: { file: import.meta.filename, line: 1, column: 1 },
    args: {
      provider: 'penyedia-a',
      providerRef: 'A-1001',
      contract: 'ktr-1',
      service: 'metro-ethernet',
      bandwidthMbps,
      monthlyRupiah: 5_000_000,
      hub: { handoff: 'nni-a', vlan: 1001 },
      site: { id: 'bukit', port: 'ether1' },
      role: 'primary',
      period: { from: '2026-01-01', to: '2026-12-31' },
    },
  },
]
const ledger = join(inventory, 'allocations.lock.yaml')
const ledgerText = (): string => (existsSync(ledger) ? readFileSync(ledger, 'utf8') : '')

test('a wrong value is told, and nothing is written', async () => {
  during(true)
  await expect(readyWith(things(-5), settings)).rejects.toThrow(/error\[LOD013\][\s\S]*ready\.test\.ts:1/)
  expect(existsSync(join(inventory, 'opd/program'))).toBe(false)
})

test('a preview writes what is declared, names the keys and secrets that are missing, and hands out no number', async () => {
  during(true)
  writeFileSync(settings.secretsFile ?? '', 'users/lama: "x"\n', { mode: 0o600 })
  const before = ledgerText()
  const { deployables } = await readyWith(things(), settings)
  expect(deployables.routers.has('bukit')).toBe(true)
  const text = said.join('\n')
  expect(text).toMatch(/info: .*2 files of the inventory say what the program declares: circuits\/program\/ckt-bukit/)
  expect(text).toMatch(/error: .*3 routers have no tunnel key yet/)
  expect(text).toMatch(/error: .*secrets are missing from the store[\s\S]* tunnel\/bukit: bukit/)
  expect(ledgerText()).toBe(before)
})

test('an update without keys is refused; the same things again write no file, and what a person wrote stays', async () => {
  cpSync(join(inventory, 'opd/timur.yaml'), mkdirFor(byHand))
  rmSync(join(inventory, 'opd/timur.yaml'))
  during(false)
  await expect(readyWith(things(), settings)).rejects.toThrow(/have no tunnel key yet, so nothing is deployed/)
  expect(said.join('\n')).not.toContain('say what the program declares')
  expect(existsSync(byHand)).toBe(true)
})

test('a thing that the program no longer declares leaves its file', async () => {
  during(true)
  await readyWith(
    things().map(thing => (thing.kind === 'circuit' ? { ...thing, id: 'ckt-baru' } : thing)),
    settings,
  )
  const path = (name: string): string => join(inventory, 'circuits/program', `${name}.yaml`)
  expect([existsSync(path('ckt-bukit')), existsSync(path('ckt-baru')), existsSync(byHand)]).toEqual([false, true, true])
  expect(said.join('\n')).toContain('circuits/program/ckt-bukit.yaml -')
})

function mkdirFor(path: string): string {
  mkdirSync(dirname(path), { recursive: true })
  return path
}
