import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { loadCodes } from '../../load/codes.ts'
import { rules } from '../../rules/index.ts'

/** What a code stands for; the code itself where nobody says. */
export function titleOfRule(code: string): Bilingual {
  return titles.get(code) ?? { id: code, en: code }
}

export const ruleCodes: readonly string[] = [...Object.keys(loadCodes), ...rules.map(({ code }) => code)].sort()

const titles: ReadonlyMap<string, Bilingual> = new Map([
  ...Object.entries(loadCodes).map(([code, { title }]) => [code, title] as const),
  ...rules.map(({ code, title }) => [code, title] as const),
])
