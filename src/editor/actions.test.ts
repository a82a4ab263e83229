import { expect, test } from 'vitest'
import { compile } from '../compile.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { contoh } from '../testing/contoh.ts'
import { fixesFor } from './actions.ts'
import type { Project } from './project.ts'

/** What is offered for the findings that people meet most, each as its title and the lines that it makes. */

const sources = contoh()
const input = { ledger: '', today: '2026-06-15', entropy: new Uint8Array(16) }

function offered(path: string, from: string | RegExp, to: string, code: string): readonly string[] {
  const text = (sources.find(source => source.path === path)?.text ?? '').replace(from, to)
  const typed = [...sources.filter(each => each.path !== path), { path, text }]
  const project: Project = { sources: typed, compilation: compile({ ...input, sources: typed }) }
  const [finding] = project.compilation.diagnostics.filter(each => each.code === code && each.at.source.path === path)
  expect(finding, JSON.stringify(project.compilation.diagnostics.map(each => each.code))).toBeDefined()
  const fixes = finding === undefined ? [] : fixesFor(project, finding)
  return fixes.map(({ title, edited }) => {
    const then = new Set(typed.flatMap(each => each.text.split('\n')))
    const lines = edited.sources.flatMap(each => each.text.split('\n')).filter(line => !then.has(line))
    const moved = edited.sources.filter(each => !typed.some(one => one.path === each.path)).map(each => each.path)
    return [title.en, ...lines, ...moved].join(' => ')
  })
}

const site = 'opd/utara.yaml'
const circuit = 'circuits/bukit.yaml'
const route = 'routes/ring.yaml'

type Fault = readonly [
  code: string,
  name: string,
  path: string,
  from: string | RegExp,
  to: string,
  fixes: readonly string[],
]

const faults: readonly Fault[] = [
  ['LOD005', 'a tab', site, /^ {2}/m, '\t', ['Indent with spaces, two for each level => !']],
  ['LOD006', 'a key twice', site, /class: opd/, 'class: opd\nclass: hub # dua', ['Remove class']],
  [
    'LOD010',
    'a key that is nearly right',
    circuit,
    'role:',
    'rol:',
    ['Replace by role => role: primary', 'Remove rol'],
  ],
  ['LOD010', 'a key that is none', site, /class: opd/, 'class: opd\ntelepon: 12', ['Remove telepon']],
  ['LOD010', 'a key that is none, in braces', circuit, 'vlan: 1001 }', 'vlan: 1001, zz: 1 }', ['Remove zz']],
  ['LOD011', 'a key that is missing, in its place', circuit, /^role: .*\n/m, '', ['Add role => role:']],
  ['LOD011', 'the last key', circuit, /^period: .*\n?/m, '', ['Add period => period:']],
  [
    'LOD011',
    'a key that is missing, in braces',
    circuit,
    ', vlan: 1001',
    '',
    ['Add vlan => hub: { handoff: nni-a, vlan:  }'],
  ],
  ['LOD012', 'a number for a text', site, /version: .*?( |,|\n)/, 'version: 7.20$1', ['Replace by "7.20" => !']],
  ['LOD013', 'a day in another form', circuit, 'from: 2026-01-01', 'from: 1-1-2026', ['Replace by 2026-01-01']],
  ['LOD012', 'an amount with points', circuit, '5000000', '5.000.000', ['Replace by 5000000']],
  ['LOD014', 'a word that is nearly right', site, 'class: opd', 'class: opdd', ['Replace by opd']],
  ['LOD014', 'nothing yet', circuit, 'role: primary', 'role:', ['Choose primary', 'Choose backup => role: backup']],
  ['LOD020', 'a name that is nearly right', circuit, 'penyedia-a', 'penyedia-b', ['Replace by penyedia-a']],
  ['LOD020', 'a name far from all, of few', circuit, 'penyedia-a', 'zzz', ['Replace by penyedia-a']],
  ['LOD020', 'a kecamatan, in its quotes', site, /kecamatan: .*/, 'kecamatan: "33.99.09"', ['Replace by 33.99.01']],
  ['LOD020', 'a core of another cable', route, 'c-1/1', 'c-11/1', ['Replace by c-1/1']],
  [
    'LOD023',
    'another name than its file',
    site,
    'site: utara',
    'site: lor',
    ['Name the file opd/lor.yaml => opd/lor.yaml'],
  ],
  ['RTR002', 'a port that is none', circuit, 'port: ether1', 'port: eter1', ['Replace by ether1']],
]

test.each(faults)('%s: %s', (code, _, path, from, to, fixes) => {
  const found = offered(path, from, to, code)
  expect(found).toHaveLength(fixes.length)
  for (const [i, fix] of fixes.entries()) expect(found[i]).toContain(fix.replace(' => !', ''))
})

test.each([
  ['opd/utara (lama.yaml', 'lor', ['opd/lor.yaml']],
  ['opd/utara.yaml', '../../luar', []],
  ['opd/utara.yaml', '$&', []],
])('a file %s is named as the thing %s in it where that is a name', (path, name, wanted) => {
  const text = sources.find(each => each.path === site)?.text.replace('site: utara', `site: ${JSON.stringify(name)}`)
  const others = sources.filter(each => each.path !== site)
  const renamed = { path, text: text ?? '' }
  const all = [...others, renamed]
  const project: Project = { sources: all, compilation: compile({ ...input, sources: all }) }
  const at = { source: renamed, path: ['site'] }
  const told: Diagnostic = { code: 'LOD023', severity: 'error', at, message: { id: '', en: '' } }
  const added = fixesFor(project, told).flatMap(({ edited }) =>
    edited.sources.map(each => each.path).filter(each => !all.some(one => one.path === each)),
  )
  expect(added).toEqual(wanted)
})

test('of ports, ODF ports and cores that are taken: the next that is free', () => {
  const text = sources.find(({ path }) => path === route)?.text ?? ''
  const [first = '', second = ''] = [...text.matchAll(/odf-pusat\/\d+/g)].map(([word]) => word)
  const found = offered(route, second, first, 'PLT009')
  expect(found).toEqual([expect.stringMatching(/^Replace by odf-pusat\/\d+ \(free port\) => /)])
})

test('a warning is accepted in a file of its own, where there is none yet', () => {
  const typed = sources.filter(({ path }) => path !== 'waivers.yaml')
  const project: Project = { sources: typed, compilation: compile({ ...input, sources: typed }) }
  const [warning] = project.compilation.diagnostics.filter(({ code }) => code === 'RTE002')
  const fixes = warning === undefined ? [] : fixesFor(project, warning)
  expect(fixes.map(({ title }) => title.en)).toEqual(['Accept RTE002 with a reason and a last day (waivers.yaml)'])
  const text = fixes[0]?.edited.sources.find(({ path }) => path === 'waivers.yaml')?.text
  expect(text).toMatch(/^- waiver: rte002-\S+\n {2}code: RTE002\n {2}things: \[\S+\]\n {2}reason:\n/)
})
