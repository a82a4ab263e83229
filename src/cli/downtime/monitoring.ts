import { z } from 'zod'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { localMoment, type Outage, type Told } from './outage.ts'

const labels = z.record(z.string(), z.string())
const alert = z.object({ labels, startsAt: z.string(), endsAt: z.string().optional() })
const sample = z.tuple([z.number(), z.string()])

/** Alerts as Alertmanager's API lists them, or as it sends them to a webhook. */
const alerts = z.union([z.array(alert), z.object({ alerts: z.array(alert) }).transform(({ alerts }) => alerts)])

/** An answer of Prometheus to `query_range`, of a series that is 1 while something answers and 0 while it does not. */
const matrix = z.object({
  data: z.object({
    resultType: z.literal('matrix'),
    result: z.array(z.object({ metric: labels, values: z.array(sample) })),
  }),
})

/**
 * Downtime in what a monitoring has; undefined where it is neither form. `nowMs`: what has not ended by then is no
 * ticket yet.
 */
export function readMonitoring(data: unknown, timeZone: string, nowMs: number): Told | undefined {
  const range = matrix.safeParse(data)
  if (range.success) return joined(range.data.data.result.map(series => readSeries(series, timeZone)))
  const listed = alerts.safeParse(data)
  return listed.success ? joined(listed.data.map(one => readAlert(one, timeZone, nowMs))) : undefined
}

function joined(told: readonly Told[]): Told {
  return { outages: told.flatMap(({ outages }) => outages), remarks: told.flatMap(({ remarks }) => remarks) }
}

function readAlert(
  { labels: own, startsAt, endsAt = '' }: z.output<typeof alert>,
  timeZone: string,
  nowMs: number,
): Told {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)]
  const name = nameOf(own)
  // Alertmanager's zero time stands for an alert that still fires.
  if (Number.isNaN(from))
    return {
      outages: [],
      remarks: [{ id: `${name}: startsAt tidak terbaca`, en: `${name}: its startsAt cannot be read` }],
    }
  if (Number.isNaN(to) || to <= from || to > nowMs)
    return {
      outages: [],
      remarks: [{ id: `${name}: belum berakhir, dilewati`, en: `${name}: has not ended, left out` }],
    }
  return { outages: [outageOf(own, { from, to }, timeZone)], remarks: [] }
}

/**
 * Down from the first sample of 0 until the next of 1. Where samples are missing nobody knows: that is told, and
 * counted by nobody.
 */
function readSeries({ metric, values }: z.output<typeof matrix>['data']['result'][number], timeZone: string): Told {
  const samples = values.map(([seconds, value]) => ({ ms: seconds * 1000, isUp: Number(value) !== 0 }))
  const stepMs = stepOf(samples.map(({ ms }) => ms))
  const spans: { from: number; to: number }[] = []
  const remarks: Bilingual[] = []
  let downSince: number | undefined
  for (const [i, { ms, isUp }] of samples.entries()) {
    const before = samples[i - 1]
    if (before !== undefined && ms - before.ms > 1.5 * stepMs) {
      remarks.push(gapRemark(nameOf(metric), localMoment(before.ms, timeZone), localMoment(ms, timeZone)))
      if (downSince !== undefined) spans.push({ from: downSince, to: before.ms + stepMs })
      downSince = undefined
    }
    if (!isUp) downSince ??= ms
    else if (downSince !== undefined) {
      spans.push({ from: downSince, to: ms })
      downSince = undefined
    }
  }
  const last = samples.at(-1)
  if (downSince !== undefined && last !== undefined) spans.push({ from: downSince, to: last.ms + stepMs })
  return { outages: spans.map(span => outageOf(metric, span, timeZone)), remarks }
}

/** The commonest distance of two samples. */
function stepOf(times: readonly number[]): number {
  const steps = times.slice(1).map((ms, i) => ms - (times[i] ?? ms))
  const counts = [...Map.groupBy(steps, step => step)].map(([step, all]) => ({ step, count: all.length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best), { step: 60_000, count: 0 }).step
}

function outageOf(own: z.output<typeof labels>, { from, to }: { from: number; to: number }, timeZone: string): Outage {
  return {
    where: { id: nameOf(own), en: nameOf(own) },
    names: ['circuit', 'cid', 'provider_ref', 'site', 'node', 'instance'].flatMap(key => own[key] ?? []),
    from: localMoment(from, timeZone),
    to: localMoment(to, timeZone),
    cause: 'unknown',
    source: 'nms',
    reference: undefined,
  }
}

function nameOf(own: z.output<typeof labels>): string {
  return own['circuit'] ?? own['site'] ?? own['node'] ?? own['instance'] ?? own['alertname'] ?? '?'
}

function gapRemark(name: string, from: string, to: string): Bilingual {
  return {
    id: `${name}: tidak ada sampel antara ${from} dan ${to}; tidak dihitung sebagai gangguan`,
    en: `${name}: there are no samples between ${from} and ${to}; not counted as downtime`,
  }
}
