import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heard, type Heard } from '../heard.fixture.ts'

/** The reference network, asked by somebody who has a telephone in the other hand. */

const cwd = join(import.meta.dirname, '../../..')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'serat-call-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const call = (...args: string[]): Promise<Heard> => heard({ cwd, today: '2026-11-02' }, 'call', ...args)

describe('whom to call', () => {
  test.each(['kec-bayat', 'Kecamatan Bayat', 'ckt-kec-bayat', 'PB/VPN/26/0217', 'pb/vpn/26/0217'])(
    '%s is one circuit, with its reference, ladder and minutes left',
    async word => {
      const { code, out } = await call(word, '--minutes', '70')
      expect(code).toBe(0)
      expect(out).toContain('ckt-kec-bayat: call PT Jejaring Merapi Contoh')
      expect(out).toContain('service PB/VPN/26/0217 (50 Mbit/s) to Kecamatan Bayat')
      expect(out).toContain('this site has this way alone')
      expect(out).toMatch(/after 60 minutes: \S.*<- now/)
    },
  )

  test('a provider is all that it carries, a site on fibre nobody, a site with both ways names the other', async () => {
    const { out } = await call('penyedia-b', '--format', 'json')
    const { calls } = JSON.parse(out) as { calls: { provider: string }[] }
    expect(calls.length).toBeGreaterThan(5)
    expect(new Set(calls.map(({ provider }) => provider))).toEqual(new Set(['penyedia-b']))
    expect((await call('dpupr')).out).toMatch(/dpupr: fibre of our own, no provider/)
    expect((await call('bpbd')).out).toContain('utara-4, utara-5')
  })

  test('99 % of the 30 days of November are 432 minutes', async () => {
    const { calls } = JSON.parse((await call('ckt-bpbd-cadangan', '--format', 'json')).out) as {
      calls: { sla: object }[]
    }
    expect(calls[0]?.sla).toMatchObject({ allowed_minutes: 432, used_minutes: 0, left_minutes: 432 })
  })

  test('what tickets have used is not left: the tickets of the month that the contract counts', async () => {
    const { out } = await call('ckt-kec-bayat', '--as-of', '2026-03-20', '--format', 'json')
    const { calls } = JSON.parse(out) as {
      calls: { sla: { allowed_minutes: number; used_minutes: number; left_minutes: number } }[]
    }
    const sla = calls[0]?.sla
    expect(sla?.allowed_minutes).toBeCloseTo(31 * 1440 * 0.015, 6)
    expect(sla?.left_minutes).toBeCloseTo((sla?.allowed_minutes ?? 0) - (sla?.used_minutes ?? 0), 6)
  })
})

describe('telephone numbers', () => {
  test('come from a file outside every repository, and stand beside their step', async () => {
    const file = join(folder, 'phones.yaml')
    writeFileSync(file, 'penyedia-b: { noc: "+62 272 000 001", "2": "+62 272 000 002" }\n')
    const { out } = await call('kec-bayat', '--phones', file)
    expect(out).toMatch(/NOC .*\+62 272 000 001/)
    expect(out).toMatch(/after 60 minutes: .*\+62 272 000 002/)
  })

  test('inside a repository they are refused, and so is a file of another form', async () => {
    const { code, err } = await call('kec-bayat', '--phones', 'package.json')
    expect([code, err]).toEqual([2, expect.stringContaining('inside the Git repository')])
    const file = join(folder, 'wrong.yaml')
    writeFileSync(file, 'penyedia-b: { noc: "; rm -rf /" }\n')
    expect(await call('kec-bayat', '--phones', file)).toMatchObject({
      code: 2,
      err: expect.stringContaining('write a line for each provider') as string,
    })
    expect((await call('kec-bayat', '--phones', join(folder, 'none.yaml'))).code).toBe(2)
  })
})

test('what nobody knows is refused with the name that is near', async () => {
  const { code, err } = await call('kec-bayta')
  expect([code, err]).toEqual([2, expect.stringContaining('did you mean kec-bayat?')])
  expect((await call('kec-bayat', '--minutes', 'satu')).code).toBe(2)
})
