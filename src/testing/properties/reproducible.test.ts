import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, type CompileInput } from '../../compile.ts'
import { randomFrom } from '../generate/random.ts'
import type { Source } from '../../source/source.ts'
import { reordered, shuffleBy } from '../inventory/reorder.ts'
import { sourcesOf } from '../inventory/sources-of.ts'
import { entropy } from './build.ts'
import { worldOf, worldShapes } from './world.ts'
import { withoutFoot } from '../without-foot.ts'

const runs = Math.ceil(Number(process.env['SERAT_PROPERTY_RUNS'] ?? 100) / 20)

/** Every byte of every artifact, and the ledger. */
async function everything(
  sources: readonly Source[],
  given: Partial<CompileInput> = {},
): Promise<ReadonlyMap<string, string>> {
  const { diagnostics, artifacts, ledger } = compile({
    sources,
    ledger: '',
    today: '2026-06-02',
    entropy,
    ...given,
  })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const bytes = new Map([['the ledger', ledger]])
  for (const { path, content } of artifacts) {
    const written = Buffer.from((await content()) as string | Uint8Array)
    bytes.set(path, path.endsWith('.xlsx') ? withoutFoot(written) : written.toString('base64'))
  }
  return bytes
}

/**
 * The page says at which line a finding stands, and money where its operands do: in another order they stand at
 * another.
 */
function withoutLines(artifacts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const page = Buffer.from(artifacts.get('index.html') ?? '', 'base64')
    .toString()
    .replace(/\.yaml:\d+/g, '.yaml')
  // Findings are sorted by place, so their order follows the lines.
  const operands = [...artifacts].flatMap(([path, bytes]): [string, string][] =>
    /^money\/.*\.json$/.test(path)
      ? [
          [
            path,
            Buffer.from(bytes, 'base64')
              .toString()
              .replace(/"line": \d+/g, ''),
          ],
        ]
      : [],
  )
  return new Map([...artifacts, ['index.html', page.split('>').sort().join('>')], ...operands])
}

function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(path => a.get(path) !== b.get(path))
}

describe('all artifacts and the ledger are the same bytes', () => {
  it('when files, lists and maps stand in another order', async () => {
    await fc.assert(
      fc.asyncProperty(worldShapes, async shape => {
        const world = worldOf(shape)
        const shuffle = shuffleBy(randomFrom(shape.seed))
        const [first, filesMoved, allMoved] = [
          await everything(sourcesOf(world)),
          await everything(shuffle(sourcesOf(world))),
          await everything(shuffle(sourcesOf(reordered(world, shuffle)))),
        ]
        expect(differing(first, filesMoved)).toEqual([])
        expect(differing(withoutLines(first), withoutLines(allMoved))).toEqual([])
      }),
      { numRuns: runs, seed: 20_260_603 },
    )
  }, 600_000)

  it('on another day, but for the page, workbooks, the money, the registers and the maps, which say the day', async () => {
    await fc.assert(
      fc.asyncProperty(worldShapes, async shape => {
        const {
          network: { asOf: _, ...network },
          ...rest
        } = worldOf(shape)
        const sources = sourcesOf({ ...rest, network })
        const first = await everything(sources, { today: '2026-02-03' })
        const later = await everything(sources, { today: '2026-07-04', ledger: first.get('the ledger') ?? '' })
        const saysTheDay =
          /^(index[.]html$|.*[.]xlsx$|money\/|registers\/|topology\/topology[.](geojson|kml)$|plant\/layers\/)/
        expect(differing(first, later).filter(path => !saysTheDay.test(path))).toEqual([])
      }),
      { numRuns: runs, seed: 20_260_604 },
    )
  }, 600_000)

  it('when a build is repeated on its own ledger', async () => {
    await fc.assert(
      fc.asyncProperty(worldShapes, async shape => {
        const sources = sourcesOf(worldOf(shape))
        const first = await everything(sources)
        expect(
          differing(
            first,
            await everything(sources, { ledger: first.get('the ledger') ?? '', entropy: new Uint8Array(8) }),
          ),
        ).toEqual([])
      }),
      { numRuns: runs, seed: 20_260_605 },
    )
  }, 600_000)
})
