import { routerosEntries, type Entry } from './entries.ts'
import type { Folder } from '../../reading/folder.ts'

export type Words = ReadonlyMap<string, string>

/** A script of RouterOS, by menu. */
export interface Script {
  readonly entries: readonly Entry[]
  readonly of: (menu: string, key?: string, value?: string) => readonly Words[]
}

export function scriptOf(folder: Folder): Script {
  const entries = [...folder].flatMap(([file, text]) =>
    routerosEntries(
      file,
      text.split('\n').filter(line => line.trim() !== ''),
    ),
  )
  const byMenu = Map.groupBy(entries, ({ menu }) => menu)
  return {
    entries,
    of: (menu, key, value) =>
      (byMenu.get(menu) ?? [])
        .filter(({ words }) => key === undefined || words.get(key) === value)
        .map(({ words }) => words),
  }
}

export function secretIn(text: string | undefined): string | undefined {
  return /^"?<secret:([^>]+)>"?$/.exec(text ?? '')?.[1]
}
