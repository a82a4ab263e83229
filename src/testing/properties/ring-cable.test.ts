import { describe, expect, test } from 'vitest'
import { compile, type Compilation } from '../../compile.ts'
import type { Service } from '../../analysis/graph/state.ts'
import { simulate } from '../../analysis/service/simulate.ts'
import type { Plan } from '../../plan/plan.ts'
import { contoh } from '../contoh.ts'
import type { Source } from '../../source/source.ts'

/** The ring of `contoh`, with other cables over the same spans and other cores in its routes. */
function ringWith(cables: string, path: (text: string) => string, more = ''): Compilation {
  const sources = contoh().map(({ path: file, text }): Source => {
    if (file === 'plant/ring.yaml') return { path: file, text: `${text.replace(/cables:\n[\s\S]*$/, cables)}${more}` }
    return { path: file, text: file === 'routes/ring.yaml' ? path(text) : text }
  })
  return compile({ sources, ledger: '', today: '2026-06-01', entropy: Uint8Array.of(1, 2, 3, 4, 5) })
}

const oneCable = 'cables:\n  - { id: c-ring, type: adss-12, spans: [sp-1, sp-2, sp-3, sp-4, sp-5, sp-6] }\n'
const fromUtara =
  'cables:\n  - { id: c-ring, type: adss-12, from: odf-utara, spans: [sp-2, sp-1, sp-6, sp-5, sp-4, sp-3] }\n'
const separate = ringWith(
  contoh()
    .find(({ path }) => path === 'plant/ring.yaml')
    ?.text.match(/cables:\n[\s\S]*$/)?.[0] ?? '',
  text => text,
)

const cores =
  (...of: readonly number[]) =>
  (text: string): string =>
    text.replaceAll(/c-([123])\/1/g, (_, i: string) => `c-ring/${of[Number(i) - 1]}`)

const ways: readonly (readonly [string, Compilation])[] = [
  ['one core, cut at every ODF', ringWith(oneCable, cores(1, 1, 1))],
  ['a pair of cores for each section', ringWith(oneCable, cores(1, 3, 5))],
  ['the cable begins at another office', ringWith(fromUtara, cores(1, 1, 1))],
  [
    'cores that only their own ends cut, each way named',
    ringWith(oneCable, text => cores(1, 3, 5)(text).replace('c-ring/5', 'c-ring/5, t-3, c-ring/5')),
  ],
]

/** Sites by state, after each two of the spans, poles and ODFs have fallen. */
function afterEachTwo({ plan }: Compilation): (readonly [string, readonly (readonly [string, Service])[]])[] {
  const { spans, structures } = (plan as Plan).network
  const parts = [...spans.values(), ...structures.values()].map(
    ({ kind, id }) => `${structureKindOf(id) ?? kind}:${id}`,
  )
  return parts.flatMap(one =>
    parts.map(other => {
      const { sites } = simulate(plan as Plan, new Set([one, other]))
      return [`${one} ${other}`, sites.map(({ element, after }) => [element.site.id, after] as const)] as const
    }),
  )
}

test('two cuts do isolate sites of the ring', () => {
  const states = afterEachTwo(separate).map(([, sites]) => sites.map(([, { state }]) => state))
  expect(states.filter(each => each.includes('isolated')).length).toBeGreaterThan(20)
})

function structureKindOf(id: string): string | undefined {
  return id.startsWith('odf') ? 'closure' : undefined
}

function textOf({ artifacts }: Compilation, path: string): string {
  const found = [...artifacts].find(artifact => artifact.path === path)
  if (found === undefined) throw new Error(`no ${path}`)
  const content = found.content()
  if (typeof content !== 'string') throw new Error(`${path} is no text`)
  return content
}

function portsOf(compilation: Compilation, odf: string): Record<string, string>[] {
  const [head = '', ...rows] = textOf(compilation, `plant/splices/${odf}.csv`).trim().split('\n')
  const keys = head.split(',')
  return rows.map(row => Object.fromEntries(row.split(',').map((value, i) => [keys[i] ?? '', value])))
}

describe.each(ways)('a ring cable opened at its offices is as good as three: %s', (_, ring) => {
  test('no finding', () => {
    expect(ring.diagnostics.map(({ code, message }) => `${code} ${message.en}`)).toEqual([])
  })

  test('what-if: any two cuts of spans, poles or ODFs leave the same sites in the same state', () => {
    expect(afterEachTwo(ring)).toEqual(afterEachTwo(separate))
  })

  test('the sheet of each ODF leads its ports to the same structures', () => {
    for (const odf of ['odf-pusat', 'odf-utara', 'odf-timur'])
      expect(portsOf(ring, odf).map(({ port, route }) => [port, route])).toEqual(
        portsOf(separate, odf).map(({ port, route }) => [port, route]),
      )
    expect(portsOf(ring, 'odf-pusat').map(({ port, towards }) => [port, towards])).toEqual([
      ['1', 't-1'],
      ['2', 't-1'],
      ['3', 't-3'],
      ['4', 't-3'],
    ])
  })

  test('no sheet calls a core uncut that ends there in a port', () => {
    const uncut = textOf(ring, 'plant/splices/odf-utara.md').split('lewat utuh')[1] ?? ''
    expect(uncut).not.toMatch(/ring-[12]/)
  })

  test('the loss report says the same', () => {
    const withoutCables = (text: string): string => text.replaceAll(/c-(ring|[123])\/\d/g, '')
    expect(withoutCables(textOf(ring, 'plant/loss.csv'))).toEqual(withoutCables(textOf(separate, 'plant/loss.csv')))
  })
})
