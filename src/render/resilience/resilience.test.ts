import { expect, test } from 'vitest'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import { resilienceDocuments } from './resilience.ts'

const plan = klaten()
const files = new Map(resilienceDocuments(plan.network, plan).map(artifact => [artifact.path, artifact]))
const text = (path: string): string => String(files.get(path)?.content())

test('the documents, sorted by path, the same each time', () => {
  expect([...files.keys()]).toEqual([
    'resilience/n-1.csv',
    'resilience/resilience.md',
    'resilience/single-points.csv',
    'resilience/spare-cores.csv',
  ])
  const again = klaten()
  for (const artifact of resilienceDocuments(again.network, again))
    expect(artifact.content(), artifact.path).toBe(text(artifact.path))
})

test('N-1 names every component once, spans as ranges', () => {
  const csv = text('resilience/n-1.csv')
  expect(csv).toContain('span:sp-timur-001..sp-timur-023')
  expect(csv.split('\n').filter(line => line.includes('router:core-1'))).toHaveLength(1)
  expect(csv).toMatch(
    /^"router:core-2, building:gd-setda",2,2,0,0,2,2,1,24500000,inspektorat kec-klaten-tengah,,,43,,/m,
  )
})

test('N-1 says who loses protection, and from which minute on a feeder is noticed', () => {
  const csv = text('resilience/n-1.csv')
  expect(csv).toMatch(
    /^"span:sp-selatan-028[^\n]*",\d+,0,0,0,0,0,0,0,,,,4,,dlhk kec-klaten-selatan kesbangpol satpol-pp$/m,
  )
  expect(csv).toMatch(/^feeder:KLT-14,1,9,0,1,[^\n]*,KLT-14 15\.\.30,/m)
  expect(text('resilience/resilience.md')).toContain('## Perlindungan hilang')
})

test('single points name the spur of an office and the circuit of a leased one', () => {
  const csv = text('resilience/single-points.csv')
  expect(csv).toMatch(/^kec-wedi,terputus,\d+,"[^"]*circuit:ckt-kec-wedi/m)
  expect(csv).toMatch(/^inspektorat,terputus,\d+,"[^"]*cable:c-inspektorat/m)
  expect(csv).not.toMatch(/^pemda-2,terputus,\d+,"[^"]*(cable|span):/m)
})

test('the page says how much of the network stands any single failure', () => {
  expect(text('resilience/resilience.md')).toMatch(/^\d{4} komponen dalam \d{3} kelas akibat/m)
  expect(text('resilience/spare-cores.csv')).toMatch(/^c-selatan-3,24,1,0,1,22,2$/m)
})
