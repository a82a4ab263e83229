import { ScriptError, type Argument } from './language.ts'
import type { Misbehaviour } from './misbehaviour.ts'
import type { Menus } from './rows.ts'

/** What a backup takes, whatever it holds. */
const backupBytes = 20_000

/** Files of a stand-in: text, and backups of its menus. */
export class StandInDisk {
  readonly files = new Map<string, string | Menus>()

  /** Whether a file was kept. */
  put(name: string, text: string, { diskBytes = Infinity, diskIsReadOnly }: Misbehaviour): boolean {
    if (diskIsReadOnly === true) return false
    const used = [...this.files.values()].reduce(
      (sum, each) => sum + (typeof each === 'string' ? each.length : backupBytes),
      0,
    )
    if (used + text.length > diskBytes) return false
    this.files.set(name, text)
    return true
  }

  /** Takes away what a restart does not leave: everything but a folder, where the model has one. */
  forget(lastingFolder: string | undefined): void {
    if (lastingFolder === undefined) return
    for (const name of this.files.keys()) if (!name.startsWith(`${lastingFolder}/`)) this.files.delete(name)
  }

  text(name: string): string {
    const text = this.files.get(name)
    if (typeof text !== 'string') throw new ScriptError('file not found')
    return text
  }

  backup(name: string): Menus {
    const backup = this.files.get(name)
    if (backup === undefined || typeof backup === 'string') throw new ScriptError('backup file not found')
    return backup
  }

  /** What commands of `/file` give. */
  answer(verb: string, words: readonly Argument[], misbehaviour: Misbehaviour): string | undefined {
    const [{ value = '' } = {}] = words
    if (verb === 'find') return this.#found(words)
    if (verb === 'get') return String(this.#bytes(value))
    if (verb !== 'remove') return undefined
    this.#remove(value, misbehaviour)
    return ''
  }

  #found(words: readonly Argument[]): string {
    const isFound = (name: string): boolean =>
      words.every(
        ({ key, operator, value }) =>
          key !== 'name' || (operator === '~' ? new RegExp(value).test(name) : value === name),
      )
    return [...this.files.keys()].filter(isFound).join(';')
  }

  #bytes(name: string): number {
    const held = this.files.get(name)
    if (held === undefined) throw new ScriptError('no such item')
    return typeof held === 'string' ? Buffer.byteLength(held) : backupBytes
  }

  /** Names are parted by semicolons. */
  #remove(names: string, { diskIsReadOnly }: Misbehaviour): void {
    if (diskIsReadOnly === true && names !== '') throw new ScriptError('could not remove: read-only file system')
    for (const name of names.split(';')) this.files.delete(name)
  }
}
