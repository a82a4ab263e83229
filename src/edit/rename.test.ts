import { describe, expect, test } from 'vitest'
import { kinds, type Kind } from '../model/kind.ts'
import { parseLedger } from '../plan/ledger.ts'
import { pastOf } from '../plan/past.ts'
import { contoh } from '../testing/contoh.ts'
import { readKlaten } from '../testing/klaten/inventory.ts'
import { cases, compiled, errorsOf, linesOnlyIn, numbersOf, random, type Ground } from './edits.fixture.ts'
import { isRefused } from './edited.ts'
import { renamed } from './rename.ts'
import { retired } from './retire.ts'
import { declarationsOf, namingsOf, thingsIn } from './things.ts'

const klaten = readKlaten()
const small = { sources: contoh(), ledger: '', today: '2026-06-15' }
const grounds: Readonly<Record<string, Ground>> = {
  contoh: { ...small, ledger: compiled(small).ledger },
  'the reference network': { sources: klaten.sources, ledger: klaten.ledger, today: '2026-11-02' },
}

describe.each(Object.entries(grounds))('%s', (_, ground) => {
  const things = declarationsOf(thingsIn(ground.sources))
  const before = compiled(ground)
  const had = new Map(ground.sources.map(({ path, text }) => [path, text]))
  const pick = (seed: number): (typeof things)[number] => {
    const draw = random(seed)
    const present = kinds.filter(kind => things.some(each => each.kind === kind))
    const kind = present[draw(present.length)]
    const among = things.filter(each => each.kind === kind)
    const chosen = among[draw(among.length)]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }

  test.each(Array.from({ length: cases }, (_, i) => i))(
    'rename %i: no dangling name, nothing else changes, numbers stay',
    seed => {
      const { kind, id } = pick(seed)
      const outcome = renamed(ground.sources, { kind, from: id, to: 'nama-baru' })
      if (isRefused(outcome))
        return expect(outcome.map(({ en }) => en).join()).toMatch(/is a range|its name cannot change/)
      const after = compiled({ ...ground, sources: outcome.sources })
      expect(errorsOf(after), `${kind} ${id}`).toEqual(errorsOf(before))
      expect(numbersOf(after.ledger), `${kind} ${id}`).toEqual(numbersOf(ground.ledger))
      expect(namingsOf(thingsIn(outcome.sources), [kind], id)).toEqual([])
      for (const { path, text } of outcome.sources) {
        const old = had.get(path) ?? had.get(outcome.removed[0] ?? '') ?? ''
        const changed = linesOnlyIn(text, old).filter(line => !line.includes('nama-baru') && !line.includes(`was: [`))
        expect(changed, `${kind} ${id} ${path}`).toEqual([])
        const gone = linesOnlyIn(old, text).filter(line => !line.includes(id) && !line.includes('was: ['))
        expect(gone, `${kind} ${id} ${path}`).toEqual([])
      }
    },
  )

  test.each(Array.from({ length: cases }, (_, i) => i + 1000))(
    'retire %i: no dangling name, nothing else changes, numbers stay',
    seed => {
      const { kind, id } = pick(seed)
      if (before.network === undefined) throw new Error('the network does not load')
      const outcome = retired(ground.sources, before.network, { kind, id, on: ground.today, today: ground.today })
      if (isRefused(outcome)) return expect(outcome.map(({ en }) => en).join()).toMatch(/range|still|hub/)
      const after = compiled({ ...ground, sources: outcome.sources })
      const codes = errorsOf(after).map(error => error.slice(0, 6))
      // What is bought and what is agreed differ until the addendum is written down: that is the paper which it names.
      expect(
        codes.filter(code => !/^(KTR|PAY)/.test(code)),
        `${kind} ${id}: ${errorsOf(after).join('\n')}`,
      ).toEqual([])
      if (codes.length === 0)
        expect(numbersOf(after.ledger).map(withoutEnd), `${kind} ${id}`).toEqual(
          numbersOf(ground.ledger).map(withoutEnd),
        )
      const texts = outcome.sources.flatMap(({ path, text }) => linesOnlyIn(text, had.get(path) ?? ''))
      expect(
        texts.filter(line => !/retired|until: |tenants: |things: /.test(line)),
        `${kind} ${id}`,
      ).toEqual([])
    },
  )
})

