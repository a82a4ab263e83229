import { expect, test } from 'vitest'
import { platforms } from '../../compile.ts'
import { optics } from '../../model/optics.ts'
import type { Source } from '../../source/source.ts'
import { readKlaten } from '../../testing/klaten/inventory.ts'
import { answersOf } from '../begin/answers.ts'
import { firstInventory } from '../begin/inventory.ts'
import { cases, compiled, errorsOf, random, type Ground } from '../edits.fixture.ts'
import { isRefused } from '../edited.ts'
import { newKinds } from './new.ts'
import { get, isMarked, lit, portsOf, strandsOf, things } from './search.fixture.ts'
import type { NewWish } from './wish.ts'

type NewKind = keyof typeof newKinds
const kinds: readonly NewKind[] = ['site', 'leased-site', 'circuit', 'backup', 'route', 'contract', 'addendum', 'run']
const today = '2026-03-02'

/** A network that grows by random calls, or the reference network. */
function beginning(draw: (below: number) => number): Ground {
  if (draw(6) === 0) {
    const { sources, ledger } = readKlaten()
    return { sources, ledger, today: '2026-11-02' }
  }
  const cores = draw(2) === 0 ? '1' : '2'
  const answers = answersOf({ name: 'Kabupaten Acak', cores, at: `-7.${10 + draw(80)},110.${10 + draw(80)}` }, today)
  if (!('network' in answers)) throw new Error('no answers')
  const sources = firstInventory(answers)
  return { sources, ledger: compiled({ sources, ledger: '', today }).ledger, today }
}

function wishFor(kind: NewKind, ground: Ground, i: number, draw: (below: number) => number): NewWish {
  const { sources } = ground
  const pick = (names: readonly string[]): string => names[draw(names.length)] ?? 'none'
  const sites = things(sources, 'opd/').map(site => String(site['site']))
  const roomy = [...sites.filter(site => site.startsWith('baru')), ...sites].slice(0, 3)
  const hub = things(sources, 'opd/').find(site => site['class'] === 'hub')
  const providers = things(sources, 'providers/').map(each => String(each['provider']))
  const far = kind === 'leased-site' ? 0.3 : 0.01 + draw(60) / 1000
  const waiting = things(sources, 'circuits/').filter(
    each => each['contract'] === undefined && each['circuit'] !== undefined,
  )
  const structures = things(sources, 'plant/').flatMap(plant =>
    ((plant['structures'] as unknown[] | undefined) ?? []).map(each => String(get(each, 'id'))),
  )
  const contracts = things(sources, 'providers/').flatMap(each =>
    ((each['contracts'] as unknown[] | undefined) ?? []).map(one => String(get(one, 'contract'))),
  )
  return {
    id: kind === 'addendum' ? pick(contracts) : `baru-${i}`,
    name: `Baru ${i}`,
    at: `${Number(get(hub, 'location', 'lat')) + far},${Number(get(hub, 'location', 'lon')) + far / 2}`,
    kecamatan: String(hub?.['kecamatan']),
    tenants: [`opd-baru-${i}`],
    segments: draw(2) === 0 ? [] : [`data=${5 + draw(60)}`],
    asset: `KIB-BARU-${i}`,
    a: kind === 'run' ? pick(structures) : pick(Object.keys((hub?.['cores'] as object | undefined) ?? {})),
    b: kind === 'run' ? pick(structures) : pick(roomy),
    site: pick(sites),
    provider: kind === 'contract' ? String(waiting[0]?.['provider'] ?? 'none') : pick(providers),
    mbps: String(10 + draw(50)),
    monthly: String(1_000_000 + draw(1_000_000)),
    number: kind === 'addendum' ? `ADD/${i}/2026` : kind === 'contract' ? `SP/${i}/2026` : undefined,
    budget: kind === 'contract' ? String(get(things(sources, 'network.yaml')[0], 'budgets', '0', 'budget')) : undefined,
    circuits: waiting
      .slice(0, kind === 'addendum' ? draw(2) : 1 + draw(2))
      .filter(each => each['provider'] === waiting[0]?.['provider'])
      .map(each => String(each['circuit'])),
    from:
      kind === 'addendum'
        ? `2026-${11 + draw(2)}-${10 + draw(18)}`
        : kind === 'contract'
          ? `${ground.today.slice(0, 7)}-01`
          : undefined,
    to: kind === 'contract' ? '2026-12-31' : undefined,
    today: ground.today,
  }
}

