import type { Change } from '../../change/change.ts'
import type { FileChange, NumberChange, RouterChange, ThingChange } from '../../change/parts.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Place } from '../../source/source.ts'
import type { SiteState } from '../../analysis/graph/state.ts'
import { between, pick, type Random } from '../generate/random.ts'

/** Names of somebody who would like a comment to say something else; more than the model lets through. */
export const hostileTexts: readonly [string, ...string[]] = [
  '</details><h1>merged</h1>',
  '```\n# approved',
  '| a | b |\n| --- | --- |',
  '<!-- serat:diff sites -->',
  '[here](https://example.com) ![x](https://example.com/x.png)',
  '~~~',
  '\u2028```',
  '<script>alert(1)</script>',
  '<details open>',
  '@everyone #12 !34',
  '|||',
  '\\|\\',
  '\u202emerged',
]

/**
 * A change of a network of up to 1,000 sites as a value, the same for the same stream: what a report must be able to
 * say, however much.
 */
export function randomChangeValue(random: Random): Change {
  const scale = pick(random, [3, 30, 300, 1000])
  const site = (): string => (random() < 0.1 ? pick(random, hostileTexts) : `situs-${between(random, 1, 1000)}`)
  const many = <T>(make: () => T, most = scale): T[] =>
    random() < 0.25 ? [] : Array.from({ length: between(random, 0, most) }, make)
  const few = (): string[] => many(site, 8)
  const text = (): string => `${site()} ${'x'.repeat(between(random, 0, 200))}`
  const finding = (): Diagnostic => ({
    code: 'GEO001',
    severity: random() < 0.3 ? 'error' : 'warning',
    message: { id: text(), en: text() },
    at: place(random),
    about: [`site:${site()}`],
  })
  const sides = (): { readonly before: number; readonly after: number } => ({
    before: between(random, 0, 1e9),
    after: between(random, 0, 1e9),
  })
  const amount = (): {
    readonly kind: string
    readonly id: string
    readonly before: number
    readonly after: number
  } => ({
    kind: 'circuit',
    id: site(),
    ...sides(),
  })
  const states: readonly [SiteState, ...SiteState[]] = ['in-service', 'on-backup', 'without-internet', 'isolated']
  const failures = many(() => ({
    components: many(
      () => ({ kind: 'span' as const, id: site(), name: `span:${site()}`, elements: new Int32Array() }),
      40,
    ),
    before: few(),
    after: few(),
  }))
  return {
    cause: 'edit',
    errors: { before: 0, after: random() < 0.3 ? between(random, 1, 50) : 0 },
    gaps:
      random() < 0.1
        ? [
            {
              what: 'not-whole',
              side: pick(random, ['before', 'after'] as const),
              missing: few(),
              first: finding(),
              errors: 3,
            },
          ]
        : [],
    things: many(() => thing(random, site, text)),
    service: {
      sites: sides(),
      components: sides(),
      isolating: sides(),
      isolatingKept: sides(),
      failures,
      gainSecondWay: few(),
      loseSecondWay: few(),
      states: many(() => ({ site: site(), before: pick(random, states), after: pick(random, states) }), 20),
      ringsOpened: many(() => ({ ring: site(), ends: few(), sites: few() }), 5),
      ringsClosed: few(),
    },
    numbers: many(
      (): NumberChange => ({ key: `segment/${site()}/data`, what: 'moved', before: '10.0.0.0/24', after: text() }),
    ),
    money: {
      monthlyRupiah: sides(),
      yearlyRupiah: sides(),
      yearlyRents: sides(),
      bought: many(amount),
      contracts: many(amount, 20),
      budgets: many(() => ({ ...amount(), ceilingRupiah: sides() }), 3),
    },
    findings: {
      appeared: many(finding),
      gone: many(finding),
      waived: many(finding, 20),
      unwaived: many(finding, 20),
      acceptedNew: many(finding, 20),
      accepted: random() < 0.5 ? sides() : undefined,
    },
    routers: many(() => router(random, site(), text)),
    order: {
      steps: many(() => ({
        router: site(),
        what: 'changed' as const,
        losses: few().map(each => ({ site: each, state: 'isolated' as const })),
        onBackup: few(),
        down: few(),
        isReached: { before: true, after: random() < 0.9 },
      })),
      cost: { siteSteps: 0, segmentSteps: 0, unreached: 0 },
      isLeast: true,
    },
    review: { refused: many(finding, 30), accepted: [] },
  }
}

const sources = hostileTexts.map(name => ({ path: `opd/${name}.yaml`, text: 'site: x\n' }))

function place(random: Random): Place {
  return { source: sources[between(random, 0, sources.length - 1)] ?? { path: '', text: '' }, path: ['site'] }
}

function thing(random: Random, site: () => string, text: () => string): ThingChange {
  const kinds: readonly [string, ...string[]] = ['site', 'route', 'circuit', 'span', 'network']
  return {
    kind: pick(random, kinds),
    id: site(),
    what: pick(random, ['added', 'removed', 'edited'] as const),
    at: place(random),
    edits: Array.from({ length: between(random, 0, 9) }, () => ({
      field: 'name',
      before: text(),
      after: random() < 0.2 ? { deep: [text()] } : text(),
      at: place(random),
    })),
  }
}

function router(random: Random, name: string, text: () => string): RouterChange {
  const sentences = (): FileChange['added'] =>
    Array.from({ length: random() < 0.02 ? 2000 : between(random, 0, 12) }, () => ({
      block: `/ip ${text()}`,
      text: text(),
      isOrdered: random() < 0.5,
    }))
  const files = [{ name: '.rsc', removed: sentences(), added: sentences(), moved: [] }]
  return { router: name, what: 'changed', files, before: new Map(), after: new Map() }
}
