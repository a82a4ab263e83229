import { causesOf, type Alarm } from '../../analysis/alarms/alarms.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Bought } from '../../model/network.ts'
import { strictestMinutes } from '../../noc/allowance.ts'
import { boughtSigns } from '../../noc/lost.ts'
import { alertWaits, beatSeconds } from '../../noc/waits.ts'
import type { Plan } from '../../plan/plan.ts'
import { remembered } from '../../source/remembered.ts'
import { anyOf, templateText } from './template-text.ts'

const waits = { cause: `${alertWaits.cause / 60}m`, sign: `${alertWaits.sign / 60}m` } as const
const mostNamed = 12

/** Alerts of signs, for what no single cause explains, and of the monitoring itself. */
export function signRules(): object {
  return {
    groups: [
      { name: 'serat-signs', rules: [...signAlerts.map(signAlert), blindAlert] },
      { name: 'serat-watchdog', interval: `${beatSeconds}s`, rules: [watchdogAlert] },
    ],
  }
}

interface SignAlert {
  readonly alert: string
  readonly kind: 'router' | 'route' | 'tunnel' | 'uplink'
  readonly says: Bilingual
}

const signAlerts: readonly SignAlert[] = [
  { alert: 'RouterDown', kind: 'router', says: { id: 'tidak menjawab', en: 'does not answer' } },
  { alert: 'RouteDown', kind: 'route', says: { id: 'mati', en: 'is down' } },
  {
    alert: 'TunnelDown',
    kind: 'tunnel',
    says: {
      id: '(nomor layanan {{ $labels.reference }}) tidak membawa apa pun',
      en: '(reference {{ $labels.reference }}) carries nothing',
    },
  },
  {
    alert: 'UplinkDown',
    kind: 'uplink',
    says: {
      id: '(nomor layanan {{ $labels.reference }}) tidak memberi jalan ke internet',
      en: '(reference {{ $labels.reference }}) gives no way to the internet',
    },
  },
]

/** Its site and reference are labels of the state. */
function signAlert({ alert, kind, says }: SignAlert): object {
  return {
    alert,
    expr: `serat_down{sign=~"${kind}:.*"} == 1`,
    for: waits.sign,
    labels: { severity: 'warning', subject: '{{ $labels.sign }}', cause: 'none', component: '{{ $labels.sign }}' },
    annotations: {
      summary: `{{ $labels.sign }} ${says.id}, dan belum ada satu sebab yang menjelaskannya`,
      summary_en: `{{ $labels.sign }} ${says.en}, and no single cause explains it yet`,
    },
  }
}

/** Alertmanager takes an empty label for one that is not there: what concerns no thing of the network says so. */
const aboutNothing = { cause: 'none', component: 'none', site: 'none', reference: 'none' } as const

/** Silence is not health: where nobody asks any more, this says so. */
const blindAlert = {
  alert: 'MonitoringBlind',
  expr: 'absent(probe_success{job="icmp"})',
  for: '1m',
  labels: { severity: 'critical', subject: 'monitoring', ...aboutNothing },
  annotations: {
    summary: 'Pemantauan buta: tidak satu router pun ditanya lagi',
    summary_en: 'The monitoring is blind: no router is asked any more',
  },
}

/**
 * Always fires, under another name with each beat, so that each is sent at once: when it falls silent, Prometheus or
 * the way from it has.
 */
const watchdogAlert = {
  alert: 'Watchdog',
  expr: `floor(vector(time() / ${beatSeconds})) % 4`,
  labels: { severity: 'none', subject: 'watchdog', beat: '{{ $value }}', ...aboutNothing },
  annotations: {
    summary: 'Selalu menyala: bila diam, pemantauan buta',
    summary_en: 'Always fires: when it is silent, the monitoring is blind',
  },
}

/** One alert for each fault that the monitoring can tell from the others: it fires when every sign of it shows. */
export function causeRules(plan: Plan, alarms: readonly Alarm[], subjects: ReadonlyMap<Alarm, string>): object {
  return {
    groups: [
      { name: 'serat-causes', rules: alarms.map(alarm => causeAlert(plan, alarm, subjects.get(alarm) ?? alarm.id)) },
    ],
  }
}

