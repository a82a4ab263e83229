import { appendFileSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { mkdirSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { entryOf } from '../render/manifest.fixture.ts'
import { manifest } from '../render/manifest.ts'
import { randomFrom } from '../testing/generate/random.ts'
import { faultsOf } from './disk/verify-folder.ts'
import { isRefusal } from './shell/refusal.ts'

const root = mkdtempSync(join(tmpdir(), 'serat-verify-'))
afterAll(() => rmSync(root, { recursive: true }))

const files = new Map([
  ['routers/a/a.rsc', '/ip address\n'],
  ['money/money.csv', 'key,paid\na,1\n'],
])

function folder(name: string): string {
  const out = join(root, name)
  const entries = [...files].map(([path, text]) => entryOf(path, text, ['network.yaml']))
  for (const [path, text] of [
    ...files,
    ['manifest.json', manifest(entries, { inventoryHash: 'f'.repeat(64), asOf: '2026-11-02' })] as const,
  ]) {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), text)
  }
  return out
}

function named(out: string, digest?: string): string[] {
  const found = faultsOf(out, 'out', digest)
  return isRefusal(found) ? ['refused'] : found.faults.map(({ en }) => en)
}

test('untouched, nothing is found', () => {
  expect(named(folder('whole'))).toEqual([])
})

test('one byte changed anywhere is found, and the file is named', () => {
  const out = folder('bytes')
  const random = randomFrom(7)
  for (const path of [...files.keys(), 'manifest.json']) {
    const before = readFileSync(join(out, path))
    for (let n = 0; n < 60; n++) {
      const bytes = Buffer.from(before)
      const i = Math.floor(random() * bytes.length)
      bytes[i] = (bytes[i] ?? 0) ^ (1 + Math.floor(random() * 127))
      writeFileSync(join(out, path), bytes)
      expect(named(out), `${path} at ${i}`).toEqual([`${path} was changed`])
    }
    writeFileSync(join(out, path), before)
  }
})

test('what is missing, what nobody listed, and a manifest that was made anew', () => {
  const out = folder('others')
  unlinkSync(join(out, 'money/money.csv'))
  writeFileSync(join(out, 'routers/b.rsc'), '')
  expect(named(out)).toEqual(['money/money.csv is missing', 'routers/b.rsc is not listed'])
  expect(named(folder('forged'), '0'.repeat(64))).toEqual(['manifest.json was changed'])
  appendFileSync(join(out, 'manifest.json'), '\n')
  expect(named(out)).toEqual(['manifest.json was changed'])
  expect(named(root)).toEqual(['refused'])
})
