import { componentRanges } from '../../analysis/graph/class-name.ts'
import type { Alarm } from '../../analysis/alarms/alarms.ts'
import { alertWaits, beatSeconds } from '../../noc/waits.ts'
import { anyOf, templateText } from './template-text.ts'
import type { Watched, WatchedRoute, WatchedRouter } from './watched.ts'

const waits = { cause: `${alertWaits.cause / 60}m`, sign: `${alertWaits.sign / 60}m` } as const
const mostNamed = 12

/** `serat_down` of all that is watched: 1 down, 0 up, no series where nothing is known. */
export function stateRules({ routers, routes }: Watched): object {
  return {
    groups: [
      { name: 'serat-states', rules: [...routers.map(routerState), ...routes.map(routeState)] },
      { name: 'serat-signs', rules: [routerAlert, routeAlert, blindAlert] },
      { name: 'serat-watchdog', interval: `${beatSeconds}s`, rules: [watchdogAlert] },
    ],
  }
}

function routerState({ id, lat, lon }: WatchedRouter): object {
  const expr = `max(probe_success{job="icmp",router="${id}"}) == bool 0`
  return { record: 'serat_down', expr, labels: { sign: `router:${id}`, lat, lon } }
}

/**
 * A port whose router does not answer says nothing, so that one end is enough. Only a port that is up (1) passes packets: vendors say down (2), without
 * its optic (6) or without the layer below (7); 4 is not known (RFC 2863, ifOperStatus).
 */
function routeState({ id, ends }: WatchedRoute): object {
  const ports = ends.map(({ address, port }) => `ifOperStatus{job="snmp",instance="${address}",ifName="${port}"} != 4`)
  return { record: 'serat_down', expr: `max(${ports.join(' or ')}) > bool 1`, labels: { sign: `route:${id}` } }
}

const routerAlert = {
  alert: 'RouterDown',
  expr: 'serat_down{sign=~"router:.*"} == 1',
  for: waits.sign,
  labels: { severity: 'warning', subject: '{{ $labels.sign }}' },
  annotations: {
    summary: '{{ $labels.sign }} tidak menjawab, dan belum ada satu sebab yang menjelaskannya',
    summary_en: '{{ $labels.sign }} does not answer, and no single cause explains it yet',
  },
}

const routeAlert = {
  alert: 'RouteDown',
  expr: 'serat_down{sign=~"route:.*"} == 1',
  for: waits.sign,
  labels: { severity: 'warning', subject: '{{ $labels.sign }}' },
  annotations: {
    summary: '{{ $labels.sign }} mati, dan belum ada satu sebab yang menjelaskannya',
    summary_en: '{{ $labels.sign }} is down, and no single cause explains it yet',
  },
}

/** Silence is not health: where nobody asks any more, this says so. */
const blindAlert = {
  alert: 'MonitoringBlind',
  expr: 'absent(probe_success{job="icmp"})',
  for: '1m',
  labels: { severity: 'critical', subject: 'monitoring' },
  annotations: {
    summary: 'Pemantauan buta: tidak satu router pun ditanya lagi',
    summary_en: 'The monitoring is blind: no router is asked any more',
  },
}

/** Always fires, under another name with each beat, so that each is sent at once: when it falls silent, Prometheus or the way from it has. */
const watchdogAlert = {
  alert: 'Watchdog',
  expr: `floor(vector(time() / ${beatSeconds})) % 4`,
  labels: { severity: 'none', subject: 'watchdog', beat: '{{ $value }}' },
  annotations: {
    summary: 'Selalu menyala: bila diam, pemantauan buta',
    summary_en: 'Always fires: when it is silent, the monitoring is blind',
  },
}

/** One alert for each fault that the monitoring can tell from the others: it fires when every sign of it shows. */
export function causeRules(alarms: readonly Alarm[], subjects: ReadonlyMap<Alarm, string>): object {
  return {
    groups: [{ name: 'serat-causes', rules: alarms.map(alarm => causeAlert(alarm, subjects.get(alarm) ?? alarm.id)) }],
  }
}

function causeAlert(alarm: Alarm, subject: string): object {
  const { takes, components, out, exposed } = alarm
  const causes = templateText(named(componentRanges(components)))
  return {
    alert: out.length > 0 ? 'ServiceLost' : exposed.length > 0 ? 'RingOpen' : 'ComponentDown',
    expr: `count(serat_down{sign=~"${anyOf(takes)}"} == 1) == ${takes.length}`,
    for: waits.cause,
    labels: { severity: out.length > 0 ? 'critical' : 'warning', subject, cause: alarm.id },
    annotations: {
      summary: `Salah satu dari: ${causes}. Tanpa layanan: ${named(out)}. Tinggal satu jalan: ${named(exposed)}.`,
      summary_en: `One of: ${causes}. Out of service: ${named(out)}. On one way only: ${named(exposed)}.`,
      locate: `serat locate ${locateWords(takes)}`,
    },
  }
}

function named(words: readonly string[]): string {
  if (words.length === 0) return '-'
  const more = words.length - mostNamed
  return words.slice(0, mostNamed).join(', ') + (more > 0 ? ` +${more}` : '')
}

function locateWords(takes: readonly string[]): string {
  const routers = takes.filter(sign => sign.startsWith('router:')).map(sign => sign.slice('router:'.length))
  const routes = takes.filter(sign => sign.startsWith('route:')).map(sign => `${sign.slice('route:'.length)}:down`)
  return [
    ...(routers.length === 0 ? [] : [`--down ${routers.join(',')}`]),
    ...(routes.length === 0 ? [] : [`--links ${routes.join(',')}`]),
  ].join(' ')
}
