import type { Line, SecretEncoder } from '../platforms/text/line.ts'
import { heldLines } from '../platforms/text/unresolved.ts'
import type { Artifact } from '../render/artifact.ts'
import { byText } from '../text/order.ts'

/** A secret that the configurations of a network name. */
export interface NeededSecret {
  readonly name: string
  /** Ids of the routers that hold it, sorted. */
  readonly users: readonly string[]
  /** How it is written at its places: what none of them takes is no value for it. */
  readonly encoders: readonly SecretEncoder[]
}

/** Every secret that these artifacts name, sorted by name. */
export function neededSecrets(artifacts: Iterable<Artifact>): readonly NeededSecret[] {
  const gathering = gatherSecrets()
  for (const { path, lines } of artifacts)
    if (lines !== undefined) gathering.note(path.split('/')[1] ?? '', heldLines(lines()))
  return gathering.needed()
}

interface Gathering {
  readonly note: (router: string, lines: readonly Line[]) => void
  /** What was noted so far, sorted by name. */
  readonly needed: () => readonly NeededSecret[]
}

/** Gathers the secrets of lines that somebody goes through anyway. */
export function gatherSecrets(): Gathering {
  const found = new Map<string, { readonly users: Set<string>; readonly encoders: Set<SecretEncoder> }>()
  return {
    note(router, lines) {
      for (const part of lines.flatMap(({ parts }) => parts)) {
        if (typeof part === 'string' || !('secret' in part)) continue
        const known = found.get(part.secret) ?? { users: new Set(), encoders: new Set() }
        known.users.add(router)
        known.encoders.add(part.encode)
        found.set(part.secret, known)
      }
    },
    needed: () =>
      [...found]
        .map(([name, { users, encoders }]) => ({ name, users: [...users].sort(), encoders: [...encoders] }))
        .sort(byText(({ name }) => name)),
  }
}
