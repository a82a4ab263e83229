import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomFrom } from '../../generate/random.ts'
import { platformIds, type PlatformId } from '../../../platforms/reading/folder.ts'
import { movedTo } from '../moved.ts'
import type { Edit, Mutant } from './mutant.ts'
import { specs, type Spec } from './specs.ts'

/**
 * `node make.ts` writes `mutants.json` again. Not for tuning: it is run where renderers no longer write the lines that
 * mutants change.
 */

const seed = 20261102
/** Both cores, a ring site with a backup, leased sites of two services, the site with most zones. */
const routers = ['core-1', 'core-2', 'bpbd', 'kec-bayat', 'kec-ceper', 'pemkab', 'dishub']

interface Site {
  readonly router: string
  readonly file: string
  readonly edits: readonly Edit[]
}

function sitesOf(platform: PlatformId, { file: pattern, line, make }: Spec): Site[] {
  return routers.flatMap(router =>
    [...movedTo(platform).folder(router)]
      .filter(([name]) => pattern.test(name))
      .flatMap(([file, text]) => {
        const lines = text.split('\n')
        const matching = [...lines.keys()].filter(i => line.test(lines[i] ?? ''))
        return matching.flatMap((i, at): Site[] => {
          const edits = editsOf(lines, i, matching[at + 1], make)
          return edits.length === 0 ? [] : [{ router, file, edits }]
        })
      }),
  )
}

function editsOf(lines: readonly string[], i: number, next: number | undefined, make: Spec['make']): Edit[] {
  const before = lines[i] ?? ''
  if (make === 'drop') return [{ number: i, before, after: [] }]
  if (make === 'swap') {
    const other = next === undefined || next - i > 12 ? undefined : lines[next]
    return other === undefined || next === undefined || other === before
      ? []
      : [
          { number: i, before, after: [other] },
          { number: next, before: other, after: [before] },
        ]
  }
  const after = before.replace(make[0], make[1])
  return after === before ? [] : [{ number: i, before, after: [after] }]
}

function mutants(): Mutant[] {
  const next = randomFrom(seed)
  return platformIds.flatMap(platform =>
    specs[platform].map((spec, i): Mutant => {
      const sites = sitesOf(platform, spec)
      const site = sites[Math.floor(next() * sites.length)]
      if (site === undefined) throw new Error(`${platform}: nothing for ${spec.class}: ${spec.line}`)
      return { id: `${platform}-${i + 1}`, platform, class: spec.class, valid: spec.valid, ...site }
    }),
  )
}

const made = mutants()
writeFileSync(join(import.meta.dirname, 'mutants.json'), `${JSON.stringify(made, undefined, 1)}\n`)
console.log(`${made.length} mutants, ${made.filter(({ valid }) => valid).length} of valid syntax`)
