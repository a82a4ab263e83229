import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { afterAll, expect, it } from 'vitest'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import { describeWithPeers } from '../../testing/peers.ts'
import { allowanceRules } from './allowance-rules.ts'

const id = 'ckt-dishub-cadangan'
/** Clocks of promtool begin in January 1970, which no contract covers. */
const periodGuard = / and on\(\) \(vector\(time\(\)\) >= \d+ < \d+\)/

interface Rules {
  readonly groups: readonly { readonly rules: readonly Rule[] }[]
}

interface Rule {
  readonly record?: string
  readonly expr: string
  readonly labels?: { readonly circuit?: string }
}

describeWithPeers('Minutes of outage that a contract allows', ['Prometheus'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'serat-allowance-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const [group] = (allowanceRules(klaten()) as Rules).groups
  if (group === undefined) throw new Error('the reference network has no contract')
  const rules = group.rules
    .filter(({ labels }) => (labels?.circuit ?? id) === id)
    .map(rule => ({ ...rule, expr: rule.expr.replace(periodGuard, '') }))

  /** What promtool says of these states of both tunnels, a minute each. */
  function says(
    used: readonly Rule[],
    values: string,
    ...asked: readonly (readonly [string, string, number?])[]
  ): string {
    writeFileSync(join(folder, 'rules.yml'), stringify({ groups: [{ ...group, rules: used }] }))
    const test = {
      interval: '1m',
      input_series: ['core-1', 'core-2'].map(core => ({ series: `serat_down{sign="tunnel:${id}/${core}"}`, values })),
      promql_expr_test: asked.map(([expr, eval_time, value]) => ({
        expr,
        eval_time,
        exp_samples: value === undefined ? [] : [{ labels: '{}', value }],
      })),
    }
    writeFileSync(
      join(folder, 'test.yml'),
      stringify({ rule_files: ['rules.yml'], evaluation_interval: '1m', tests: [test] }),
    )
    return execFileSync('promtool', ['test', 'rules', join(folder, 'test.yml')], { encoding: 'utf8' })
  }

  const used = 'sum(serat_contract_used_minutes)'
  const firing = (alert: string): string => `sum(ALERTS{alertname="${alert}",alertstate="firing"})`

  it('an event shorter than the contract counts is none; near the end of 99 % of a month an alert says how much is left', () => {
    // Down for four minutes, then for 460: of 31 days 446.4 are allowed.
    expect(
      says(
        rules,
        '0x9 1x3 0x10 1x459 0x60',
        [used, '20m', 0],
        [used, '100m', 71],
        [firing('AllowanceNearlyUsed'), '380m'],
        [firing('AllowanceNearlyUsed'), '400m', 1],
        ['round(sum(serat_contract_left_minutes), 0.1)', '400m', 75.4],
        [firing('AllowanceUsed'), '400m'],
        [used, '530m', 460],
        [firing('AllowanceUsed'), '530m', 1],
        [firing('AllowanceNearlyUsed'), '530m'],
      ),
    ).toContain('SUCCESS')
  })

  it('a month begins anew at midnight of the network', () => {
    // Midnight of its own clock comes after two hours: what was down before it belongs to the month before.
    const january = 31 * 86_400
    const shifted = rules.map(rule => ({
      ...rule,
      expr: rule.expr.replaceAll('time() + 25200', `time() + ${january - 7200}`),
    }))
    expect(says(shifted, '0x59 1x119 0x60', [used, '119m', 55], [used, '200m', 65])).toContain('SUCCESS')
  })

  it('one tunnel of two is no outage', () => {
    const half = rules.map(rule => ({ ...rule, expr: rule.expr.replace('core-2', 'core-9') }))
    expect(says(half, '1x100', [used, '60m', 0])).toContain('SUCCESS')
  })

  it('planned work that takes the circuit is left out where its contract excludes it', () => {
    const all = (allowanceRules(klaten()) as Rules).groups[0]?.rules ?? []
    const planned = all.filter(({ record, expr }) => record === 'serat_contract_down' && expr.includes(' unless '))
    expect(planned.map(({ labels }) => labels?.circuit)).toContain('ckt-kec-bayat')
    expect(planned.map(({ labels }) => labels?.circuit)).not.toContain(id)
  })
})