/** What was chosen is what a search of all files finds. */
function expectChoice(before: readonly Source[], after: readonly Source[]): void {
  const paths = new Set(before.map(({ path }) => path))
  const fresh = after.filter(({ path }) => !paths.has(path))
  for (const circuit of things(fresh, 'circuits/')) {
    const router = String(get(circuit, 'site', 'id'))
    const { model, used } = portsOf(
      after.filter(({ path }) => !path.startsWith('circuits/') || paths.has(path)),
      router,
    )
    const firstFree = model.ports.find(({ name, medium }) => medium === 'copper' && !used.has(name))
    expect(get(circuit, 'site', 'port')).toBe(firstFree?.name)
    const handoff = get(circuit, 'hub', 'handoff')
    const taken = things(before, 'circuits/').flatMap(each => {
      const changes = (each['changes'] as unknown[] | undefined) ?? []
      return [each, ...changes]
        .filter(one => get(one, 'hub', 'handoff') === handoff)
        .map(one => Number(get(one, 'hub', 'vlan')))
    })
    expect(get(circuit, 'hub', 'vlan')).toBe(Math.max(1000, ...taken) + 1)
  }
  for (const route of things(fresh, 'routes/')) {
    const rest = after.filter(({ path }) => !path.startsWith('routes/') || paths.has(path))
    for (const end of ['a', 'b']) {
      const { model, used } = portsOf(rest, String(get(route, end, 'router')))
      const speed = route['speed_mbps']
      const wantsLight = route['path'] !== undefined
      const mine = model.ports.find(({ name }) => name === get(route, end, 'port'))
      const free = model.ports.find(
        each =>
          !used.has(each.name) &&
          each.speedMbps === speed &&
          (!wantsLight || each.medium !== 'copper') &&
          each.medium === mine?.medium,
      )
      expect(mine?.name).toBe(free?.name)
    }
    for (const step of (route['path'] as string[] | undefined) ?? []) {
      const [name = '', number] = step.split('/')
      const used = lit(rest, name)
      const strands = strandsOf(route)
      let first = 1
      while (used.has(first) || (strands === 2 && used.has(first + 1)) || isMarked(rest, name, first, strands))
        first += strands
      expect(Number(number), step).toBe(first)
    }
    expectOptic(route, after)
  }
}

/** No class of the same speed with a shorter reach passes the rules. */
function expectOptic(route: Record<string, unknown>, after: readonly Source[]): void {
  const chosen = optics.get(String(get(route, 'a', 'optic')))
  if (chosen === undefined) return
  const shorter = [...optics.values()].filter(
    each =>
      each.speedMbps === chosen.speedMbps &&
      each.reachKm < chosen.reachKm &&
      each.limit.kind !== 'datasheet' &&
      !each.id.endsWith('-d'),
  )
  for (const optic of shorter) {
    const tried = after.map(({ path, text }) => ({
      path,
      text:
        path === `routes/${route['route']}.yaml`
          ? text
              .replace(`optic: ${chosen.id}`, `optic: ${optic.id}`)
              .replace(`optic: ${chosen.mate}`, `optic: ${optic.mate}`)
          : text,
    }))
    const { diagnostics } = compiled({ sources: tried, ledger: '', today })
    const said = diagnostics.filter(
      ({ code, message }) => code.startsWith('OPT') && message.en.includes(String(route['route'])),
    )
    expect(said.length, `${optic.id} would do for ${String(route['route'])}`).toBeGreaterThan(0)
  }
}

const settled = new Map<string, number>()

