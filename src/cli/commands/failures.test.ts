import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { heard, type Heard } from '../heard.fixture.ts'

/** `what-if` and `locate` on the reference network, in this process. */
const root = join(import.meta.dirname, '../../..')

const serat = (...args: string[]): Promise<Heard> => heard({ cwd: root, today: '2026-11-02' }, ...args)

test('what-if: a cut ring changes no service, and takes protection away', async () => {
  const { code, out } = await serat('what-if', '--cut', 'span:sp-selatan-012')
  expect(code).toBe(0)
  expect(out).toContain('The service of every site stays as it was.')
  expect(out).toContain('Protection lost: 4 sites stay in service, but one more failure now takes them out.')
  expect(out).toMatch(/satpol-pp +7 +\d+ +span:sp-pusat-008, .*sp-selatan-/)
  expect(out).toContain('Of 45 sites: 0 isolated, 0 without internet, 0 on backup.')
})

test('what-if: the words of several options fail together, in the language of the reader', async () => {
  const { code, out } = await serat(
    'what-if',
    '--cut',
    'span:sp-selatan-012,sp-selatan-040',
    '--down',
    'ckt-pemda-2-cadangan',
    '--lang',
    'id',
  )
  expect(code).toBe(0)
  expect(out).toMatch(/^Gagal: span:sp-selatan-012, span:sp-selatan-040, circuit:ckt-pemda-2-cadangan/)
  expect(out).toMatch(/kesbangpol +terputus +normal/)
  expect(out).toContain('Dibayar tetapi tidak terpakai: 1 (ckt-pemda-2-cadangan); Rp 4.600.000 sebulan.')
})

test('what-if: JSON names every site, and the ways of those that changed', async () => {
  const { code, out } = await serat('what-if', '--down', 'structure:odf-pemda-2', '--format', 'json')
  expect(code).toBe(0)
  const { failed, sites, cost } = JSON.parse(out) as {
    failed: string[]
    sites: { site: string; state: string; circuits?: string[] }[]
    cost: { on_backup: string[]; monthly_rupiah: number }
  }
  expect(failed).toEqual(['closure:odf-pemda-2'])
  expect(sites).toHaveLength(45)
  expect(sites.find(({ site }) => site === 'pemda-2')).toMatchObject({
    state: 'on-backup',
    circuits: ['ckt-pemda-2-cadangan'],
  })
  expect(cost).toMatchObject({ on_backup: ['pemda-2'], monthly_rupiah: 0 })
})

test('what-if: a state that is broken already is the "before", and what it took is not told again', async () => {
  const { out } = await serat(
    'what-if',
    '--cut',
    'span:sp-selatan-040',
    '--given',
    'route:selatan-1',
    '--format',
    'json',
  )
  const { given, sites, protection } = JSON.parse(out) as {
    given: string[]
    sites: { site: string; state: string; before: string; changed: boolean }[]
    protection: { sites: { site: string }[]; next_failures: { components: string[]; isolated: string[] }[] }
  }
  expect(given).toEqual(['route:selatan-1'])
  expect(sites.filter(({ changed }) => changed).map(({ site, before, state }) => `${site} ${before} ${state}`)).toEqual(
    ['kesbangpol in-service isolated', 'pemda-2 in-service on-backup'],
  )
  expect(protection.sites.map(({ site }) => site)).toEqual(['pemda-2'])
  expect(protection.next_failures[0]).toMatchObject({ isolated: ['pemda-2'] })
  const none = await serat('what-if', '--cut', 'span:sp-selatan-040', '--given', 'span:sp-none')
  expect([none.code, none.out]).toEqual([2, ''])
})

test('what-if: batteries put an outage off', async () => {
  const { out } = await serat('what-if', '--down', 'feeder:KLT-14', '--format', 'json')
  const { sites } = JSON.parse(out) as { sites: { site: string; begins_minutes?: number }[] }
  const begins = new Map(sites.map(({ site, begins_minutes }) => [site, begins_minutes]))
  // Each as long as its own battery: the other way round the ring outlasts it.
  expect([begins.get('dlhk'), begins.get('kesbangpol'), begins.get('kec-wedi')]).toEqual([20, 30, undefined])
})

test('what-if --all lists every component once, the worst first', async () => {
  const { code, out } = await serat('what-if', '--all', '--format', 'json')
  expect(code).toBe(0)
  const rows = JSON.parse(out) as { components: string[]; isolated: string[] }[]
  const names = rows.flatMap(({ components }) => components)
  expect(new Set(names).size).toBe(names.length)
  expect(rows[0]?.isolated).toHaveLength(45)
  expect((await serat('what-if', '--all')).out).toMatch(
    /components change no service when they fail alone, but take protection away; 66 others change nothing/,
  )
})

test('what-if: a name that is none gets a near one; nothing asked, or too much, is misuse', async () => {
  expect(await serat('what-if', '--down', 'router:core-3')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('did you mean router:core-'),
  })
  expect((await serat('what-if')).code).toBe(2)
  expect((await serat('what-if', '--all', '--down', 'core-1')).code).toBe(2)
})

