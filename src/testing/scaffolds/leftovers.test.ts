import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test('nothing holds the words of its scaffold any more', () => {
  const left = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ts|md|yaml)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
    .filter(path => !path.startsWith('testing/scaffolds') && /write me\b/.test(readFileSync(join(root, path), 'utf8')))
  expect(left, 'write the words where `write me` stands').toEqual([])
})
