import type { Platform } from '../../model/platform.ts'
import { linux } from '../../platforms/linux/platform.ts'

/**
 * The same platforms by id, versions and ports, all of which speak as Linux does: routers of any vendor, planned and
 * written as FRR.
 */
export function asLinux(platforms: ReadonlyMap<string, Platform>): ReadonlyMap<string, Platform> {
  const dialects = linux.dialects.map(dialect => ({ ...dialect, from: '0' }))
  return new Map([...platforms].map(([id, { models, releases }]) => [id, { ...linux, dialects, models, releases }]))
}