test.each(Array.from({ length: Math.ceil(cases / 6) }, (_, i) => i))(
  'six random calls on network %i: clean or a refusal, first free, nothing else changes',
  seed => {
    const draw = random(seed + 77)
    let ground = beginning(draw)
    const order: readonly NewKind[] = [draw(2) === 0 ? 'circuit' : 'leased-site', 'site', 'route']
    for (let i = 0; i < 6; i++) {
      const kind = order[i] ?? kinds[draw(kinds.length)] ?? 'site'
      const making = { sources: ground.sources, network: networkOf(ground), wish: wishFor(kind, ground, i, draw) }
      const outcome = newKinds[kind](making, platforms)
      settled.set(kind, (settled.get(kind) ?? 0) + (isRefused(outcome) ? 0 : 1))
      if (isRefused(outcome)) {
        expect(outcome.length).toBeGreaterThan(0)
        continue
      }
      const [before, after] = [compiled(ground), compiled({ ...ground, sources: outcome.sources })]
      // A budget that is too small for a contract is said, and nothing is written.
      if (['contract', 'addendum'].includes(kind) && errorsOf(after).some(error => error.startsWith('KTR'))) continue
      expect(newFindings(before, after), `${kind} ${JSON.stringify(making.wish)}`).toEqual([])
      expectChoice(ground.sources, outcome.sources)
      const had = new Map(ground.sources.map(({ path, text }) => [path, text]))
      const changed = outcome.sources.filter(({ path, text }) => had.has(path) && had.get(path) !== text)
      expect(
        changed.filter(
          ({ path }) => !['contract', 'addendum'].includes(kind) || !/^(providers|circuits|opd)\//.test(path),
        ),
      ).toEqual([])
      for (const { path, text } of changed) expect(lacks(text, had.get(path) ?? ''), path).toEqual([])
      expectNeighbours(kind, before, after)
      ground = { ...ground, sources: outcome.sources, ledger: after.ledger }
    }
  },
)

test('every kind was written at least once', () => {
  // A primary circuit alone has no site here that waits for one.
  const never = [...settled].filter(([kind, count]) => count === 0 && kind !== 'circuit')
  expect(never).toEqual([])
})

function networkOf(ground: Ground): NonNullable<ReturnType<typeof compiled>['network']> {
  const { network } = compiled(ground)
  if (network === undefined) throw new Error('the network does not load')
  return network
}

function newFindings(before: ReturnType<typeof compiled>, after: ReturnType<typeof compiled>): string[] {
  const said = ({ diagnostics }: ReturnType<typeof compiled>): string[] =>
    diagnostics.map(({ code, message }) => `${code} ${message.en}`)
  const known = new Set(said(before))
  // Which kecamatan a random point lies in is the caller's word (GEO004). A contract that ends this year is mentioned
  // in its last months, and asks for evidence of months that are over: both are right.
  return said(after).filter(each => !known.has(each) && !/^(KTR003|BYR|GGN|GEO004)/.test(each))
}

/** Lines of the old text that the new one lost, but for what a contract sets. */
function lacks(text: string, old: string): string[] {
  const lines = new Set(text.split('\n'))
  return old.split('\n').filter(line => !lines.has(line) && !/^\s*(status: planned|period: )/.test(line))
}

/** Configurations of routers that the new thing does not touch are the same. */
function expectNeighbours(
  kind: NewKind,
  before: ReturnType<typeof compiled>,
  after: ReturnType<typeof compiled>,
): void {
  const texts = (each: ReturnType<typeof compiled>): Map<string, string> =>
    new Map([...each.drafts(each.network?.routers.keys() ?? [])].map(({ path, content }) => [path, String(content())]))
  const [old, now] = [texts(before), texts(after)]
  const changed = [...old].filter(([path, text]) => now.get(path) !== text).map(([path]) => path.split('/')[1] ?? '')
  const cores = [...(after.network?.routers.values() ?? [])].filter(({ role }) => role === 'core').map(({ id }) => id)
  const most = {
    site: 1,
    'leased-site': 0,
    circuit: 0,
    backup: 0,
    route: 2,
    run: 0,
    contract: cores.length + 4,
    addendum: cores.length + 4,
  }[kind]
  expect(new Set(changed).size, `${kind}: ${changed.join(', ')}`).toBeLessThanOrEqual(most)
}
