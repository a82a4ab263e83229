import type { Alarm } from '../analysis/alarms/alarms.ts'
import type { Heard } from './heard.ts'
import { alertWaits, silentMs } from './waits.ts'

/** Something that is down, or a port that receives too little light. */
export interface Ongoing {
  /** `router:…`, `route:…`, `tunnel:…`, `uplink:…`, `light:…`, `allowance:…`. */
  readonly sign: string
  readonly fromMs: number
  /**
   * Since when no answer of Alertmanager names it any more; it may have recovered, or Alertmanager may have forgotten.
   */
  readonly missingMs: number | undefined
}

interface Closed {
  readonly sign: string
  readonly fromMs: number
  readonly toMs: number
  /** When the shift heard that it is over. */
  readonly heardMs: number
}

/** What a shift knows. It is bounded: only things of this network are kept, and of closed events the latest. */
export interface Watch {
  readonly open: ReadonlyMap<string, Ongoing>
  /** Ids of causes whose alert fires. */
  readonly causes: readonly string[]
  readonly closed: readonly Closed[]
  /** Alerts about nothing that this inventory has. */
  readonly strangers: number
  readonly strange: readonly string[]
  /** When Alertmanager last answered, and when the watchdog last beat; undefined before the first time. */
  readonly answeredMs: number | undefined
  readonly beatMs: number | undefined
  /** Whether Prometheus itself says that it asks nobody any more. */
  readonly unasked: boolean
  /** When the last thing fell. */
  readonly changedMs: number
}

export const beginning: Watch = {
  open: new Map(),
  causes: [],
  closed: [],
  strangers: 0,
  strange: [],
  answeredMs: undefined,
  beatMs: undefined,
  unasked: false,
  changedMs: 0,
}

/** What can be heard of in this network. */
export interface Known {
  readonly alarms: ReadonlyMap<string, Alarm>
  readonly signs: ReadonlySet<string>
}

const mostClosed = 200
const mostStrange = 5
/** Prometheus tells of what fires once a minute: what was not named for longer, while it was heard, has recovered. */
const recoveredMs = 90_000

/**
 * After an answer of Alertmanager, which lists all that fires. An alert that is not named any more has recovered only
 * once the watchdog was heard for longer than Prometheus takes to repeat itself: an Alertmanager that was started anew
 * knows nothing for a minute. What the webhook called over since the question was asked stays over: a slow answer is of
 * before.
 */
export function afterAnswer(
  watch: Watch,
  known: Known,
  heard: readonly Heard[],
  nowMs: number,
  askedMs: number = nowMs,
): Watch {
  const over = new Set(watch.closed.filter(({ heardMs }) => heardMs > askedMs).map(({ sign }) => sign))
  const told = namedBy(
    known,
    heard.filter(({ subject }) => !over.has(subject)),
  )
  const beatMs = Math.max(watch.beatMs ?? 0, ...beatsOf(heard)) || undefined
  const isHeard = beatMs !== undefined && nowMs - beatMs <= silentMs
  const open = new Map<string, Ongoing>()
  const closed: Closed[] = []
  for (const one of watch.open.values()) {
    if (told.signs.has(one.sign)) continue
    const missingMs = one.missingMs ?? nowMs
    if (isHeard && nowMs - missingMs >= recoveredMs) closed.push({ ...spanOf(one), toMs: missingMs, heardMs: nowMs })
    else open.set(one.sign, { ...one, missingMs })
  }
  for (const [sign, fromMs] of told.signs)
    open.set(sign, { sign, fromMs: Math.min(fromMs, watch.open.get(sign)?.fromMs ?? fromMs), missingMs: undefined })
  return {
    ...withClosed({ ...watch, open }, closed),
    causes: told.causes,
    strangers: told.strangers,
    strange: told.strange,
    answeredMs: nowMs,
    beatMs,
    unasked: heard.some(({ subject }) => subject === 'monitoring'),
    changedMs: [...open.keys()].every(sign => watch.open.has(sign)) ? watch.changedMs : nowMs,
  }
}

/**
 * After a call of Alertmanager's webhook, which names what is new and what is over: nothing short is missed between two
 * answers.
 */
export function afterCall(watch: Watch, known: Known, heard: readonly Heard[], nowMs: number): Watch {
  const begun = namedBy(
    known,
    heard.filter(({ resolvedMs }) => resolvedMs === undefined),
  )
  const open = new Map(watch.open)
  const closed: Closed[] = []
  for (const { subject, fromMs, resolvedMs } of heard) {
    if (resolvedMs === undefined || !known.signs.has(subject) || begun.signs.has(subject)) continue
    const one = open.get(subject)
    open.delete(subject)
    const span = one === undefined ? { sign: subject, fromMs: fromMs - alertWaits.sign * 1000 } : spanOf(one)
    closed.push({ ...span, toMs: resolvedMs, heardMs: nowMs })
  }
  let changedMs = watch.changedMs
  for (const [sign, fromMs] of begun.signs) {
    if (!open.has(sign)) changedMs = nowMs
    open.set(sign, { sign, fromMs: Math.min(fromMs, open.get(sign)?.fromMs ?? fromMs), missingMs: undefined })
  }
  return { ...withClosed({ ...watch, open }, closed), changedMs }
}

/** Why nothing can be said of what is not named: the shift is blind, whatever else it sees. */
export type Blindness = 'alertmanager' | 'watchdog' | 'probes'

export function blindnessOf({ answeredMs, beatMs, unasked }: Watch, nowMs: number): Blindness | undefined {
  if (answeredMs === undefined || nowMs - answeredMs > silentMs) return 'alertmanager'
  if (beatMs === undefined || nowMs - beatMs > silentMs) return 'watchdog'
  return unasked ? 'probes' : undefined
}

interface Told {
  /** By sign, when it fell. */
  readonly signs: ReadonlyMap<string, number>
  readonly causes: readonly string[]
  readonly strangers: number
  readonly strange: readonly string[]
}

function namedBy({ alarms, signs: all }: Known, heard: readonly Heard[]): Told {
  const signs = new Map<string, number>()
  const causes: string[] = []
  const strange: string[] = []
  let strangers = 0
  for (const { subject, fromMs } of heard) {
    if (subject === 'watchdog' || subject === 'monitoring') continue
    const alarm = subject.startsWith('cause:') ? alarms.get(subject.slice('cause:'.length)) : undefined
    if (alarm === undefined && !all.has(subject)) {
      strangers++
      if (strange.length < mostStrange) strange.push(subject)
      continue
    }
    if (alarm !== undefined) causes.push(alarm.id)
    const beganMs = fromMs - (alarm === undefined ? alertWaits.sign : alertWaits.cause) * 1000
    for (const sign of alarm?.takes ?? [subject]) signs.set(sign, Math.min(beganMs, signs.get(sign) ?? beganMs))
  }
  return { signs, causes, strangers, strange }
}

function beatsOf(heard: readonly Heard[]): number[] {
  return heard.filter(({ subject }) => subject === 'watchdog').map(({ updatedMs }) => updatedMs)
}

function spanOf({ sign, fromMs }: Ongoing): Omit<Closed, 'toMs' | 'heardMs'> {
  return { sign, fromMs }
}

function withClosed(watch: Watch, closed: readonly Closed[]): Watch {
  return closed.length === 0 ? watch : { ...watch, closed: [...watch.closed, ...closed].slice(-mostClosed) }
}
