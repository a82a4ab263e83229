import type { Place } from '../source/source.ts'

/** Paths of the inventory files that these things stand in, sorted, each once. */
export function sourcesOf(...things: readonly Iterable<{ readonly origin: Place }>[]): string[] {
  const paths = new Set<string>()
  for (const list of things) for (const { origin } of list) paths.add(origin.source.path)
  return [...paths].sort()
}
