import { readFileSync, writeFileSync } from 'node:fs'
import { byText } from '../../text/order.ts'

/**
 * The kernel counts neighbours of all namespaces together, and holds 1024 of IPv6: fewer than a regency has. A full
 * table drops packets at random. The limits belong to the machine: they are recorded before they are raised, and put
 * back with the lab.
 */
const wanted: Readonly<Record<string, number>> = Object.fromEntries(
  ['ipv4', 'ipv6'].flatMap(family =>
    [4096, 8192, 16_384].map((entries, i) => [`/proc/sys/net/${family}/neigh/default/gc_thresh${i + 1}`, entries]),
  ),
)

/** Limits of the machine as they are, by the path of their setting; those that are high enough are left alone. */
export function neighbourLimits(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([path, entries]) => {
      const now = read(path)
      return now === undefined || Number(now) >= entries ? [] : [[path, now]]
    }),
  )
}

export function raiseLimits(recorded: Readonly<Record<string, string>>): void {
  // The highest first: no limit may stand above the next.
  for (const path of Object.keys(recorded).sort().reverse()) write(path, String(wanted[path] ?? recorded[path]))
}

export function restoreLimits(recorded: Readonly<Record<string, string>>): void {
  for (const [path, before] of Object.entries(recorded).sort(byText(([key]) => key)))
    if (path in wanted) write(path, before)
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}

function write(path: string, value: string): void {
  try {
    writeFileSync(path, value)
  } catch {
    // A machine that does not let go of it: a large lab may lose packets there.
  }
}
