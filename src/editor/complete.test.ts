import { expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { contoh } from '../testing/contoh.ts'
import { completeAt } from './complete.ts'
import type { Project } from './project.ts'

/** What is offered while a file is half written: `|` is the cursor. */

const sources = contoh()
const input = { ledger: '', today: '2026-06-15', entropy: new Uint8Array(16) }
const { network: whole } = compile({ ...input, sources })

function offered(path: string, marked: string): readonly string[] {
  const source = { path, text: marked.replace('|', '') }
  const typed = [...sources.filter(each => each.path !== path), source]
  const project: Project = { sources: typed, compilation: compile({ ...input, sources: typed }), whole }
  const found = completeAt(project, source, marked.indexOf('|'))
  return (found?.choices ?? [])
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ text }) => `${source.text.slice(found?.from, found?.to)}>${text}`)
}

function textOf(path: string): string {
  return sources.find(source => source.path === path)?.text ?? ''
}

const site = 'opd/baru.yaml'
const circuit = 'circuits/baru.yaml'

/** The first things offered, each as `what is replaced>what is written`. */
const begun: readonly (readonly [name: string, path: string, marked: string, first: readonly string[]])[] = [
  ['a file in which nothing stands', site, '|', ['>site: ', '>name: ', '>class: ']],
  ['half a word in it', site, 'si|', ['si>site: ', 'si>name: ']],
  ['the name of its file', site, 'site: |', ['>baru']],
  ['a folder of several kinds', circuit, '|', ['>uplink: ', '>circuit: ']],
  ['the first key of a map', site, 'site: baru\nlocation:\n  |', ['>lat: ', '>lon: ', '>quality: ']],
  ['an open brace', site, 'site: baru\nlocation: { |', ['>lat: ', '>lon: ']],
  ['an open bracket', site, 'site: baru\ntenants: [dinkes, |', ['>diskominfo', '>dishub']],
  ['a list that has no bracket', site, 'site: baru\ntenants: |', ['>[diskominfo]']],
  ['a list that has no item', site, 'site: baru\ntenants:\n  |', ['>- diskominfo']],
  ['a list on the level of its key', site, 'site: baru\ntenants:\n- |', ['>diskominfo']],
  ['a list of maps that has no item', circuit, '- circuit: a\n  changes:\n    |', ['>- from: ']],
  ['an item of maps', circuit, '- circuit: a\n  changes:\n    - |', ['>from: ']],
  ['a second item of the file', circuit, '- circuit: a\n- c|', ['c>uplink: ', 'c>circuit: ']],
  ['right behind a colon', site, 'site: baru\nclass:|', ['> hub', '> opd']],
  ['a key that has its colon', site, 'site: baru\ncl|: opd\n', ['cl>name', 'cl>class']],
  ['lines that end as in Windows', site, 'site: baru\r\nclass: |\r\nname: Baru\r\n', ['>hub']],
  ['a key among lines that end as in Windows', site, 'site: baru\r\n|\r\nname: Baru\r\n', ['>class: ']],
  ['a word that YAML reads as a number', site, 'site: baru\nkecamatan: |', ['>"33.99.01"']],
  ['between quotes', site, 'site: baru\nkecamatan: "9|"', ['9>33.99.01']],
  ['letters of two halves before it', site, 'site: baru\nlocation: { note: "🏢", quality: |', ['>sourced']],
]

test.each(begun)('%s', (_, path, marked, first) => {
  expect(offered(path, marked).slice(0, first.length)).toEqual(first)
})

const above = [
  'name: "Baru',
  '\tname: Baru',
  'tenants: [dinkes',
  'tenants: { a: [',
  '<<<<<<< HEAD',
  'site: dua',
  "name: 'B",
]

test.each(above)('below a line that is broken: %j', line => {
  expect(offered(site, `site: baru\n${line}\nclass: |\n`)).toEqual(['>hub', '>opd', '>kecamatan', '>field'])
  expect(offered(site, `site: baru\nclass: |\n${line}\n`)).toEqual(['>hub', '>opd', '>kecamatan', '>field'])
  expect(offered(site, `site: baru\n${line}\nrouter:\n  platform: |`)).toContain('>routeros')
})

test('inside items of a file that is broken at many places', () => {
  const list =
    "- circuit: a\n  hub: { handoff: [\n- circuit: b\n  period:\n    from: '2026\n  site: { id: bukit, role: |"
  expect(offered(circuit, list.replace('role: |', '|'))).toContain('>port: ')
  expect(offered(circuit, list.replace('site: { id: bukit, role: |', 'provider: |'))).toEqual(['>penyedia-a'])
})

test('no comment, no text that is free', () => {
  for (const marked of ['site: baru # na|', '# na|\nname: x\n', 'name: |\n', 'name: "a: |"'])
    expect(offered(site, marked)).toEqual([])
})

test('of a cable or an ODF whose slash is typed, everything that is free, and nothing else', () => {
  const text = textOf('routes/ring.yaml')
  const cores = offered('routes/ring.yaml', text.replace(/path: \[/, 'path: [c-2/|, '))
  expect(cores.length).toBeGreaterThan(1)
  expect(cores.filter(each => !each.startsWith('c-2/>c-2/'))).toEqual([])
})

test('contracts of the provider that is named come first, and a hand-off gives its next VLAN', () => {
  const second = textOf('providers/penyedia-a.yaml')
    .replaceAll('penyedia-a', 'penyedia-b')
    .replaceAll('ktr-', 'kontrak-')
  const provider = { path: 'providers/penyedia-b.yaml', text: second }
  const source = { path: circuit, text: '- circuit: a\n  provider: penyedia-b\n  contract: ' }
  const typed = [...sources, provider, source]
  const project: Project = { sources: typed, compilation: compile({ ...input, sources: typed }), whole }
  const choices = completeAt(project, source, source.text.length)?.choices ?? []
  expect(choices.map(({ word, rank }) => `${rank} ${word}`)).toEqual(expect.arrayContaining(['1 ktr-1', '0 kontrak-1']))
  expect(offered(circuit, '- circuit: a\n  hub: { handoff: nni-a, vlan: |')).toEqual([expect.stringMatching(/^>\d+$/)])
})

test('ports of a router that is just being declared', () => {
  const text = textOf('opd/utara.yaml')
    .replace('site: utara', 'site: lain')
    .replace(/class: .*/, 'class:')
  const marked = '- circuit: a\n  site: { id: lain, port: |'
  const typed = [...sources, { path: 'opd/lain.yaml', text }, { path: circuit, text: marked.replace('|', '') }]
  const project: Project = { sources: typed, compilation: compile({ ...input, sources: typed }), whole }
  const source = typed.at(-1) ?? { path: '', text: '' }
  expect(completeAt(project, source, source.text.length)?.choices.map(({ word }) => word)).toContain('ether1')
})
