import { expect, test } from 'vitest'
import { plantFile } from '../model/plant-file.ts'
import type { Source } from '../source/source.ts'
import { shape } from './shape.ts'

const source: Source = { path: 'plant/x.yaml', text: '' }
const at = { source, path: [] }
const pole = (id: unknown): object => ({ id, kind: 'pole', at: [110.6, -7.7] })

test('what fits is taken as it is', () => {
  const { value, diagnostics, harmed } = shape(plantFile, { plant: 'x', name: 'X', structures: [pole('p-1')] }, at)
  expect(value?.structures.map(({ id }) => id)).toEqual(['p-1'])
  expect([diagnostics, harmed]).toEqual([[], []])
})

test('a broken entry is left out, and the others keep their places', () => {
  const data = { plant: 'x', name: 'X', structures: [pole('p-1'), pole(7), pole('p-3')] }
  const { value, diagnostics, harmed, indices } = shape(plantFile, data, at)
  expect(value?.structures.map(({ id }) => id)).toEqual(['p-1', 'p-3'])
  expect(indices.get('structures')).toEqual([0, 2])
  expect(harmed).toEqual([['structures', 1, 'id']])
  expect(diagnostics.map(({ code }) => code)).toEqual(['LOD012'])
})

test('a misspelt key is one finding, not also a missing one, and harms nothing', () => {
  const { diagnostics, harmed } = shape(plantFile, { plant: 'x', nama: 'X', struktures: [] }, at)
  expect(diagnostics.map(({ code, help }) => `${code} ${help?.en}`)).toEqual([
    'LOD010 did you mean `name`?',
    'LOD010 did you mean `structures`?',
  ])
  expect(harmed).toEqual([['name']])
})

test('where a thing cannot do without what is wrong there is no value', () => {
  expect(shape(plantFile, { plant: 'x', name: ['X'] }, at).value).toBeUndefined()
  expect(shape(plantFile, 'x', at).value).toBeUndefined()
})

test('of thousands of faults some are told, and how many more there are', () => {
  const keys = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`unheardOf${i}`, 1]))
  const { diagnostics } = shape(plantFile, { plant: 'x', name: 'X', ...keys }, at)
  expect(diagnostics).toHaveLength(500)
  expect(diagnostics.at(-1)?.more).toBe(4500)
})
