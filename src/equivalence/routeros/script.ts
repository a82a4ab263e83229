import { entriesOf, type Entry } from '../../testing/klaten/entries.ts'
import type { Folder } from '../moved.ts'

export type Words = ReadonlyMap<string, string>

/** A script of RouterOS, by menu. */
export interface Script {
  readonly entries: readonly Entry[]
  readonly of: (menu: string, key?: string, value?: string) => readonly Words[]
}

export function scriptOf(folder: Folder): Script {
  const entries = entriesOf(folder)
  const byMenu = Map.groupBy(entries, ({ menu }) => menu)
  return { entries, of: (menu, key, value) => (byMenu.get(menu) ?? []).filter(({ words }) => key === undefined || words.get(key) === value).map(({ words }) => words) }
}

export function secretIn(text: string | undefined): string | undefined {
  return /^"?<secret:([^>]+)>"?$/.exec(text ?? '')?.[1]
}
