import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heard, type Heard } from '../heard.fixture.ts'

/** The reference network, asked by somebody who was asleep a minute ago. */

const cwd = join(import.meta.dirname, '../../..')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'serat-night-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const serat = (...args: string[]): Promise<Heard> => heard({ cwd, today: '2026-11-02' }, ...args)

function states(text: string): Promise<Heard> {
  const file = join(folder, 'states.csv')
  writeFileSync(file, text)
  return serat('locate', '--states', file)
}

describe('what is typed', () => {
  test.each(['kec bayat', 'Kec. Bayat', 'KECAMATAN  BAYAT'])('%s is kec-bayat', async typed => {
    const { code, out } = await serat('locate', '--down', typed)
    expect([code, out]).toEqual([0, (await serat('locate', '--down', 'kec-bayat')).out])
  })

  test('a reference that is down does not leave up what hangs on it alone', async () => {
    const { out } = await serat('locate', '--down', 'PB/VPN/26/0217')
    expect(out).toContain('0 routers down, 46 up; 1 link known')
    expect(out).toContain('circuit:ckt-kec-bayat\n')
    expect(out).not.toContain('against it')
  })

  test('the hub alone leaves nobody up whom it asks; one that is said to be up is contradicted in words', async () => {
    expect((await serat('locate', '--down', 'pemkab')).out).toContain('1 router down, 0 up')
    const { out } = await serat('locate', '--down', 'pemkab', '--up', 'kec-bayat')
    expect(out).toContain('Routers are asked from the hub, pemkab: with that down none can answer.')
  })

  test.each([
    ['penyedia-b', 'provider:penyedia-b is a cause, not something that is seen'],
    ['Kecamatan', 'did you mean Kecamatan Bayat, Kecamatan Cawas'],
    ['Bagian Hukum', 'did you mean Bagian Hukum Setda?'],
  ])('%s is asked about', async (typed, question) => {
    expect(await serat('locate', '--down', typed)).toMatchObject({ code: 2, err: expect.stringContaining(question) })
  })

  test('all of a range is down', async () => {
    const { out } = await serat('locate', '--down', 'selatan-2..selatan-3', '--format', 'json')
    expect((JSON.parse(out) as { observed: { links: object[] } }).observed.links).toHaveLength(2)
  })

  test('a route is not up and down', async () => {
    expect((await serat('locate', '--links', 'pusat-a:up,pusat-a:down')).code).toBe(2)
  })
})

describe('what an instrument showed', () => {
  test('ids in capitals are the same, a wrong one is asked about', async () => {
    const typed = await serat('locate', '--otdr', 'route=UTARA-3,from=BPKD,reading=700,5')
    const { out } = await serat('locate', '--otdr', 'route=utara-3,from=bpkd,reading=700.5')
    expect([typed.code, typed.out]).toEqual([0, out])
    for (const [line, near] of [
      ['route=utra-3', 'utara-3'],
      ['cable=c-utra-3,core=20', 'c-utara-3'],
    ])
      expect(await serat('locate', '--otdr', `${line},from=a,reading=700`)).toMatchObject({
        code: 2,
        err: expect.stringContaining(`did you mean ${near}?`),
      })
  })
})

describe('what a monitor writes', () => {
  test.each(['', '# begun 22:00\n', 'name,state\nkec-bayat,stale\n'])('nothing known is no "all well"', async text => {
    expect(await states(text)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('nothing is known') })
  })

  test('things of others are passed over, and said', async () => {
    const { code, out, err } = await states('printer-3,down,40\nkec-bayat,down,30\nkec-cawas,up,2')
    expect(code).toBe(0)
    expect(err).toContain('this network has no such thing in service: printer-3')
    expect(out).toContain('1 router down, 1 up')
  })

  test('whoever takes a state for unknown is believed', async () => {
    const file = join(folder, 'feed.csv')
    writeFileSync(file, 'kec-bayat,down,30\nkec-cawas,up,2')
    const { out } = await serat('locate', '--states', file, '--unknown', 'kec-bayat')
    expect(out).toContain('0 routers down, 1 up')
  })
})

describe('who is called', () => {
  test('words of one name are enough, words of several are asked about', async () => {
    expect((await serat('call', 'Bagian Hukum')).out).toContain('pemkab: fibre of our own')
    expect((await serat('call', 'kec. bayat')).out).toContain('PB/VPN/26/0217')
    expect(await serat('call', 'Kecamatan')).toMatchObject({
      code: 2,
      err: expect.stringContaining('did you mean Kecamatan Bayat, Kecamatan Cawas'),
    })
  })
})
