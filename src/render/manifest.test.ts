import { expect, test } from 'vitest'
import { entryOf } from './manifest.fixture.ts'
import { inventoryHash, isSealed, manifest } from './manifest.ts'

test('a manifest is JSON, sorted by path, an artifact a line', () => {
  const entries = [entryOf('b.txt', 'halo', ['z.yaml', 'a.yaml']), entryOf('a.txt', new Uint8Array([1, 2]), [])]
  const text = manifest(entries, { inventoryHash: 'f'.repeat(64), asOf: '2026-11-02' })
  expect(JSON.parse(text)).toEqual({
    formatVersion: 1,
    inventoryHash: 'f'.repeat(64),
    asOf: '2026-11-02',
    artifacts: [
      {
        path: 'a.txt',
        sha256: 'a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222',
        bytes: 2,
        sources: [],
      },
      { path: 'b.txt', sha256: entries[0]?.sha256, bytes: 4, sources: ['a.yaml', 'z.yaml'] },
    ],
    seal: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(isSealed(text)).toBe(true)
  for (let i = 0; i < text.length; i++)
    expect(isSealed(text.slice(0, i) + '~' + text.slice(i + 1)), String(i)).toBe(false)
  expect(text.split('\n').filter(line => line.includes('"path"'))).toHaveLength(2)
})

test('the hash of an inventory asks neither for the order of its files nor lets one run into the next', () => {
  const a = { path: 'a.yaml', text: 'x' }
  const b = { path: 'b.yaml', text: 'y' }
  expect(inventoryHash([a, b])).toBe(inventoryHash([b, a]))
  expect(inventoryHash([a, b])).not.toBe(
    inventoryHash([
      { path: 'a.yaml', text: 'xb.yaml' },
      { path: 'b.yaml', text: 'y' },
    ]),
  )
})
