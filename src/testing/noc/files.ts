import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plan } from '../../plan/plan.ts'
import { nocDocuments } from '../../render/noc/noc.ts'

/** A secret that the office would put in the place of its name: another for each name. */
export function madeSecret(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 20)
}

/**
 * Writes `noc/` below a folder as it is generated, with every stretch of time so many times shorter and secrets in the
 * places of their names; nothing else is touched. The beat of the watchdog stays: whoever listens for it counts in real
 * seconds.
 */
export function writeScaled(plan: Plan, folder: string, scale: number): void {
  for (const { path, content } of nocDocuments(plan.network, plan)) {
    const text = String(content())
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), path.endsWith('.yml') ? withSecrets(scaled(path, text, scale)) : text)
  }
}

/** Keys of Prometheus and Alertmanager that say how long something takes. */
const stretches =
  /^( *(?:- )?(?:scrape_interval|scrape_timeout|evaluation_interval|refresh_interval|for|group_wait|group_interval|timeout): )'?(\d+)(s|m)'?$/gm

/** Ranges of series that counters are read over; an agent of the lab counts anew every three seconds. */
const ranges = /\[(\d+)s\]/g
const shortestRangeSeconds = 12

function scaled(path: string, text: string, scale: number): string {
  if (!/^noc\/(prometheus|alertmanager|blackbox|rules\/\w+)\.yml$/.test(path)) return text
  const counted = text.replace(ranges, (_, seconds: string) => {
    return `[${Math.max(shortestRangeSeconds, Math.ceil(Number(seconds) / scale))}s]`
  })
  return counted.replace(stretches, (_, key: string, count: string, unit: string) => {
    const seconds = (Number(count) * (unit === 'm' ? 60 : 1)) / scale
    return `${key}${Math.max(1000, Math.round(seconds * 1000))}ms`
  })
}

function withSecrets(text: string): string {
  return text.replaceAll(/REPLACE_WITH (\S+)/g, (_, name: string) => madeSecret(name))
}
