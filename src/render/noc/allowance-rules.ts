import { dayAfter } from '../../model/days.ts'
import type { Bought, Contract, Site } from '../../model/network.ts'
import { fixedZones } from '../../model/time-zones.ts'
import { boughtSigns } from '../../noc/lost.ts'
import { mutedBy } from '../../noc/notice.ts'
import { secondsAt } from '../../money/downtime.ts'
import type { Plan } from '../../plan/plan.ts'
import { byText } from '../../text/order.ts'
import { siteAt } from '../topology/geography.ts'
import { anyOf, templateText } from './template-text.ts'

/** A circuit or uplink under a contract that promises how long it is up. */
interface Promised {
  readonly bought: Bought
  readonly contract: Contract
  readonly sla: NonNullable<Contract['declared']['sla']>
}

type Kind = Promised['sla']['window']

interface WindowKind {
  /** Names the window that a moment lies in, from a vector of local seconds. */
  readonly name: (local: string) => string
  /** Its minutes; of a quarter and a year the least that one can have. */
  readonly minutes: (local: string) => string
  /** Longer than the longest of them: windows before it have another name. */
  readonly range: string
  /** How long Prometheus must keep what it recorded. */
  readonly keepDays: number
}

const windows: Readonly<Record<Kind, WindowKind>> = {
  'calendar-month': {
    name: local => `year(${local}) * 100 + month(${local})`,
    minutes: local => `days_in_month(${local}) * 1440`,
    range: '31d',
    keepDays: 35,
  },
  quarter: {
    name: local => `year(${local}) * 10 + ceil(month(${local}) / 3)`,
    minutes: () => `vector(${90 * 1440})`,
    range: '92d',
    keepDays: 100,
  },
  year: { name: local => `year(${local})`, minutes: () => `vector(${365 * 1440})`, range: '366d', keepDays: 400 },
}

/** Where so much of what a contract allows is used, somebody must hurry. */
const nearlyUsed = 0.8

/**
 * The minutes that each circuit and uplink was down in the window of its contract, as that counts them: an event from
 * its shortest length on, no planned work where the contract excludes it. They are what the monitoring saw, for the
 * shift; money follows tickets.
 */
export function allowanceRules(plan: Plan): object {
  const promised = promisedOf(plan)
  const kinds = kindsOf(promised)
  return {
    groups: [
      {
        name: 'serat-allowance',
        interval: '1m',
        rules: [
          ...boughtOf(plan).map(bought => downState(plan, bought)),
          ...kinds.map(kind => ({
            record: 'serat_window',
            expr: windows[kind].name(localTime(plan)),
            labels: { kind },
          })),
          ...promised.flatMap(one => [countedState(plan, one), allowedMinutes(plan, one)]),
          ...kinds.flatMap(countedMinutes),
          ...(promised.length === 0 ? [] : [leftMinutes, ...alerts]),
        ],
      },
    ],
  }
}

/** Days of series that Prometheus keeps for the longest window of a contract; undefined where none promises any. */
export function daysToKeep(plan: Plan): number | undefined {
  const days = kindsOf(promisedOf(plan)).map(kind => windows[kind].keepDays)
  return days.length === 0 ? undefined : Math.max(...days)
}

function boughtOf({ network, leases, uplinks }: Plan): Bought[] {
  const circuits = [...leases.values()].filter(({ active }) => active).map(({ circuit }) => circuit)
  const active = [...uplinks.values()]
    .filter(one => one.active)
    .flatMap(({ uplink }) => network.uplinks.get(uplink.id) ?? [])
  return [...circuits, ...active].sort(byText(({ id }) => id))
}

function promisedOf(plan: Plan): Promised[] {
  return boughtOf(plan).flatMap(bought =>
    bought.contracts.toSorted(byText(({ id }) => id)).flatMap((contract): Promised[] => {
      const { sla } = contract.declared
      return sla === undefined ? [] : [{ bought, contract, sla }]
    }),
  )
}

function kindsOf(promised: readonly Promised[]): Kind[] {
  return [...new Set(promised.map(({ sla }) => sla.window))].sort()
}

/** Whether no tunnel of a circuit is left, or an uplink is down; no series where that is not known. */
function downState(plan: Plan, bought: Bought): object {
  const signs = boughtSigns(plan, bought)
  const site = siteOf(plan, bought)
  const [lon, lat] = site === undefined ? [] : siteAt(site)
  return {
    record: 'serat_circuit_down',
    expr: `sum(serat_down{sign=~"${anyOf(signs)}"}) == bool ${signs.length}`,
    labels: {
      sign: `${bought.kind}:${bought.id}`,
      ...labelsOf(bought, site?.id),
      ...(lon === undefined || lat === undefined ? {} : { lat: lat.toFixed(6), lon: lon.toFixed(6) }),
    },
  }
}

/** The site at the end of a circuit, or of the core of an uplink. */
function siteOf(plan: Plan, bought: Bought): Site | undefined {
  return bought.kind === 'circuit'
    ? plan.network.sites.get(bought.site.id)
    : plan.routers.get(bought.end.router.id)?.site
}

function labelsOf({ id, declared, provider }: Bought, site = 'none'): object {
  return { circuit: id, reference: templateText(declared.providerRef), provider: provider.id, site }
}

