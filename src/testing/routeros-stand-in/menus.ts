import type { RouterModel } from '../../model/platform.ts'
import { factoryOf } from '../../platforms/routeros/routeros.factory.ts'
import type { Configuration, Item } from '../../platforms/routeros/script/configuration.ts'
import { ScriptError, type Argument, type Call } from './language.ts'
import { assign, copied, found, idOf, type Menus, type Row } from './rows.ts'

/** Verbs by which a command changes what stands in a menu. */
export const changing: ReadonlySet<string> = new Set(['add', 'set', 'remove', 'move', 'enable', 'disable', 'unset'])

/** What stands in the menus of a stand-in, and what commands make of it. */
export class MenuTree {
  #menus: Menus = new Map()
  #next = 1

  /** As the factory left it. */
  reset(model: RouterModel): void {
    this.#menus = new Map(
      [...factoryOf(model).menus].map(([menu, items]) => [
        menu,
        items.map(({ values, flags }) => ({
          id: this.#next++,
          values: new Map(values),
          flags: new Set(flags),
          isBuiltIn: true,
        })),
      ]),
    )
  }

  copy(): Menus {
    return copied(this.#menus)
  }

  restore(menus: Menus): void {
    this.#menus = copied(menus)
  }

  rows(menu: string): readonly Row[] {
    return this.#menus.get(menu) ?? []
  }

  entries(): Iterable<readonly [string, readonly Row[]]> {
    return this.#menus
  }

  /** What it holds, as the product's reader would have it. */
  configuration(): Configuration {
    return {
      menus: new Map(
        [...this.#menus]
          .filter(([, rows]) => rows.length > 0)
          .map(([menu, rows]) => [
            menu,
            rows.map(({ values, flags }): Item => ({ values: new Map(values), flags: new Set(flags) })),
          ]),
      ),
    }
  }

  /** Does what changes rows; the row that was added, if one was. */
  change({ menu, verb, words }: Call): Row | undefined {
    const rows = this.rows(menu)
    const given = words.filter(({ key }) => key !== '')
    const bare = words.filter(({ key }) => key === '').map(({ value }) => value)
    if (verb === 'add') return this.add(menu, given, bare)
    const isOfMenu = bare.length === 0 && verb === 'set'
    const targets = isOfMenu ? [this.#setting(menu)] : meant(rows, bare[0] ?? '')
    if (verb === 'remove')
      this.#menus.set(
        menu,
        rows.filter(row => !targets.includes(row)),
      )
    else if (verb === 'disable' || verb === 'enable')
      for (const row of targets) row.values.set('disabled', verb === 'disable' ? 'yes' : 'no')
    else if (verb === 'set') for (const row of targets) assign(row, given, bare.slice(1))
    else if (verb === 'unset') for (const row of targets) row.values.delete(bare[1] ?? '')
    else if (verb === 'move') this.#menus.set(menu, moved(rows, targets, given))
    else throw new ScriptError(`bad command name ${verb}`)
    return undefined
  }

  add(menu: string, given: readonly Argument[], bare: readonly string[] = []): Row {
    const rows = this.rows(menu)
    const row: Row = { id: this.#next++, values: new Map(), flags: new Set(), isBuiltIn: false }
    const own = given.filter(({ key }) => key !== 'place-before')
    assign(row, own, bare)
    const name = row.values.get('name')
    if (name !== undefined && rows.some(each => each.values.get('name') === name))
      throw new ScriptError('failure: already have such name')
    this.#mustExist(menu, row)
    const place = given.find(({ key }) => key === 'place-before')?.value
    const at = place === undefined ? rows.length : rows.findIndex(each => idOf(each) === place)
    if (at < 0) throw new ScriptError('no such item')
    this.#menus.set(menu, rows.toSpliced(at, 0, row))
    return row
  }

  /** A port, bridge or tunnel that nothing has made is no value of an interface. */
  #mustExist(menu: string, { values }: Row): void {
    const name = values.get('interface')
    if (name === undefined || !/^\/(ip address|ipv6 address|interface (vlan|bridge port|list member))$/.test(menu))
      return
    const known = [...this.#menus].some(
      ([each, rows]) => /^\/interface [a-z]+$/.test(each) && rows.some(row => row.values.get('name') === name),
    )
    if (!known && name !== 'lo') throw new ScriptError('input does not match any value of interface')
  }

  #setting(menu: string): Row {
    const [row] = this.rows(menu)
    if (row !== undefined) return row
    const made: Row = { id: this.#next++, values: new Map(), flags: new Set(), isBuiltIn: true }
    this.#menus.set(menu, [made])
    return made
  }
}

/** The value of a row, as `get` gives it. */
export function got(rows: readonly Row[], [target, key]: readonly Argument[]): string {
  const row = rows.find(each => idOf(each) === target?.value || each.values.get('name') === target?.value)
  if (row === undefined) throw new ScriptError('no such item')
  return row.values.get(key?.value ?? '') ?? ''
}

/** The lines that `print` gives. */
export function printedRows(rows: readonly Row[], words: readonly Argument[]): string[] {
  const chosen = found(
    rows,
    words.filter(({ value }) => !/^(terse|count-only|where|detail)$/.test(value)),
  )
  if (words.some(({ value }) => value === 'count-only')) return [String(chosen.length)]
  return chosen.map(({ values }) => [...values].map(([key, value]) => `${key}=${value}`).join(' '))
}

function meant(rows: readonly Row[], target: string): Row[] {
  if (target === '') return []
  const wanted = target.split(/[;,]/)
  const chosen = wanted.map(each => rows.find(row => idOf(row) === each || row.values.get('name') === each))
  if (chosen.includes(undefined)) throw new ScriptError('no such item')
  return chosen.flatMap(row => row ?? [])
}

function moved(rows: readonly Row[], targets: readonly Row[], given: readonly Argument[]): Row[] {
  const rest = rows.filter(row => !targets.includes(row))
  const place = given.find(({ key }) => key === 'destination')?.value
  const at = place === undefined ? rest.length : rest.findIndex(row => idOf(row) === place)
  if (at < 0) throw new ScriptError('no such item')
  return rest.toSpliced(at, 0, ...targets)
}
