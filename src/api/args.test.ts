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
