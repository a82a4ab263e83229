import { explainedBy, type Alarm } from '../../analysis/alarms/alarms.ts'

/** For `promtool`: each fault with exactly its signs fires its own alert and those that it explains, and no other. */
export function ruleTests(alarms: readonly Alarm[], subjects: ReadonlyMap<Alarm, string>): object {
  const explained = explainedBy(alarms)
  return {
    rule_files: ['../rules/causes.yml'],
    evaluation_interval: '30s',
    tests: alarms.map(alarm => ({
      interval: '30s',
      input_series: alarm.takes.map(sign => ({ series: `serat_down{sign="${sign}"}`, values: '0 1x10' })),
      promql_expr_test: [
        {
          expr: 'count(ALERTS{alertstate="firing"}) by (subject)',
          eval_time: '4m',
          exp_samples: [alarm, ...(explained.get(alarm) ?? [])].map(one => ({
            labels: `{subject="${subjects.get(one)}"}`,
            value: 1,
          })),
        },
      ],
    })),
  }
}
