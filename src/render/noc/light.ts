import { addressText } from '../../model/ip.ts'
import type { ReceivePowerTable } from '../../model/platform.ts'
import type { Plan } from '../../plan/plan.ts'
import { byText } from '../../text/order.ts'

/** A port that receives light over a route, and how much of it the plant lets through. */
export interface WatchedLight {
  /** `light:ROUTE:ROUTER`. */
  readonly subject: string
  readonly route: string
  readonly router: string
  readonly platform: string
  readonly table: ReceivePowerTable
  readonly address: string
  readonly port: string
  /** dBm: the middle of what the far transmitter sends, less the typical loss of the route. */
  readonly expectedDbm: number
}

/**
 * Every lit end whose power can be foretold (its far optic's powers are known) and asked for (its platform has a table
 * for it).
 */
export function watchedLight({ links, plant, routers }: Plan): WatchedLight[] {
  return [...links.values()]
    .filter(({ active }) => active)
    .flatMap(({ route, a, b }) => {
      const light = plant.routes.get(route.id)?.light
      return [
        { end: a, received: light?.ba.received },
        { end: b, received: light?.ab.received },
      ].flatMap(({ end: { router, port }, received }): WatchedLight[] => {
        const table = router.platform.monitoring?.receivePower
        const loopback = routers.get(router.id)?.loopbackV4
        if (received === undefined || table === undefined || loopback === undefined) return []
        return [
          {
            subject: `light:${route.id}:${router.id}`,
            route: route.id,
            router: router.id,
            platform: router.platform.id,
            table,
            address: addressText(loopback),
            port,
            expectedDbm: received.typicalDbm,
          },
        ]
      })
    })
    .sort(byText(({ subject }) => subject))
}

/**
 * A bad bend or a wet closure costs this much before it costs the link: less is within what splices and connectors
 * differ by.
 */
const lowByDb = 2
const waits = '5m'

/** `serat_receive_dbm` beside `serat_receive_expected_dbm`, and an alert where the first lies 2 dB under the second. */
export function lightRules(lights: readonly WatchedLight[]): object {
  const labels = ({ route, router }: WatchedLight): object => ({ route, router })
  return {
    groups: [
      {
        name: 'serat-light',
        rules: [
          ...lights.map(one => ({
            record: 'serat_receive_dbm',
            expr: `max(seratReceivePower{instance="${one.address}",portName="${one.port}"}) / ${one.table.perDbm}`,
            labels: labels(one),
          })),
          ...lights.map(one => ({
            record: 'serat_receive_expected_dbm',
            expr: `vector(${one.expectedDbm.toFixed(2)})`,
            labels: labels(one),
          })),
          lowAlert,
        ],
      },
    ],
  }
}

const lowAlert = {
  alert: 'ReceivePowerLow',
  expr: `serat_receive_expected_dbm - on(route, router) serat_receive_dbm >= ${lowByDb}`,
  for: waits,
  labels: { severity: 'warning', subject: 'light:{{ $labels.route }}:{{ $labels.router }}' },
  annotations: {
    summary:
      'Rute {{ $labels.route }}: daya terima di {{ $labels.router }} {{ $value | printf "%.1f" }} dB di bawah ' +
      'yang diperkirakan dari kabelnya',
    summary_en:
      'Route {{ $labels.route }}: {{ $labels.router }} receives {{ $value | printf "%.1f" }} dB less than its cables foretell',
    locate: 'serat show loss',
  },
}

/** For `promtool`: 1.9 dB under the expected power is silence, 2.1 dB is an alert of that end and no other. */
export function lightTests(lights: readonly WatchedLight[]): object {
  const evaluated = { eval_time: '8m', alertname: 'ReceivePowerLow' }
  return {
    rule_files: ['../rules/light.yml'],
    evaluation_interval: '30s',
    tests: lights.flatMap(one => [
      { ...seriesOf(one, 1.9), promql_expr_test: firing([]), alert_rule_test: [{ ...evaluated, exp_alerts: [] }] },
      { ...seriesOf(one, 2.1), promql_expr_test: firing([one]) },
    ]),
  }
}

/** A reading so far under what is expected; the rule has hundredths of a dB, the reading whole units of its table. */
function seriesOf({ address, port, table, expectedDbm }: WatchedLight, underDb: number): object {
  const reading = Math.round((Number(expectedDbm.toFixed(2)) - underDb) * table.perDbm)
  const series = `seratReceivePower{job="light",instance="${address}",portName="${port}"}`
  return { interval: '30s', input_series: [{ series, values: `${reading}x20` }] }
}

function firing(lights: readonly WatchedLight[]): object[] {
  return [
    {
      expr: 'count(ALERTS{alertstate="firing"}) by (subject)',
      eval_time: '8m',
      exp_samples: lights.map(({ subject }) => ({ labels: `{subject="${subject}"}`, value: 1 })),
    },
  ]
}