function causeAlert(plan: Plan, alarm: Alarm, subject: string): object {
  const { takes, out, exposed } = alarm
  const causes = templateText(named(causesOf(alarm)))
  const lost = boughtsLost(plan, alarm)
  const references = templateText(named(lost.map(({ declared }) => declared.providerRef)))
  return {
    alert: alertName(alarm),
    expr: `count(serat_down{sign=~"${anyOf(takes)}"} == 1) == ${takes.length}`,
    for: waits.cause,
    labels: {
      severity: severityOf(alarm, lost),
      subject,
      cause: alarm.id,
      component: causes,
      site: wordOr(out.length > 0 ? out : exposed),
      reference: wordOr(lost.map(({ declared }) => templateText(declared.providerRef))),
    },
    annotations: {
      summary:
        `Salah satu dari: ${causes}. Tanpa layanan: ${named(out)}. Tinggal satu jalan: ${named(exposed)}. ` +
        `Nomor layanan: ${references}.`,
      summary_en: `One of: ${causes}. Out of service: ${named(out)}. On one way only: ${named(exposed)}. Reference: ${references}.`,
      locate: `serat locate ${locateWords(takes)}`,
    },
  }
}

/** What people lose names the alert; where nobody does, what stands open. */
function alertName({ takes, out, exposed }: Alarm): string {
  if (out.length > 0) return 'ServiceLost'
  if (takes.some(sign => sign.startsWith('uplink:'))) return 'UplinkLost'
  if (takes.every(sign => sign.startsWith('tunnel:'))) return exposed.length > 0 ? 'BackupLost' : 'TunnelLost'
  return exposed.length > 0 ? 'RingOpen' : 'ComponentDown'
}

/**
 * Whoever is out is helped at once. So is a circuit or uplink whose contract allows less than a shift in its window:
 * the outage of one night breaks it. What is left may wait until morning.
 */
function severityOf({ out }: Alarm, lost: readonly Bought[]): 'critical' | 'warning' {
  const isTight = lost.some(bought => (strictestMinutes(bought) ?? shiftMinutes) < shiftMinutes)
  return out.length > 0 || isTight ? 'critical' : 'warning'
}

const shiftMinutes = 8 * 60

interface Signed {
  readonly bought: Bought
  /** How many signs it has. */
  readonly signs: number
}

/** By the sign of a tunnel or uplink, what is bought. */
const boughtBySign = remembered((plan: Plan): ReadonlyMap<string, Signed> => {
  const circuits = [...plan.leases.values()].flatMap(({ active, circuit }) => (active ? [circuit] : []))
  return new Map(
    [...circuits, ...plan.network.uplinks.values()].flatMap((bought): [string, Signed][] => {
      const signs = boughtSigns(plan, bought)
      return signs.map(sign => [sign, { bought, signs: signs.length }])
    }),
  )
})

/** Uplinks, and circuits of which no tunnel is left, of an alarm. */
function boughtsLost(plan: Plan, { takes }: Alarm): Bought[] {
  const of = boughtBySign(plan)
  const fallen = Map.groupBy(
    takes.flatMap(sign => of.get(sign) ?? []),
    ({ bought }) => bought,
  )
  return [...fallen].flatMap(([bought, signs]) => (signs.length === signs[0]?.signs ? [bought] : []))
}

/** A value of a label that is never empty. */
function wordOr(words: readonly string[]): string {
  return words.length === 0 ? 'none' : named(words)
}

function named(words: readonly string[]): string {
  if (words.length === 0) return '-'
  const more = words.length - mostNamed
  return words.slice(0, mostNamed).join(', ') + (more > 0 ? ` +${more}` : '')
}

function locateWords(takes: readonly string[]): string {
  const routers = takes.filter(sign => sign.startsWith('router:')).map(sign => sign.slice('router:'.length))
  const links = takes.filter(sign => !sign.startsWith('router:')).map(sign => `${sign.replace(/^route:/, '')}:down`)
  return [
    ...(routers.length === 0 ? [] : [`--down ${routers.join(',')}`]),
    ...(links.length === 0 ? [] : [`--links ${links.join(',')}`]),
  ].join(' ')
}
