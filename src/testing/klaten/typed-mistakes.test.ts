import { expect, test } from 'vitest'
import { locate } from '../../source/locate.ts'
import { compiled, edited, readKlaten, type Files } from './inventory.ts'

/**
 * What hands get wrong in the plant and in the numbers of the network: one cause is one finding, at its file, and says
 * what to do.
 */

const files = readKlaten()

interface Finding {
  readonly code: string
  readonly file: string
  readonly line: number
  readonly help: string
}

function findings(changed: Files): Finding[] {
  return compiled(changed).diagnostics.map(({ code, at, help }) => ({
    code,
    file: at.source.path,
    line: locate(at).line,
    help: `${help?.id ?? ''} ${help?.en ?? ''}`,
  }))
}

const known = new Set(findings(files).map(({ code, file, line }) => `${code} ${file}:${line}`))

const [plant, own, network] = ['plant/timur.yaml', 'opd/dishub.yaml', 'network.yaml'] as const
const pole = /(id: p-timur-010, kind: pole, at: )\[[^\]]*\]/
const at = (point: string): [string, RegExp, string] => [plant, pole, `$1${point}`]
const rented = /from: 2026-03-01, until: 2029-02-28/

test.each<[string, string, [string, RegExp, string], RegExp]>([
  ['one digit of a pole, 1.1 km', 'GEO010', at('[110.605222, -7.710216]'), /titik|point/],
  ['one digit of a pole, 110 m', 'GEO011', at('[110.596222, -7.710216]'), /point/],
  ['a pole 0.1 degree off', 'GEO010', at('[110.695222, -7.710216]'), /point/],
  ['two poles on one spot', 'GEO012', at('[110.594804, -7.710212]'), /\S/],
  ['a minus sign lost', 'GEO008', at('[110.595222, 7.710216]'), /-7\.710216/],
  ['a minus sign too many', 'GEO008', at('[-110.595222, -7.710216]'), /110\.595222/],
  ['latitude first', 'LOD013', at('[-7.710216, 110.595222]'), /swapped/],
  ['degrees without their point', 'LOD013', at('[110.595222, -7710216]'), /-7\.710216|-90/],
  ['the marks of another cable', 'PLT115', [plant, /start: 8, end: 2434/, 'start: 8, end: 4434'], /\S/],
  ['a coil outside its cable', 'PLT115', [plant, /start: 926, end: 946/, 'start: 5926, end: 5946'], /\S/],
  ['marks that do not move', 'GEO005', [plant, /start: 8, end: 2434/, 'start: 8, end: 8'], /\S/],
  ['a splice of 2.5 dB', 'PLT111', [plant, /(dispermasdes\/1, loss_db: )0\.06/, '$12.5'], /\S/],
  ['tray 9 of 2', 'PLT112', [plant, /(jc-timur-01, tray: )1(, a: c-timur-1\/25)/, '$19$2'], /\S/],
  [
    'a permit that ends in 18 days',
    'PLT114',
    ['plant/selatan.yaml', rented, 'from: 2025-03-01, until: 2026-11-20'],
    /\S/,
  ],
  [
    'a permit that ends in 75 days',
    'PLT114',
    ['plant/selatan.yaml', rented, 'from: 2025-03-01, until: 2027-01-16'],
    /\S/,
  ],
  ['a permit that is over', 'PLT007', ['plant/selatan.yaml', rented, 'from: 2025-03-01, until: 2026-10-20'], /\S/],
  [
    'a run written backwards',
    'GEO011',
    [
      'plant/timur.yaml',
      /odf-dpupr, p-timur-069\.\.p-timur-099, odf-dpkpp/,
      'odf-dpupr, p-timur-099..p-timur-069, odf-dpkpp',
    ],
    /order/,
  ],
  ['`on` as a key', 'LOD028', [plant, /at_structure: p-timur-023/, 'on: p-timur-023'], /at_structure/],
  [
    'a ring without one of its routes',
    'RES001',
    ['routes/ring-timur.yaml', /(- route: timur-3\n)/, '$1  status: retired\n'],
    /\S/,
  ],
  ['fewer prefixes than sites announce', 'RTE015', [network, /maximum_prefixes: 32/, 'maximum_prefixes: 4'], /\S/],
  [
    'BFD of 10 ms times 1',
    'RTE016',
    [network, /interval_ms: 300, multiplier: 3/, 'interval_ms: 10, multiplier: 1'],
    /\S/,
  ],
  [
    'BFD of a minute times 50',
    'RTE018',
    [network, /interval_ms: 300, multiplier: 3/, 'interval_ms: 60000, multiplier: 50'],
    /40000 ms \(OSPF\)/,
  ],
  ['a reference below its links', 'RTE017', [network, /reference_mbps: 100000/, 'reference_mbps: 1000'], /\S/],
  ['a time zone on Mars', 'RTR006', [network, /Asia\/Jakarta/, 'Mars/Base'], /Asia\/Jakarta/],
  ['a time zone by its letters', 'RTR006', [network, /Asia\/Jakarta/, 'WIB'], /Asia\/Jakarta/],
  ['a quote in a time zone', 'LOD013', [network, /Asia\/Jakarta/, '"Asia/Jak\'arta"'], /\S/],
  ['addresses of the NOC at another site', 'SEC008', [own, /( {2}data: 60\n)/, '$1  noc: 10\n'], /\S/],
  ['a decimal comma', 'LOD012', [own, /lat: -7\.687117/, 'lat: "-7,687117"'], /-7\.687117/],
  ['degrees, minutes and seconds', 'LOD012', [own, /lat: -7\.687117/, `lat: "7°41'13.6\\"S"`], /-7\.687/],
])('%s: %s', (_, code, [file, from, to], remedy) => {
  const found = findings(edited(files, file, text => text.replace(from, to))).filter(
    each => !known.has(`${each.code} ${each.file}:${each.line}`),
  )
  expect(found.map(each => `${each.code} ${each.file}`)).toEqual([`${code} ${file}`])
  expect(found[0]?.help).toMatch(remedy)
})

test('a decimal comma in a pair is told once', () => {
  const typed = edited(files, plant, text => text.replace(pole, '$1[110,595222, -7,710216]'))
  const found = findings(typed).filter(({ code }) => code.startsWith('LOD'))
  expect(found.map(({ code }) => code)).toEqual(['LOD013'])
  expect(found[0]?.help).toMatch(/write fractions with a point/)
})
