import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Compilation } from '../../compile.ts'
import { hasErrors } from '../../diagnostic/diagnostic.ts'
import { pretty } from '../../diagnostic/pretty.ts'
import { contoh } from '../contoh.ts'
import { compileFolder, write } from './inventory-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'serat-damage-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const ledger = { path: 'allocations.lock.yaml', text: compiledLedger() }
const files = [...contoh(), ledger].map(({ path, text }) => ({ path, bytes: Buffer.from(text) }))

/** Pieces that mean something to YAML, to a terminal, or to a router. */
const pieces = [
  '\t',
  '\n',
  '\r\n',
  '\0',
  '\u001b[2J',
  '\u202e',
  '\ufeff',
  '"',
  "'",
  '#',
  '- ',
  ': ',
  '? ',
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '!!js/function ',
  '<<: ',
  '|\n',
  '>-\n',
  '%YAML 9\n',
  '---\n',
  '...\n',
  '<<<<<<< HEAD\n',
  '../',
  '<secret:x>',
  '0x',
  '-0',
  '.inf',
  '.nan',
  '1e999',
  'null',
  '~',
  '__proto__: 1\n',
  'constructor: ',
  'toString',
  '[]',
  '{}',
  '\ud7ff',
  '9'.repeat(400),
].map(piece => Buffer.from(piece))

interface Damage {
  readonly file: number
  readonly at: number
  readonly length: number
  readonly put: Uint8Array
}

const damage: fc.Arbitrary<Damage> = fc.record({
  file: fc.nat({ max: files.length - 1 }),
  at: fc.nat({ max: 5000 }),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 4 }), fc.nat({ max: 200 })),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 3 }),
    fc.constantFrom(...pieces),
    fc.nat({ max: files.length - 1 }).map(i => (files[i]?.bytes ?? Buffer.alloc(0)).subarray(0, 120)),
  ),
})

/** `npm run test:damage` asks for more of everything. */
const damages = Number(process.env['SERAT_DAMAGES'] ?? 150)
const seed = Number(process.env['SERAT_SEED'] ?? 3310)
const untilDone = 24 * 3_600_000

test(
  'whatever happens to the bytes of a file, there are findings or output, and never both',
  () => {
    let wrong = 0
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), damages => {
        const compilation = compiledWith(damages)
        const { diagnostics, artifacts } = compilation
        for (const language of ['id', 'en'] as const)
          expect(pretty({ diagnostics, language, base: '' })).not.toMatch(/undefined|\[object|[\0\u001b\u202e]/)
        if (!hasErrors(diagnostics)) return
        wrong++
        expect([...artifacts]).toEqual([])
      }),
      { numRuns: damages, seed, endOnFailure: true },
    )
    expect(wrong, 'most damage is noticed').toBeGreaterThan(damages / 2)
  },
  untilDone,
)

test('a file that cannot be read, or that is empty, is one finding', () => {
  const faults: readonly (readonly [string, Buffer])[] = [
    ['LOD003', Buffer.from([0xff, 0xfe, 0x41])],
    ['LOD005', Buffer.from('a: [\n')],
    ['LOD009', Buffer.alloc(0)],
  ]
  for (const { path } of contoh()) {
    for (const [code, bytes] of faults) {
      write(folder, path, bytes)
      expect(
        compileFolder(folder).diagnostics.map(finding => `${finding.at.source.path} ${finding.code}`),
        path,
      ).toEqual([`${path} ${code}`])
      rmSync(join(folder, path))
    }
  }
})

function compiledWith(damages: readonly Damage[]): Compilation {
  const damaged = new Map<number, Buffer>()
  for (const { file, at, length, put } of damages) {
    const bytes = damaged.get(file) ?? files[file]?.bytes ?? Buffer.alloc(0)
    const start = at % (bytes.length + 1)
    damaged.set(file, Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + length)]))
  }
  const paths = [...damaged].map(([file, bytes]) => {
    const path = files[file]?.path ?? ''
    write(folder, path, bytes)
    return path
  })
  const compilation = compileFolder(folder)
  for (const path of paths) rmSync(join(folder, path))
  return compilation
}

function compiledLedger(): string {
  return compileFolder(folder).ledger
}
