import { describe, expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { opticCatalogue, opticFrom } from '../model/optics.ts'
import { opticFile } from '../model/type-file.ts'
import { planPlant } from '../plan/plant/plan-plant.ts'
import type { LightPlan } from '../plan/plant/light-plan.ts'
import { contoh } from '../testing/contoh.ts'

const half = (own: string, mate: string, [sends, receives]: readonly [number, number]): string => `
- optic: ${own}
  mate: ${mate}
  speed_mbps: 10000
  strands: 1
  transmit_nm: ${sends}
  receive_nm: ${receives}
  transmit_dbm: { min: -1, max: 4 }
  receive_dbm: { sensitivity: -19, overload: -7 }
  budget_db: 18
  penalty_db: 2
  reach_km: 60
  source: a composed data sheet
`
const pair = half('own-60-u', 'own-60-d', [1270, 1330]) + half('own-60-d', 'own-60-u', [1330, 1270])

function outcome(types: string, [a, b] = ['own-60-u', 'own-60-d']): { said: string[]; light: LightPlan | undefined } {
  const sources = contoh().map(({ path, text }) =>
    path === 'routes/ring.yaml'
      ? { path, text: text.replace(/optic: \w+/, `optic: ${a}`).replace(/(b: .*)optic: \w+/, `$1optic: ${b}`) }
      : { path, text },
  )
  const { diagnostics, network } = compile({
    sources: [...sources, { path: 'types/own.yaml', text: types }],
    ledger: '',
    today: '2026-06-15',
    entropy: new Uint8Array(5),
  })
  return {
    said: diagnostics.map(({ code, message, at }) => `${code} ${at.source.path} ${message.en}`),
    light: network && planPlant(network).routes.get('ring-1')?.light,
  }
}

describe('optics that the catalogue lacks', () => {
  test('are used by a route, which is reckoned with their budget, colours and overload', () => {
    const { said, light } = outcome(pair)
    expect(light?.ab).toMatchObject({ nm: 1270, limitDb: 18 - 2 - 3, transmitter: { id: 'own-60-u' } })
    expect(light?.ba.nm).toBe(1330)
    expect(light?.marginDb).toBeCloseTo(13 - Math.max(light?.ab.lossDb ?? 0, light?.ba.lossDb ?? 0), 9)
    expect(light?.ab.overloadDb).toBeCloseTo(4 - (light?.ab.typicalLossDb ?? 0) + 7, 9)
    expect(said).toEqual([
      expect.stringMatching(/^OPT003 routes\/ring.yaml .*own-60-u/),
      expect.stringMatching(/^OPT003 routes\/ring.yaml .*own-60-d/),
    ])
  })

  test('a budget that is too small is told at the route', () => {
    expect(outcome(pair.replaceAll('budget_db: 18', 'budget_db: 6')).said.join('\n')).toMatch(/OPT001.*ring-1/)
  })

  test.each([
    [pair.replace('mate: own-60-d', 'mate: own-60-x'), 'LOD020 types/own.yaml'],
    [pair + half('lr', 'lr', [1310, 1310]), 'LOD024 types/own.yaml the catalogue has the optics class `lr` already'],
    [pair + half('own-60-u', 'own-60-d', [1270, 1330]), 'LOD021 types/own.yaml'],
    [`${pair}  insertion_loss_db: 9\n`, 'LOD013 types/own.yaml'],
    [pair.replace('reach_km: 60', 'reach_km: far'), 'LOD012 types/own.yaml'],
    [pair.replace('strands: 1', 'strands: 3'), 'LOD014 types/own.yaml'],
  ])('%#: a fault of theirs is a finding at their file, and none at the route', (types, words) => {
    const { said } = outcome(types)
    expect(said).toContainEqual(expect.stringContaining(words))
    expect(said.filter(each => each.includes('routes/') && /OPT005|LOD020/.test(each))).toEqual([])
  })

  test('one that nobody knows says where it is declared', () => {
    const { said } = outcome(pair, ['own-60-y', 'own-60-d'])
    expect(said).toEqual([expect.stringContaining('OPT005 routes/ring.yaml')])
  })
})

test.each(opticCatalogue.map(declared => [declared.optic, declared] as const))(
  'the catalogue is written as a file of types/ is: %s',
  (_, declared) => {
    const read = opticFile.parse(declared)
    expect(opticFrom(read)).toEqual(opticFrom(declared))
  },
)
