import type { Dashboard, Panel } from '@grafana/schema'

/** A type of Grafana's as JSON has it: an enumeration is one of its texts. */
type Written<T> = T extends string
  ? `${T}`
  : T extends readonly (infer Each)[]
    ? readonly Written<Each>[]
    : T extends object
      ? { readonly [Key in keyof T]: Written<T[Key]> }
      : T

/** Signs, light and minutes have none. */
const causes = 'ALERTS{alertstate="firing",cause!~"none|"}'

const source = { type: 'prometheus', uid: 'prometheus' } as const

/**
 * Grafana's classic form, which every version since 10 imports; the data source is the Prometheus of `uid: prometheus`.
 */
export function grafanaDashboard(network: string, name: string): Written<Dashboard> {
  return {
    id: null,
    uid: `serat-${network}`.slice(0, 40),
    title: name,
    tags: ['serat'],
    timezone: 'browser',
    schemaVersion: 39,
    editable: false,
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    templating: { list: [] },
    annotations: { list: [] },
    panels: [
      count(1, 0, 'Router mati / routers down', 'count(serat_down{sign=~"router:.*"} == 1) or vector(0)'),
      count(2, 4, 'Rute mati / routes down', 'count(serat_down{sign=~"route:.*"} == 1) or vector(0)'),
      count(11, 8, 'Sirkuit, uplink mati / circuits, uplinks down', 'count(serat_circuit_down == 1) or vector(0)'),
      count(3, 12, 'Sebab / causes', `count(${causes}) or vector(0)`),
      count(
        10,
        16,
        'SLA hampir habis / SLA nearly used',
        'count(ALERTS{alertstate="firing",alertname=~"Allowance.*"}) or vector(0)',
      ),
      count(
        4,
        20,
        'Daya terima rendah / light low',
        'count(ALERTS{alertstate="firing",alertname="ReceivePowerLow"}) or vector(0)',
      ),
      mapOfState,
      causesTable,
      timeline,
      light,
      delay,
      minutesLeft,
    ],
  }
}

function query(expr: string, legend: string, instant = false): Record<string, unknown> {
  return {
    refId: 'A',
    datasource: source,
    expr,
    legendFormat: legend,
    ...(instant ? { instant: true, format: 'table' } : {}),
  }
}

const steps = [
  { value: null, color: 'green' },
  { value: 1, color: 'red' },
]
const upOrDown = { defaults: { thresholds: { mode: 'absolute', steps }, min: 0, max: 1 }, overrides: [] } as const

function count(id: number, x: number, title: string, expr: string): Written<Panel> {
  return {
    id,
    type: 'stat',
    title,
    gridPos: { x, y: 0, w: 4, h: 4 },
    datasource: source,
    targets: [query(expr, '')],
    fieldConfig: { defaults: { thresholds: { mode: 'absolute', steps } }, overrides: [] },
    options: { colorMode: 'background', graphMode: 'none', reduceOptions: { calcs: ['lastNotNull'] } },
  }
}

/** Sites where they lie, by their state; coordinates are labels of the series. */
const mapOfState: Written<Panel> = {
  id: 5,
  type: 'geomap',
  title: 'Peta keadaan / map of state',
  gridPos: { x: 0, y: 4, w: 12, h: 14 },
  datasource: source,
  // What is down is drawn last, on top: a circuit lies where its site does.
  targets: [query('sort(serat_down{lat!=""} or serat_circuit_down{lat!=""})', '', true)],
  transformations: [
    {
      id: 'convertFieldType',
      options: {
        conversions: [
          { targetField: 'lat', destinationType: 'number' },
          { targetField: 'lon', destinationType: 'number' },
        ],
      },
    },
  ],
  fieldConfig: upOrDown,
  options: {
    view: { id: 'fit', lat: 0, lon: 0, zoom: 10 },
    layers: [
      {
        type: 'markers',
        name: 'router',
        location: { mode: 'coords', latitude: 'lat', longitude: 'lon' },
        config: { style: { size: { fixed: 7 }, color: { field: 'Value' }, text: { field: 'sign', mode: 'field' } } },
        tooltip: true,
      },
    ],
  },
}

const causesTable: Written<Panel> = {
  id: 6,
  type: 'table',
  title: 'Sebab yang menjelaskan / causes that explain',
  gridPos: { x: 12, y: 4, w: 12, h: 6 },
  datasource: source,
  targets: [query(causes, '', true)],
  transformations: [
    {
      id: 'filterFieldsByName',
      options: { include: { names: ['alertname', 'cause', 'component', 'site', 'reference', 'severity'] } },
    },
  ],
}

const timeline: Written<Panel> = {
  id: 7,
  type: 'state-timeline',
  title: 'Yang mati / what is down',
  gridPos: { x: 12, y: 10, w: 12, h: 8 },
  datasource: source,
  targets: [query('serat_down and on(sign) (max_over_time(serat_down[6h]) == 1)', '{{sign}}')],
  fieldConfig: upOrDown,
}

const light: Written<Panel> = {
  id: 8,
  type: 'timeseries',
  title: 'Daya terima di bawah perkiraan (dB) / received below expected (dB)',
  gridPos: { x: 0, y: 18, w: 12, h: 8 },
  datasource: source,
  targets: [query('serat_receive_expected_dbm - on(route, router) serat_receive_dbm', '{{route}} {{router}}')],
  fieldConfig: { defaults: { unit: 'dB' }, overrides: [] },
}

const delay: Written<Panel> = {
  id: 9,
  type: 'timeseries',
  title: 'Waktu jawab / time to answer',
  gridPos: { x: 12, y: 18, w: 12, h: 8 },
  datasource: source,
  targets: [query('probe_duration_seconds{job="icmp"}', '{{router}}')],
  fieldConfig: { defaults: { unit: 's' }, overrides: [] },
}

/** By contract, the nearest to its end first. */
const minutesLeft: Written<Panel> = {
  id: 12,
  type: 'table',
  title: 'Sisa menit SLA / minutes of the SLA left',
  gridPos: { x: 0, y: 26, w: 24, h: 8 },
  datasource: source,
  targets: [query('sort(serat_contract_left_minutes)', '', true)],
  transformations: [
    {
      id: 'filterFieldsByName',
      options: { include: { names: ['circuit', 'reference', 'provider', 'site', 'contract', 'Value'] } },
    },
  ],
  fieldConfig: { defaults: { unit: 'm' }, overrides: [] },
}
