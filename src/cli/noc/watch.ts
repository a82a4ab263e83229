import { setTimeout as after } from 'node:timers/promises'
import { alarmsOf } from '../../analysis/alarms/alarms.ts'
import { knownOf } from '../../noc/situation.ts'
import { afterAnswer, afterCall, beginning, type Watch } from '../../noc/watch.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Phones } from '../call/phones.ts'
import { askAlertmanager, isUnheard } from './ask.ts'
import { listen } from './listen.ts'
import { urgencyOf } from './text.ts'
import { toldAt, type Told } from './told.ts'

const everyMs = 5000

interface Shift {
  readonly plan: Plan
  readonly alertmanager: URL
  readonly phones: Phones
  /** Port on loopback for the webhook and the page. */
  readonly port: number | undefined
  readonly page: (told: Told) => string
  readonly handover: (told: Told) => string
  /** Called when there is something new to say. */
  readonly tell: (told: Told) => void
  readonly end: AbortSignal
}

/** Asks once, and says what there is. */
export async function lookOnce({
  plan,
  alertmanager,
  phones,
  end,
}: Omit<Shift, 'port' | 'tell' | 'page' | 'handover'>): Promise<Told> {
  const desk = { plan, phones, known: knownOf(plan, alarmsOf(plan)) }
  const heard = await askAlertmanager(alertmanager, end)
  const nowMs = Date.now()
  return isUnheard(heard)
    ? toldAt(desk, beginning, nowMs, heard.why)
    : toldAt(desk, afterAnswer(beginning, desk.known, heard, nowMs), nowMs)
}

/** Keeps asking until the end, and hears what Alertmanager calls about between two answers. */
export async function watchUntil({
  plan,
  alertmanager,
  phones,
  port,
  page,
  handover,
  tell,
  end,
}: Shift): Promise<void> {
  const desk = { plan, phones, known: knownOf(plan, alarmsOf(plan)) }
  let watch: Watch = beginning
  let told = toldAt(desk, watch, Date.now())
  let said = ''
  let unheard: Bilingual | undefined
  const look = (): void => {
    told = toldAt(desk, watch, Date.now(), unheard)
    const urgency = urgencyOf(told)
    if (urgency === said) return
    said = urgency
    tell(told)
  }
  const called = (heard: Parameters<typeof afterCall>[2]): void => {
    watch = afterCall(watch, desk.known, heard, Date.now())
    look()
  }
  const server =
    port === undefined
      ? undefined
      : await listen(port, {
          called,
          page: () => page(told),
          handover: () => handover(toldAt(desk, watch, Date.now(), unheard)),
        })
  try {
    while (!end.aborted) {
      const askedMs = Date.now()
      const heard = await askAlertmanager(alertmanager, end)
      if (end.aborted) return
      unheard = isUnheard(heard) ? heard.why : undefined
      if (!isUnheard(heard)) watch = afterAnswer(watch, desk.known, heard, Date.now(), askedMs)
      look()
      await after(everyMs, undefined, { signal: end }).catch(() => undefined)
    }
  } finally {
    server?.close()
    server?.closeAllConnections()
  }
}