/**
 * Of the minute that lies the contract's shortest event back: it counts where it belongs to a stretch that long. Only
 * within the contract's period, and not while a planned work that it excludes took the circuit.
 */
function countedState(plan: Plan, { bought, contract, sla }: Promised): object {
  const seconds = sla.minEventSeconds
  const down = `serat_circuit_down{circuit="${bought.id}"}`
  const event = seconds === 0 ? down : `max_over_time(min_over_time(${down}[${seconds}s])[${seconds}s:1m])`
  const { from, to } = contract.period
  const planned = sla.exclude.includes('planned-maintenance') ? plannedTimes(plan, bought) : []
  const during = (first: number, last: number): string =>
    `on() (vector(time()) >= ${first + seconds} < ${last + seconds})`
  return {
    record: 'serat_contract_down',
    expr: [
      `(${event} == 1) and ${during(epoch(plan, `${from} 00:00`), epoch(plan, `${dayAfter(to)} 00:00`))}`,
      ...planned.map(([first, last]) => `unless ${during(first, last)}`),
    ].join(' '),
    labels: { circuit: bought.id, contract: contract.id, kind: sla.window },
  }
}

/** Moments between which works take every way of a circuit or uplink. */
function plannedTimes(plan: Plan, bought: Bought): (readonly [number, number])[] {
  const signs = boughtSigns(plan, bought)
  return [...plan.network.works.values()]
    .filter(work => {
      const muted = new Set(mutedBy(plan, work, []).signs)
      return signs.every(sign => muted.has(sign))
    })
    .map(({ declared: { from, until } }) => [epoch(plan, from), epoch(plan, until)])
}

function allowedMinutes(plan: Plan, { bought, contract, sla }: Promised): object {
  const share = Number(((100 - sla.availabilityPercent) / 100).toPrecision(12))
  const site = siteOf(plan, bought)
  return {
    record: 'serat_contract_allowed_minutes',
    expr: `${windows[sla.window].minutes(localTime(plan))} * ${share}`,
    labels: { ...labelsOf(bought, site?.id), contract: contract.id, kind: sla.window },
  }
}

const labels = 'contract, circuit, reference, provider, site, kind'

/** Recorded only while something is down, under its window's name, by which a sum knows which are of this one. */
function countedMinutes(kind: Kind): object[] {
  const of = `{kind="${kind}"}`
  const current = `count_values("window", serat_window${of})`
  return [
    {
      record: 'serat_contract_minute',
      expr: `count_values by (${labels}) ("window", serat_contract_down${of} * 0 + on() group_left() serat_window${of})`,
    },
    {
      record: 'serat_contract_used_minutes',
      expr:
        `sum without (window) (sum_over_time(serat_contract_minute${of}[${windows[kind].range}]) ` +
        `and on(window) ${current}) or serat_contract_allowed_minutes${of} * 0`,
    },
  ]
}

const leftMinutes = {
  record: 'serat_contract_left_minutes',
  expr: 'serat_contract_allowed_minutes - serat_contract_used_minutes',
}

const alerts: readonly object[] = [
  {
    alert: 'AllowanceNearlyUsed',
    expr: `serat_contract_left_minutes > 0 and serat_contract_used_minutes > ${nearlyUsed} * serat_contract_allowed_minutes`,
    labels: { severity: 'warning', ...about() },
    annotations: {
      summary:
        '{{ $labels.circuit }} ({{ $labels.reference }}): sisa {{ $value | printf "%.0f" }} menit mati dalam ' +
        'jendela SLA kontrak {{ $labels.contract }}',
      summary_en:
        '{{ $labels.circuit }} ({{ $labels.reference }}): {{ $value | printf "%.0f" }} minutes of outage are ' +
        'left in the SLA window of contract {{ $labels.contract }}',
    },
  },
  {
    alert: 'AllowanceUsed',
    expr: 'serat_contract_left_minutes <= 0 and serat_contract_used_minutes > 0',
    labels: { severity: 'warning', ...about() },
    annotations: {
      summary:
        '{{ $labels.circuit }} ({{ $labels.reference }}): SLA kontrak {{ $labels.contract }} dilanggar; ' +
        'catat tiket dan buktinya untuk restitusi',
      summary_en:
        '{{ $labels.circuit }} ({{ $labels.reference }}): the SLA of contract {{ $labels.contract }} is broken; ' +
        'record tickets and evidence for restitution',
    },
  },
]

/** Site and reference are labels of the minutes. */
function about(): object {
  return { subject: 'allowance:{{ $labels.circuit }}', cause: 'none', component: 'contract:{{ $labels.contract }}' }
}

/** Seconds since 1970 on the network's own clock, as a vector. */
function localTime(plan: Plan): string {
  return `vector(time() + ${utcOffsetSeconds(plan)})`
}

function epoch(plan: Plan, moment: string): number {
  return secondsAt(moment) - utcOffsetSeconds(plan)
}

/** A rule cannot follow summer time: where a zone's hours are not fixed its windows are those of UTC. */
function utcOffsetSeconds({ network }: Plan): number {
  return 3600 * (fixedZones[network.declared.timeZone]?.utcHours ?? 0)
}
