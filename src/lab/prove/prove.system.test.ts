import { beforeAll, expect, it } from 'vitest'
import type { Change } from '../../change/change.ts'
import { compare } from '../../change/compare.ts'
import { isRefuted, type Marks } from '../../change/marks.ts'
import { reportOf } from '../../change/report/report.ts'
import { compile, type Compilation } from '../../compile.ts'
import { contoh } from '../../testing/contoh.ts'
import { describeWithPeers } from '../../testing/peers.ts'
import type { Source } from '../../source/source.ts'
import { removeLab } from '../boot/down.ts'
import { proveChange } from './prove.ts'

const today = '2026-11-02'

/** The ring loses its last route: what was a ring is a line, and a failure in it isolates who stands behind. */
const before = contoh()
const after = before.map(source =>
  source.path.endsWith('routes/ring.yaml')
    ? { ...source, text: source.text.slice(0, source.text.indexOf('- route: ring-3')) }
    : source,
)

describeWithPeers('A change proved by packets', ['root', 'network namespaces', 'FRR', 'nftables'], () => {
  const change = compare(compiled(before), compiled(after))

  beforeAll(async () => {
    await removeLab()
  })

  it('sentences of the report are confirmed, but neither a lie of the analysis nor what it keeps silent about', async () => {
    const lied = lying(change)
    const marks = await proved(lied.change)
    expect(marks.failures.size).toBeGreaterThan(3)
    expect(wrongOf(marks.failures)).toEqual([lied.component])
    expect(isRefuted(marks)).toBe(true)
    const found = wrongOf(marks.unchanged)
    expect(found.filter(name => !lied.silentAbout.has(name))).toEqual([])
    expect(found).not.toEqual([])
    expect(marks.unchanged.size).toBeGreaterThan(found.length)
    const [id, en] = (['id', 'en'] as const).map(language =>
      reportOf(lied.change, language, marks).sections.find(({ key }) => key === 'service'),
    )
    expect(id?.rows.map(row => row.at(-1)).filter(text => text?.startsWith('TERBANTAH'))).toHaveLength(1)
    expect(en?.rows.map(row => row.at(-1)).filter(text => text?.startsWith('confirmed'))).not.toEqual([])
    console.log(
      `prove: ${marks.failures.size - 1} failures confirmed on both sides, 1 planted lie refuted; of ${marks.unchanged.size} left out ${found.length} refuted`,
    )
  })
})

function wrongOf(marks: Marks['failures']): string[] {
  return [...marks].filter(([, { isConfirmed }]) => !isConfirmed).map(([name]) => name)
}

function compiled(sources: readonly Source[]): Compilation {
  return compile({ sources, ledger: '', today, asOf: today, entropy: new Uint8Array(16).fill(7) })
}

async function proved(value: Change): Promise<Marks> {
  const input = (sources: readonly Source[]) => ({ sources, ledger: '', folder: 'contoh', hash: 'contoh', today })
  const marks = await proveChange({ before: input(before), after: input(after) }, value, 8, () => undefined)
  if ('cannot' in marks) throw new Error(marks.cannot.en)
  return marks
}

interface Lie {
  readonly change: Change
  readonly component: string
  /** Components whose failure the change makes worse, and of which the report says nothing. */
  readonly silentAbout: ReadonlySet<string>
}

/** The report says of one component of its worst row that nobody is isolated after the change, of three others what is true, and of the rest nothing. */
function lying(value: Change): Lie {
  const { service } = value
  const [worst, ...others] = service?.failures ?? []
  const [component, ...rest] = worst?.components ?? []
  if (service === undefined || worst === undefined || component === undefined)
    throw new Error('the change does nothing')
  const told = [
    { components: [component], before: worst.before, after: [] },
    { ...worst, components: rest.slice(0, 3) },
  ]
  const left = [...rest.slice(3), ...others.flatMap(({ components }) => components)]
  return {
    change: { ...value, service: { ...service, failures: told } },
    component: component.name,
    silentAbout: new Set(left.map(({ name }) => name)),
  }
}
