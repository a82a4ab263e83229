import type { Argument } from './language.ts'

/** What stands in menus, as rows with numbers. */
export interface Row {
  readonly id: number
  readonly values: Map<string, string>
  readonly flags: Set<string>
  /** It was there before any script: an export sets it and does not add it. */
  readonly isBuiltIn: boolean
}

export type Menus = Map<string, Row[]>

export function idOf({ id }: Row): string {
  return `*${id.toString(16).toUpperCase()}`
}

export function copied(menus: Menus): Menus {
  return new Map(
    [...menus].map(([menu, rows]) => [
      menu,
      rows.map(row => ({ ...row, values: new Map(row.values), flags: new Set(row.flags) })),
    ]),
  )
}

export function secondsOf(text: string): number {
  const units: Readonly<Record<string, number>> = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1, '': 1 }
  return [...text.matchAll(/(\d+)([wdhms]?)/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 1),
    0,
  )
}

export function assign(row: Row, given: readonly Argument[], bare: readonly string[]): void {
  for (const { key, value } of given) row.values.set(key, value)
  for (const word of bare) {
    if (word.startsWith('!')) {
      row.values.delete(word.slice(1))
      row.flags.delete(word.slice(1))
    }
    row.flags.add(word)
  }
}

export function found(rows: readonly Row[], words: readonly Argument[]): Row[] {
  const conditions = words.filter(({ key, value }) => key !== '' || !/^(where|and|&&)$/.test(value))
  return rows.filter(row => conditions.every(condition => holds(row, condition)))
}

function holds({ values, flags }: Row, { key, operator, value }: Argument): boolean {
  const name = key === '' ? value.replace(/^!/, '') : key
  const own = values.get(name) ?? (flags.has(name) ? 'yes' : name === 'disabled' ? 'no' : '')
  if (key === '') return (own === 'yes') !== value.startsWith('!')
  if (operator === '~') return new RegExp(value).test(own)
  return (own === value) === (operator === '=')
}