test('locate: one cause for many, with what tells its components apart', async () => {
  const wedi = 'kec-bayat,kec-cawas,kec-wedi,kec-gantiwarno,kec-karanganom,kec-polanharjo,kec-jatinom,kec-wonosari'
  const { code, out } = await serat('locate', '--down', wedi, '--links', 'uplink-1:up')
  expect(code).toBe(0)
  expect(out).toContain('1 fault explains all of it; 1 possibility')
  expect(out).toContain('     handoff:nni-b\n')
  const [exact, near] = out.split('If a state is late or wrong')
  expect(exact).not.toContain('provider:penyedia-b\n')
  expect(near).toContain('against it stands what is seen up: uplink:uplink-1\n')
})

test('locate: spans of one effect are a range, not hundreds of rows', async () => {
  const { out } = await serat('locate', '--links', 'selatan-3:down', '--down', 'selatan-3')
  expect(out).toMatch(/^ {5}span:sp-selatan-\d{3}\.\.sp-selatan-\d{3}$/m)
  expect(out).toContain('OTDR on route selatan-3 from odf-')
  expect(out.split('\n').length).toBeLessThan(30)
})

test('locate: two causes as one choice of each, in JSON', async () => {
  const { code, out } = await serat('locate', '--down', 'kec-bayat', '--down', 'kec-ceper', '--format', 'json')
  expect(code).toBe(0)
  const { faults, explanations } = JSON.parse(out) as {
    faults: number
    explanations: { members: { components: string[] }[] }[]
  }
  expect(faults).toBe(2)
  expect(explanations).toHaveLength(1)
  expect(
    explanations[0]?.members.map(
      ({ components }) => components.includes('circuit:ckt-kec-bayat') || components.includes('circuit:ckt-kec-ceper'),
    ),
  ).toEqual([true, true])
})

test('locate: a reading becomes a point, two bracket it, and a wrong word is named', async () => {
  const one = await serat('locate', '--otdr', 'route=utara-3,from=bpkd,reading=1500,launch=500')
  expect(one).toMatchObject({ code: 0, err: '' })
  expect(one.out).toMatch(/^Cable c-utara-3, in span sp-utara-\d+, between p-utara-\d+ and p-utara-\d+/)
  const json = JSON.parse(
    (
      await serat(
        'locate',
        '--otdr',
        'route=utara-3,from=bpkd,reading=1500,launch=500',
        '--otdr',
        'route=utara-3,from=disdagkopukm,reading=1000',
        '--format',
        'json',
      )
    ).out,
  ) as { otdr: { kind: string } }
  expect(['one-break', 'two-breaks', 'contradiction']).toContain(json.otdr.kind)
  const typed = await serat('locate', '--otdr', 'route=utara-3,from=bpkd,reading=1,5 km,launch=0.5 km')
  expect([typed.code, typed.out]).toEqual([0, one.out])
  for (const strange of ['route=utara-33,from=bpkd', 'route=utara-3,from=kec-bayat'])
    expect(await serat('locate', '--otdr', `${strange},reading=700`)).toMatchObject({ code: 2, out: '' })
  expect(await serat('locate', '--otdr', 'rout=utara-3')).toMatchObject({
    code: 2,
    err: expect.stringContaining('did you mean route?'),
  })
})

test('locate: what cannot be told is misuse, with a near name', async () => {
  expect(await serat('locate', '--down', 'kec-bayyat')).toMatchObject({
    code: 2,
    err: expect.stringContaining('did you mean kec-bayat?'),
  })
  expect(await serat('locate', '--links', 'selatan-3')).toMatchObject({
    code: 2,
    err: expect.stringContaining('ID:up or ID:down'),
  })
  expect(await serat('locate', '--down', 'kec-bayat', '--up', 'kec-bayat')).toMatchObject({ code: 2 })
  expect((await serat('locate')).code).toBe(2)
})

test('locate: seven of eight circuits of a provider: the provider is named, and the one that stands against it', async () => {
  const seven = 'kec-bayat,kec-cawas,kec-gantiwarno,kec-jatinom,kec-karanganom,kec-polanharjo,kec-wedi'
  const { code, out } = await serat('locate', '--down', seven)
  expect(code).toBe(0)
  const [, first] = out.split('\n1. ')
  expect(first).toMatch(/^provider:penyedia-b, handoff:nni-b\n +explains 7 of 7 that are down\n/)
  expect(first).toContain('against it stands what is seen up: router:kec-wonosari\n')
})

test('locate: agencies, their names and references of providers are names too; what a feed does not name is unknown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'serat-locate-'))
  const file = join(folder, 'states.csv')
  writeFileSync(file, 'name,state,seconds\nkec-bayat,down,60\nPB/VPN/26/0220,mati\nkec-wonosari,up,90\n')
  const { code, out } = await serat('locate', '--states', file, '--format', 'json')
  rmSync(folder, { recursive: true })
  expect(code).toBe(0)
  const { observed, ranked } = JSON.parse(out) as { observed: object; ranked: { members: object[] }[] }
  expect(observed).toMatchObject({ down: ['kec-bayat'], up: [] })
  expect(JSON.stringify(ranked[0]?.members)).toContain('provider:penyedia-b')
})
