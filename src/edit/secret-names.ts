import { hasSteps } from '../load/schema-walk.ts'
import type { Source, Step } from '../source/source.ts'
import { parseYaml } from '../source/yaml.ts'
import { scalarSplice, spliced, type Splice } from './splice.ts'

/**
 * The same files with every name of a secret replaced by a number: the same name by the same number, so that they say
 * the same of each other.
 */
export function withoutSecretNames(sources: readonly Source[]): readonly Source[] {
  const numbers = new Map<string, number>()
  const splices = sources.flatMap(source =>
    [...secretsIn(parseYaml(source).data)].map(({ path, name }): Splice => {
      const number = numbers.get(name) ?? numbers.size + 1
      numbers.set(name, number)
      return scalarSplice({ source, path }, `withheld/${number}`)
    }),
  )
  return spliced(sources, splices)
}

/** Wherever a declaration says `{ secret: NAME }`. */
function* secretsIn(data: unknown, path: readonly Step[] = []): Generator<{ path: readonly Step[]; name: string }> {
  if (!hasSteps(data)) return
  for (const [key, value] of Object.entries(data)) {
    const at = [...path, Array.isArray(data) ? Number(key) : key]
    if (key === 'secret' && typeof value === 'string') yield { path: at, name: value }
    else yield* secretsIn(value, at)
  }
}
