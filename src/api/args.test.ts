import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { typedArgs } from '../testing/typed-args.ts'

const path = join(import.meta.dirname, 'args.ts')

test('the types of a program are those of the files', () => {
  const biome = join(import.meta.dirname, '../../node_modules/@biomejs/biome/bin/biome')
  const { stdout } = spawnSync(process.execPath, [biome, 'format', '--stdin-file-path=src/api/args.ts'], {
    input: typedArgs(),
    encoding: 'utf8',
    cwd: join(import.meta.dirname, '../..'),
  })
  if (process.env['SERAT_UPDATE'] === '1') writeFileSync(path, stdout)
  expect(stdout.length).toBeGreaterThan(2000)
  expect(readFileSync(path, 'utf8')).toBe(stdout)
})

test('every field says what it means, and most show a value', () => {
  const lines = readFileSync(path, 'utf8').split('\n')
  const fields = lines.flatMap((line, i) => (/^ {2,}readonly /.test(line) ? [{ line, above: lines[i - 1] ?? '' }] : []))
  const bare = fields.filter(({ line, above }) => !above.includes('/**') && !/kind: '|readonly (kind|id): /.test(line))
  expect(bare).toEqual([])
  expect(fields.filter(({ above }) => above.includes('Example: `')).length).toBeGreaterThan(60)
})
