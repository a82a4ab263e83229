import { expect, test } from 'vitest'
import { load } from './load.ts'
import { contoh, testPlatforms } from '../testing/contoh.ts'

/** The findings of `contoh` with this text in place of another, as `code: help`. */
function helpFor(file: string, from: string, to: string): string[] {
  const sources = contoh().map(({ path, text }) => ({ path, text: path === file ? text.replace(from, to) : text }))
  return load(sources, testPlatforms).diagnostics.map(({ code, help }) => `${code} ${help?.en}`)
}

const lat = 'lat: -7.7080'
const pole = 'at: [110.5926, -7.7105]'
const form = 'decimal degrees with a point, without quotes'

test.each([
  ['a decimal comma', 'opd/utara.yaml', lat, 'lat: "-7,71201"', `LOD012 write -7.712010: ${form}`],
  ['degrees, minutes and seconds', 'opd/utara.yaml', lat, `lat: 7°42'43.236"S`, `LOD012 write -7.712010: ${form}`],
  ['the same in Indonesian', 'opd/utara.yaml', lat, 'lat: "7° 42′ 43,236″ LS"', `LOD012 write -7.712010: ${form}`],
  ['minutes with a fraction', 'opd/utara.yaml', lat, "lat: 7°42.7206' S", `LOD012 write -7.712010: ${form}`],
  ['a letter for the sign', 'opd/utara.yaml', lat, 'lat: 7.71201 LS', `LOD012 write -7.712010: ${form}`],
  [
    'a longitude for a latitude',
    'plant/ring.yaml',
    pole,
    'at: [-7.7105, 110.5926]',
    'LOD013 110.5926 is a longitude: are the two swapped? in a list the longitude comes first: [110.592800, -7.712010]',
  ],
  [
    'decimal commas in a list',
    'plant/ring.yaml',
    pole,
    'at: [110,5926, -7,7105]',
    'LOD013 a comma separates values; write fractions with a point: [110.592800, -7.712010]',
  ],
  [
    'degrees in a list',
    'plant/ring.yaml',
    pole,
    `at: ["110°35'33.36\\"E", "7°42'37.8\\"S"]`,
    `LOD012 write 110.592600: ${form}`,
  ],
  [
    'a group of keys',
    'plant/ring.yaml',
    pole,
    'at: { lat: -7.7105, lon: 110.5926 }',
    'LOD012 write [110.5926, -7.7105]',
  ],
  [
    'a text, as a phone says it',
    'plant/ring.yaml',
    pole,
    'at: "-7.7105, 110.5926"',
    'LOD012 write [110.5926, -7.7105]',
  ],
  [
    'a point with its height',
    'plant/ring.yaml',
    pole,
    'at: [110.5926, -7.7105, 152]',
    'LOD013 write [110.5926, -7.7105]',
  ],
  [
    'a lost point',
    'plant/ring.yaml',
    pole,
    'at: [1105926, -7.7105]',
    'LOD013 is 110.5926 meant? its point was lost or moved',
  ],
  [
    'a lost point of a latitude',
    'opd/utara.yaml',
    lat,
    'lat: -77080',
    'LOD013 is -7.7080 meant? its point was lost or moved',
  ],
  [
    'metres of a projection',
    'plant/ring.yaml',
    pole,
    'at: [455700, 9147800]',
    'LOD013 no degrees: its point was lost, or these are metres of a map projection (UTM, TM-3), which are turned into WGS 84 first: [110.592800, -7.712010]',
  ],
])('says what to write: %s', (_, file, from, to, help) => {
  expect(helpFor(file, from, to)).toContain(help)
})

test.each(['lat: "sekitar 7"', 'lat: "7°99\'00\\"S"', 'lat: "97,5"', 'lat: "7,7 utara"'])('does not guess: %s', to => {
  const found = helpFor('opd/utara.yaml', lat, to)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/^LOD012 write a latitude/)
})
