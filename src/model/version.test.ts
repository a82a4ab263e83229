import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isNewerThanThis, version } from './version.ts'

test('it is the version of the package', () => {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ version })
})

test('a patch is never newer, a minor or major always', () => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  expect([`${major}.${minor}.${patch + 7}`, version, '0.0.9', `${major}.${minor}.0`].map(isNewerThanThis)).toEqual(
    Array(4).fill(false),
  )
  expect([`${major}.${minor + 1}.0`, `${major + 1}.0.0`, `${major}.10${minor}.0`].map(isNewerThanThis)).toEqual(
    Array(3).fill(true),
  )
})
