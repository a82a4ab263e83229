import { explainedBy, type Alarm } from '../../analysis/alarms/alarms.ts'
import { byText } from '../../text/order.ts'

/**
 * So many faults follow one another in one test: each begins a clock of its own, which costs more than the faults do.
 */
const inOneTest = 25
/** Each lasts three minutes, and begins so long after the one before. */
const everyMinutes = 4

/** For `promtool`: each fault with exactly its signs fires its own alert and those that it explains, and no other. */
export function ruleTests(alarms: readonly Alarm[], subjects: ReadonlyMap<Alarm, string>): object {
  const explained = explainedBy(alarms)
  const tests = Array.from({ length: Math.ceil(alarms.length / inOneTest) }, (_, i) =>
    alarms.slice(i * inOneTest, (i + 1) * inOneTest),
  )
  return {
    rule_files: ['../rules/causes.yml'],
    evaluation_interval: '1m',
    tests: tests.map(faults => ({
      interval: '1m',
      input_series: seriesOf(faults),
      promql_expr_test: faults.map((alarm, i) => ({
        expr: 'count(ALERTS{alertstate="firing"}) by (subject)',
        eval_time: `${i * everyMinutes + 3}m`,
        exp_samples: [alarm, ...(explained.get(alarm) ?? [])].map(one => ({
          labels: `{subject="${subjects.get(one)}"}`,
          value: 1,
        })),
      })),
    })),
  }
}

/** By sign, a value a minute: down from the first to the third minute of each fault that shows it. */
function seriesOf(faults: readonly Alarm[]): object[] {
  const shown = new Map<string, number[]>()
  for (const [i, { takes }] of faults.entries())
    for (const sign of takes) {
      const others = shown.get(sign)
      if (others === undefined) shown.set(sign, [i])
      else others.push(i)
    }
  return [...shown].sort(byText(([sign]) => sign)).map(([sign, at]) => ({
    series: `serat_down{sign="${sign}"}`,
    values: [...at.map((i, n) => `0x${everyMinutes * (i - (at[n - 1] ?? -1) - 1)} 1x2`), '0x4'].join(' '),
  }))
}
