import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { errorWords, formFault } from './words.ts'

const schema = z.strictObject({
  outputRoot: z.string(),
  target: z.enum(['file', 'frr']),
  port: z.number().int().min(1).max(9).optional(),
  key: z
    .string()
    .regex(/^[a-z]+$/)
    .optional(),
  map: z.record(z.string(), z.string()).optional(),
})

test.each<[unknown, readonly string[]]>([
  [{ target: 'file' }, ['wajib diisi: teks / required: text']],
  [
    { outputRoot: '/x', target: 'x', port: 0, key: 'A', map: 1, more: 1 },
    [
      'pilih salah satu: file, frr / choose one of: file, frr',
      'paling sedikit 1 / at least 1',
      'bentuknya tidak dapat dipakai di sini / it has a form that cannot stand here',
      'harus sekelompok kunci / must be a group of keys',
      'kunci tidak dikenal: more / unknown: more',
    ],
  ],
  [{ outputRoot: 1, target: 'frr', port: 10 }, ['harus teks / must be text', 'paling banyak 9 / at most 9']],
])('a setting is refused in our words: %j', (given, words) => {
  const issues = schema.safeParse(given, { reportInput: true }).error?.issues ?? []
  expect(issues.map(formFault)).toEqual(words)
})

test('what the system refuses is told in our words, what we say ourselves as it is', () => {
  const refused = (): Error | undefined => {
    try {
      readFileSync('/tidak/ada')
      return undefined
    } catch (error) {
      return error instanceof Error ? error : undefined
    }
  }
  expect(errorWords(refused())).toBe('/tidak/ada: tidak ada / no such file or folder')
  expect(errorWords(new Error('ours'))).toBe('ours')
})
