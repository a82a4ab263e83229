import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Compilation } from '../../../compile.ts'
import { xlsx } from '../../../render/tables/xlsx.ts'
import { randomFrom } from '../../generate/random.ts'
import { compiled, errorsOf, readKlaten } from '../../klaten/inventory.ts'
import { shuffled } from '../../klaten/shuffle.ts'

const files = readKlaten()
const first = compiled(files, '2026-11-02')
const bytes = hashes(first)

it('compiling again on another day gives the same bytes', async () => {
  expect(await hashes(compiled(files, '2031-02-28'))).toEqual(await bytes)
})

it.each([1, 2, 3])('files and lists in another order give the same bytes (seed %i)', async seed => {
  const other = shuffled(files, randomFrom(seed))
  expect(
    other.sources.filter(({ path, text }) => text !== files.sources.find(source => source.path === path)?.text).length,
  ).toBeGreaterThan(20)
  const compilation = compiled(other)
  expect(errorsOf(compilation)).toEqual([])
  expect(await hashes(compilation)).toEqual(await bytes)
})

async function hashes(compilation: Compilation): Promise<readonly string[]> {
  const all: string[] = [`ledger ${digest(compilation.ledger)}`]
  for (const { path, content, sheets } of compilation.artifacts) {
    // The foot of a workbook says what the inventory's files are to the byte: without it.
    const bytes = path.endsWith('.xlsx') && sheets !== undefined ? await xlsx(sheets()) : await content()
    all.push(`${path} ${digest(unnumbered(path, bytes))}`)
  }
  return all
}

/** The operands of money name lines of files, and those move with the order; nothing else may. */
function unnumbered(path: string, content: string | Uint8Array): string | Uint8Array {
  return /^(money|claims)\/.*json$/.test(path) ? String(content).replace(/"(line|feeLine)": \d+/g, '"$1": 0') : content
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
