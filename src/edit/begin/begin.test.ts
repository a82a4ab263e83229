import { describe, expect, test } from 'vitest'
import { compile } from '../../compile.ts'
import { answersOf, type Answers, type Wish } from './answers.ts'
import { firstInventory } from './inventory.ts'
import { joined, packageWith, repositoryFiles } from './repository.ts'

function answered(wish: Partial<Wish>, today: string): Answers {
  const answers = answersOf({ name: 'Kabupaten Coba', ...wish }, today)
  if ('network' in answers) return answers
  throw new Error(answers.map(({ en }) => en).join('\n'))
}

function findingsOf(wish: Partial<Wish>, today: string): string[] {
  const sources = firstInventory(answered(wish, today))
  const { diagnostics } = compile({ sources, ledger: '', today, entropy: new Uint8Array(5) })
  return diagnostics.map(({ code, message }) => `${code} ${message.en}`)
}

describe('a new network has no finding', () => {
  const months = Array.from({ length: 12 }, (_, i) => `2027-${String(i + 1).padStart(2, '0')}`)
  const days = months.flatMap(month => [`${month}-01`, `${month}-28`])
  test.each([...days, '2026-12-31', '2028-02-29'])('begun on %s', today => {
    expect(findingsOf({ cores: today.endsWith('01') ? '1' : '2' }, today)).toEqual([])
  })

  test.each([
    { at: '-8.9,125.6', radiusKm: '1' },
    { at: '5.88,95.32', radiusKm: '60', cores: '1' },
    { at: '0,100', kecamatan: '33.10.99' },
    { v4: '172.16.0.0/12' },
    { v4: '10.0.0.0/8', hub: 'kantor-bupati' },
    { v4: '192.168.0.0/16', network: 'x' },
    { name: "Kota O'Brien (baru)", network: 'kota' },
  ])('%o', wish => {
    expect(findingsOf(wish, '2026-11-28')).toEqual([])
  })
})

test('everything that does not fit is said at once, by its option', () => {
  const wish: Wish = {
    name: 'a\nbanner: x',
    network: '../x',
    hub: 'core-1',
    at: 'utara',
    kecamatan: '3310',
    radiusKm: '-1',
    v4: '10.1.0.0/12',
    cores: '3',
  }
  const faults = answersOf(wish, '2026-11-28')
  const said = 'network' in faults ? [] : faults.map(({ en }) => en.split(' ')[0])
  expect(said).toEqual(['--name', '--id', '--hub', '--at', '--kecamatan', '--radius-km', '--v4', '--cores'])
})

test('the files around it name the network, and pin every action by its hash', () => {
  const files = repositoryFiles({ network: 'coba', name: 'Kabupaten Coba' })
  expect(files.map(({ path }) => path)).toContain('stacks/Pulumi.coba.yaml')
  const workflow = files.find(({ path }) => path.endsWith('serat.yml'))?.text ?? ''
  const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(match => match[1] ?? '')
  expect(actions.length).toBe(4)
  expect(actions.filter(action => !/@[0-9a-f]{40}$/.test(action))).toEqual([])
})

test('what stands in a package.json and a .gitignore stays', () => {
  const text = packageWith({
    name: 'x',
    type: 'commonjs',
    scripts: { check: 'mine' },
    dependencies: { serat: 'file:x' },
  })
  expect(JSON.parse(text)).toEqual({
    private: true,
    type: 'commonjs',
    name: 'x',
    scripts: expect.objectContaining({ check: 'mine', build: 'serat build' }),
    dependencies: { serat: 'file:x' },
  })
  expect(joined('a\r\nout/', 'out/\nb\n')).toBe('a\r\nout/\nb\n')
})
