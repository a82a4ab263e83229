import { z } from 'zod'

/** What nobody asks for is not kept: a storm has thousands of these. */
const alert = z.object({
  labels: z.object({ subject: z.string().optional() }),
  startsAt: z.string(),
  endsAt: z.string().optional(),
  updatedAt: z.string().optional(),
  status: z
    .unknown()
    .optional()
    .transform(status => status === 'resolved'),
})

/** As Alertmanager's API lists alerts, or as it sends them to a webhook. */
const alerts = z.union([z.array(alert), z.object({ alerts: z.array(alert) }).transform(({ alerts: list }) => list)])

/** An alert, as far as a shift needs it. Moments are milliseconds since 1970. */
export interface Heard {
  /**
   * `router:…`, `route:…`, `tunnel:…`, `uplink:…`, `cause:…`, `light:…`, `allowance:…`, `watchdog` or `monitoring`;
   * whatever a stranger wrote there.
   */
  readonly subject: string
  readonly fromMs: number
  readonly updatedMs: number
  /** Undefined while it fires. */
  readonly resolvedMs: number | undefined
}

/** Undefined where the data is neither form. Alerts without a subject are not ours to judge: their subject is empty. */
export function heardFrom(data: unknown): Heard[] | undefined {
  const read = alerts.safeParse(data)
  if (!read.success) return undefined
  return read.data.map(({ labels: { subject = '' }, startsAt, endsAt = '', updatedAt = '', status: isResolved }) => {
    const fromMs = momentOf(startsAt) ?? 0
    return {
      subject,
      fromMs,
      updatedMs: momentOf(updatedAt) ?? fromMs,
      resolvedMs: isResolved ? momentOf(endsAt) : undefined,
    }
  })
}

function momentOf(text: string): number | undefined {
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : ms
}
