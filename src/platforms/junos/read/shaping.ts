import { shapeFacts, type At } from '../../reading/meaning.ts'
import { value, values } from '../../reading/patterns.ts'
import { unitsOf } from './units.ts'
import { byFirst, type Statements } from './text.ts'

interface Level {
  readonly rate: number
  readonly except: readonly string[]
  readonly end: string
}

/**
 * Levels nest: each leaves the more urgent classes alone, so that what one leaves alone and the next does not is a
 * class.
 */
export function shaping(statements: Statements, at: At): string[] {
  return unitsOf(statements).flatMap(({ name, lines }) => {
    const bound = (['inet', 'inet6'] as const).map(family => ({
      family,
      filter: value(lines, new RegExp(`^family ${family} filter output (\\S+)$`)),
    }))
    if (bound.every(({ filter }) => filter === undefined)) return []
    const both = bound.map(({ family, filter }) => levelsOf(statements, family, filter ?? ''))
    const [v4 = [], v6 = []] = both
    const rates = both.map(levels => levels.map(({ rate }) => rate).join(' '))
    const falling = v4.every(({ rate }, i) => i === 0 || rate < (v4[i - 1]?.rate ?? 0))
    const way = both.flat().every(({ end }) => end === 'source' || end === '') ? 'source' : 'destination'
    const classes = v4.slice(1).map((_, i) => [fresh(v4, i + 1), fresh(v6, i + 1)].flat())
    return shapeFacts(
      `${at(name)} by ${way}`,
      rates[0] === rates[1] && falling && even(v4) ? (v4[0]?.rate ?? '?') : '?',
      classes,
    )
  })
}

function fresh(levels: readonly Level[], i: number): string[] {
  return (levels[i]?.except ?? []).filter(prefix => !levels[i - 1]?.except.includes(prefix))
}

/** Each level promises the same to those above it. */
function even(levels: readonly Level[]): boolean {
  const steps = levels.slice(1).map(({ rate }, i) => (levels[i]?.rate ?? 0) - rate)
  return steps.every(step => step === steps[0])
}

function levelsOf({ below }: Statements, family: 'inet' | 'inet6', filter: string): Level[] {
  const terms = byFirst(below(`firewall family ${family} filter ${filter}`).map(line => line.replace(/^term /, '')))
  return [...terms.values()]
    .flatMap((lines): Level[] => {
      const limit = value(
        below(`firewall policer ${value(lines, /^then policer (\S+)$/)}`),
        /^if-exceeding bandwidth-limit (\d+)k$/,
      )
      return limit === undefined
        ? []
        : [
            {
              rate: Number(limit),
              except: values(lines, /^from (?:source|destination)-address (\S+) except$/),
              end: value(lines, /^from (source|destination)-address /) ?? '',
            },
          ]
    })
    .toSorted((a, b) => a.except.length - b.except.length)
}
