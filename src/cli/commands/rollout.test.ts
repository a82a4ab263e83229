import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heard, type Heard } from '../heard.fixture.ts'

/** `rollout` between folders, made from the small inventory of the golden cases. */
const contoh = join(import.meta.dirname, '../../testing/contoh')
let folder = ''

const serat = (...args: string[]): Promise<Heard> => heard({ cwd: folder }, ...args)

function edit(path: string, find: string, replace: string): void {
  const file = join(folder, path)
  writeFileSync(file, readFileSync(file, 'utf8').replace(find, replace))
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serat-rollout-'))
  cpSync(contoh, join(folder, 'sites'), { recursive: true })
  await serat('build', '--inventory', 'sites', '--out', 'built')
  cpSync(join(folder, 'sites'), join(folder, 'base'), { recursive: true })
  cpSync(join(folder, 'sites'), join(folder, 'older'), { recursive: true })
  edit('sites/opd/timur.yaml', '\nname: ', '\nname: Kantor ')
})

afterAll(() => rmSync(folder, { recursive: true }))

test('a script for the router that changes, its undo, and a run sheet', async () => {
  const { code, out } = await serat('rollout', 'base', '--inventory', 'sites', '--out', 'rollout')
  expect([code, out]).toEqual([0, expect.stringMatching(/^1 router with a script \(\d+ commands\), 0 loaded whole/)])
  expect(readdirSync(join(folder, 'rollout')).sort()).toEqual(['manifest.json', 'run-sheet.md', 'timur'])
  expect(existsSync(join(folder, 'rollout/timur/undo'))).toBe(true)
})

test.each([
  ['opd/timur.yaml', 'class: opd', 'class: kantor'],
  ['network.yaml', 'hub: ', 'pusat: '],
])(
  'a base of which %s does not load is no base: nothing is written, and nobody is told that nothing changes',
  async (path, find, replace) => {
    edit(`older/${path}`, find, replace)
    const { code, out, err } = await serat('rollout', 'older', '--inventory', 'sites', '--out', 'from-older')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/The old state: LOD\d+ .+\.yaml:\d+/)
    expect(err).toContain('nothing was written: the configurations at older cannot be written down')
    expect(existsSync(join(folder, 'from-older'))).toBe(false)
  },
)

test('what is no base at all', async () => {
  expect(await serat('rollout', 'tidak-ada', '--inventory', 'sites', '--out', 'x')).toMatchObject({ code: 2, out: '' })
})

test('a line that moves to another port is a cable that somebody moves, and the sheet says which and when', async () => {
  cpSync(join(folder, 'base'), join(folder, 'moved'), { recursive: true })
  edit('moved/routes/pusat.yaml', '{ router: core-2, port: ether1 }', '{ router: core-2, port: ether7 }')
  edit('moved/circuits/bukit.yaml', 'port: ether1 }', 'port: ether2 }')
  expect(await serat('rollout', 'base', '--inventory', 'moved', '--out', 'cables')).toMatchObject({ code: 0 })
  const sheet = readFileSync(join(folder, 'cables/run-sheet.md'), 'utf8')
  expect(sheet.match(/Move the cable of .* to \S+/g)?.sort()).toEqual([
    'Move the cable of circuit ckt-bukit from port ether1 to ether2',
    'Move the cable of route pusat-2 from port ether1 to ether7',
  ])
})

test('a line and a site that have another name now are the same ones: what is moved of them stands in the sheet', async () => {
  cpSync(join(folder, 'base'), join(folder, 'renamed'), { recursive: true })
  edit('renamed/circuits/bukit.yaml', 'circuit: ckt-bukit', 'circuit: metro-bukit\nwas: [ckt-bukit]')
  edit('renamed/circuits/bukit.yaml', 'id: bukit, port: ether1 }', 'id: puncak, port: ether2 }')
  edit('renamed/circuits/bukit.yaml', 'vlan: 1001', 'vlan: 1002')
  edit('renamed/opd/bukit.yaml', 'site: bukit\n', 'site: puncak\nwas: [bukit]\n')
  await serat('build', '--inventory', 'renamed', '--out', 'renamed-built')
  expect(await serat('rollout', 'base', '--inventory', 'renamed', '--out', 'names')).toMatchObject({ code: 0 })
  const sheet = readFileSync(join(folder, 'names/run-sheet.md'), 'utf8')
  expect(sheet).toContain('Move the cable of circuit metro-bukit from port ether1 to ether2')
  expect(sheet).toContain('penyedia-a moves circuit metro-bukit from VLAN 1001 to VLAN 1002')
})

test('what a provider and an access switch change at the same moment stands in the sheet', async () => {
  cpSync(join(folder, 'base'), join(folder, 'vlans'), { recursive: true })
  edit('vlans/network.yaml', 'guest, vlan: 150', 'guest, vlan: 151')
  edit('vlans/circuits/bukit.yaml', 'vlan: 1001', 'vlan: 1002')
  expect(await serat('rollout', 'base', '--inventory', 'vlans', '--out', 'together')).toMatchObject({ code: 0 })
  const sheet = readFileSync(join(folder, 'together/run-sheet.md'), 'utf8')
  expect(sheet.match(/Together with this script [^;]*/g)?.sort()).toEqual([
    'Together with this script change the access switch: segment guest from VLAN 150 to VLAN 151',
    'Together with this script penyedia-a moves circuit ckt-bukit from VLAN 1001 to VLAN 1002',
    'Together with this script penyedia-a moves circuit ckt-bukit from VLAN 1001 to VLAN 1002',
  ])
})

test('new keys on the backbone: the sheet says who is confirmed only behind a later step, and who on site', async () => {
  cpSync(join(folder, 'base'), join(folder, 'keys'), { recursive: true })
  edit('keys/network.yaml', 'secret: ospf/backbone', 'secret: ospf/baru')
  expect(await serat('rollout', 'base', '--inventory', 'keys', '--out', 'keyed')).toMatchObject({ code: 0 })
  const sheet = readFileSync(join(folder, 'keyed/run-sheet.md'), 'utf8').split('\n---\n')[1] ?? ''
  const routers = sheet.split('\n## ').slice(1)
  const later = routers.filter(text => / does not reach this router until step (\d) is done/.test(text))
  expect(later.length).toBeGreaterThan(1)
  for (const text of later) {
    const [own, step] = [Number(text[0]), Number(/until step (\d)/.exec(text)?.[1])]
    expect(step).toBeGreaterThan(own)
    expect(text).toContain(`Confirm from the NOC once step ${step} is done, within 15 minutes`)
  }
  const onSite = routers.filter(text =>
    text.includes('The NOC does not reach this router at this step: run it on site'),
  )
  expect(onSite.length).toBeGreaterThan(0)
})
