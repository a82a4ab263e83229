import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Compilation } from '../../compile.ts'
import { casesIn, compileCase, pathsBelow, write } from './inventory-folder.ts'

const cases = casesIn(join(import.meta.dirname, 'good'))

describe.each(cases)('$name', golden => {
  const expected = join(golden.folder, 'expected')
  const compilation = compileCase(golden)

  test('has no finding', () => {
    expect(compilation.diagnostics.map(({ code, at, message }) => `${at.source.path} ${code} ${message.en}`)).toEqual(
      [],
    )
  })

  test('gives exactly the files that are expected, byte for byte', async () => {
    const made = await outputOf(compilation)
    if (process.env['SERAT_UPDATE'] === '1') renew(expected, made)
    expect(pathsBelow(expected), 'stale or missing; SERAT_UPDATE=1 writes them').toEqual([...made.keys()].sort())
    for (const [path, bytes] of made) expectSame(path, bytes, readFileSync(join(expected, path)))
  })
})

/** Every artifact, and the ledger that a build would write. */
async function outputOf({ artifacts, ledger }: Compilation): Promise<Map<string, Buffer>> {
  const made = new Map([['allocations.lock.yaml', Buffer.from(ledger)]])
  for (const { path, content } of artifacts) made.set(path, Buffer.from(await content()))
  return made
}

function renew(folder: string, made: ReadonlyMap<string, Buffer>): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [path, bytes] of made) write(folder, path, bytes)
}

function expectSame(path: string, made: Buffer, expected: Buffer): void {
  if (made.equals(expected)) return
  if (path.endsWith('.xlsx')) expect.fail(`${path}: other bytes`)
  expect(made.toString('utf8'), path).toBe(expected.toString('utf8'))
}