function withoutEnd(value: string): string {
  return value.replace(/^\{ value: (\S+), retired: \S+ \}$/, '$1')
}

const one = (path: string, text: string): { readonly path: string; readonly text: string } => ({ path, text })

test('comments, quotes, order and flow stay; a waiver follows its file', () => {
  const sources = [
    one(
      'tenants/opd.yaml',
      '# first\n- { tenant: a, name: A, kind: dinas } # why\n- tenant: "b" # quoted\n  name: B\n  kind: dinas\n',
    ),
    one(
      'waivers.yaml',
      '- { waiver: w, code: GEO007, under: opd/x.yaml, reason: r, decided_by: d, until: 2026-01-01 }\n',
    ),
    one('opd/x.yaml', 'site: x # here\nwas: [y]\nname: X\ntenants: [a, "b"] # both\n'),
  ]
  const text = (kind: Kind, from: string, to: string): string[] => {
    const outcome = renamed(sources, { kind, from, to })
    return isRefused(outcome)
      ? outcome.map(({ en }) => en)
      : outcome.sources.map(({ path, text }) => `${path}\n${text}`)
  }
  expect(text('tenant', 'a', 'c')[0]).toContain(
    '# first\n- { tenant: c, was: [a], name: A, kind: dinas } # why\n- tenant: "b"',
  )
  expect(text('tenant', 'b', '1e3')[0]).toContain('- tenant: "1e3" # quoted\n  was: [b]\n  name: B')
  expect(text('tenant', 'b', 'd')[2]).toContain('tenants: [a, "d"] # both')
  expect(text('site', 'x', 'z')[2]).toBe('opd/z.yaml\nsite: z # here\nwas: [y, x]\nname: X\ntenants: [a, "b"] # both\n')
  expect(text('site', 'x', 'z')[1]).toContain('under: opd/z.yaml,')
  expect(text('tenant', 'a', 'b')).toEqual([expect.stringContaining('`b` is there already: tenants/opd.yaml:3')])
  expect(text('tenant', 'a', '../b')).toEqual([expect.stringContaining('lower-case letters')])
})

test('a thing that the ledger never knew keeps no earlier name; one that it knows, and a kind that it never has, do', () => {
  const sources = [one('opd/x.yaml', 'site: x\nname: X\n'), one('tenants/t.yaml', 'tenant: x\nname: X\nkind: dinas\n')]
  const text = (kind: Kind, ledger: string): string => {
    const outcome = renamed(sources, { kind, from: 'x', to: 'y', past: pastOf(parseLedger(ledger).value) })
    return isRefused(outcome) ? '' : outcome.sources.map(each => each.text).join('')
  }
  expect(text('site', '')).not.toContain('was')
  expect(text('site', 'format: 1\nrouter/x/as: 4200000001\n')).toContain('was: [x]')
  expect(text('tenant', '')).toContain('was: [x]')
})

test('a rented fibre is a cable and its span: both names go', () => {
  const outcome = renamed(klaten.sources, { kind: 'cable', from: 'df-selatan-4', to: 'df-baru' })
  if (isRefused(outcome)) throw new Error(outcome.map(({ en }) => en).join('\n'))
  const texts = outcome.sources.map(({ text }) => text).join('\n')
  expect(texts.match(/df-selatan-4/g)).toHaveLength(1)
  expect(texts).toContain('was: [df-selatan-4]')
  expect(texts).toContain('path: [odf-kec-klaten-selatan/25, df-baru/1, odf-satpol-pp/1]')
})

test('nothing is renamed while a file that may name it does not parse, and what keeps its name says why', () => {
  const broken = one('circuits/c.yaml', 'circuit: c\nsite: { id: x\n')
  const sources = [one('opd/x.yaml', 'site: x\nname: X\n'), broken]
  const reasons = (kind: Kind, from: string): readonly string[] => {
    const outcome = renamed(sources, { kind, from, to: 'y' })
    return isRefused(outcome) ? outcome.map(({ en }) => en) : []
  }
  expect(reasons('site', 'x')).toEqual([expect.stringMatching(/^circuits\/c\.yaml: .* does not parse yet/)])
  expect(reasons('tenant', 'x')).toEqual(['there is no agency `x`'])
})
