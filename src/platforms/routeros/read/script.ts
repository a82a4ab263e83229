import type { Folder } from '../../reading/folder.ts'
import { commandsOf } from '../script/commands.ts'
import { applyAll, itemsOf, nothing, type Applied, type Item } from '../script/configuration.ts'

export type Words = ReadonlyMap<string, string>

/** What a script leaves on a router, by menu; what is disabled is left out. */
export interface Script {
  readonly items: (menu: string) => readonly Item[]
  /** Values of a menu's items; of those that have this value, where one is asked for. */
  readonly of: (menu: string, key?: string, value?: string) => readonly Words[]
  /** Values of what a menu's items say that is disabled. */
  readonly disabled: (menu: string) => readonly Words[]
  /** Why a router would stop half way. */
  readonly faults: readonly string[]
}

/** A router that loads the scripts of a folder one after the other, from nothing. */
export function scriptOf(folder: Folder): Script {
  return scriptFrom(applyAll(nothing, [...folder.values()].flatMap(commandsOf)))
}

export function scriptFrom({ configuration, faults }: Applied): Script {
  const isDisabled = ({ values }: Item): boolean => values.get('disabled') === 'yes'
  const items = (menu: string): readonly Item[] => itemsOf(configuration, menu).filter(item => !isDisabled(item))
  return {
    items,
    disabled: menu =>
      itemsOf(configuration, menu)
        .filter(isDisabled)
        .map(({ values }) => values),
    of: (menu, key, value) =>
      items(menu)
        .filter(({ values }) => key === undefined || values.get(key) === value)
        .map(({ values }) => values),
    faults,
  }
}

export function secretIn(text: string | undefined): string | undefined {
  return /^<secret:([^>]+)>$/.exec(text ?? '')?.[1]
}

/** One kind of facts of a script; `at` is the word for an interface by its name. */
export type Read = (script: Script, at: (name: string | undefined) => string) => string[]
