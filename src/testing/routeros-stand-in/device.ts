import { factoryOf } from '../../platforms/routeros/routeros.factory.ts'
import type { RouterModel } from '../../model/platform.ts'
import type { Configuration, Item } from '../../platforms/routeros/script/configuration.ts'
import { exportLine } from './exported.ts'
import { interpret, ScriptError, type Argument, type Call } from './language.ts'
import { assign, copied, found, idOf, secondsOf, type Menus, type Row } from './rows.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How a stand-in may misbehave, as real routers do. */
export interface Misbehaviour {
  /** Commands after which it restarts in the middle of a script. */
  readonly restartsAfter?: number
  readonly diskBytes?: number
  /** Nothing can be written, by whatever way. */
  readonly diskIsReadOnly?: true
  /** A script stops before this word. */
  readonly refuses?: string
  /** Its version does not have this word: reading a script says so too. */
  readonly lacks?: string
  /** It says that it saved, and keeps no file. */
  readonly losesBackups?: true
}

/**
 * For tests, and no router: a stand-in for RouterOS. It runs scripts by the vendor's grammar, keeps what stands in menus, runs schedulers by
 * a clock that the test moves, restarts, and loses what a reset loses. No device has been compared with it.
 */
export class StandInRouter {
  readonly model: RouterModel
  readonly version = '7.20.6'
  readonly files = new Map<string, string | Menus>()
  readonly log: string[] = []
  /** Ended by every restart; a server of sessions listens. */
  restarts = 0
  /** Commands that changed something. */
  changes = 0
  misbehaviour: Misbehaviour = {}
  #menus: Menus
  /** Of who types now; undefined where nobody does: schedulers and what was handed over. */
  #policies: ReadonlySet<string> | undefined
  #due = new Map<number, number>()
  #seconds = 0
  #next = 1
  #later: string[] = []

  readonly #vocabulary: Vocabulary | undefined

  /** By its vendor's tree of commands, where that is to be had, it refuses every other word. */
  constructor(model: RouterModel, vocabulary?: Vocabulary) {
    this.model = model
    this.#vocabulary = vocabulary
    this.#menus = this.#factory()
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

  /** What a person types, with the rights of an account: what it prints, or why it stops. */
  type(text: string, user?: string): string {
    const printed: string[] = []
    const before = this.#policies
    this.#policies = user === undefined ? undefined : this.policiesOf(user)
    try {
      this.#run(text, printed)
    } catch (error) {
      if (!(error instanceof ScriptError)) throw error
      printed.push(error.message)
    }
    this.#policies = before
    return printed.map(line => `${line}\r\n`).join('')
  }

  /** What an account may do: all of it in the group `full`. */
  policiesOf(user: string): ReadonlySet<string> {
    const rowOf = (menu: string, name: string): Row | undefined =>
      this.#menus.get(menu)?.find(({ values }) => values.get('name') === name)
    const group = rowOf('/user', user)?.values.get('group') ?? ''
    const own = rowOf('/user group', group)?.values.get('policy')
    const policies = group === 'full' ? everyPolicy : (own ?? '')
    return new Set(policies.split(',').filter(word => word !== '' && !word.startsWith('!')))
  }

  /** Runs what was handed over by `/execute`, apart from any session. */
  work(): void {
    for (const script of this.#later.splice(0)) this.type(script)
  }

  /** The test's clock moves; schedulers run when their time has come. */
  passes(seconds: number): void {
    const end = this.#seconds + seconds
    for (;;) {
      const next = [...this.#due].filter(([, at]) => at <= end).sort((a, b) => a[1] - b[1])[0]
      if (next === undefined) break
      const [id, at] = next
      this.#seconds = at
      const row = this.#menus.get('/system scheduler')?.find(each => each.id === id)
      this.#due.delete(id)
      if (row === undefined) continue
      const every = secondsOf(row.values.get('interval') ?? '')
      if (every > 0) this.#due.set(id, at + every)
      this.type(row.values.get('on-event') ?? '')
    }
    this.#seconds = end
  }

  /** Its clock is set; what waits for an hour of the day waits longer, or is due at once. */
  clockMoves(seconds: number): void {
    for (const [id, at] of this.#due) this.#due.set(id, at - seconds)
  }

  put(name: string, text: string): boolean {
    const { diskBytes = Infinity, diskIsReadOnly } = this.misbehaviour
    if (diskIsReadOnly === true) return false
    const used = [...this.files.values()].reduce(
      (sum, each) => sum + (typeof each === 'string' ? each.length : 20_000),
      0,
    )
    if (used + text.length > diskBytes) return false
    this.files.set(name, text)
    return true
  }

  restart(): void {
    this.restarts++
    this.#seconds += 60
    const folder = this.model.lastingFolder
    for (const name of folder === undefined ? [] : this.files.keys())
      if (!name.startsWith(`${folder}/`)) this.files.delete(name)
    this.#arm('boot')
    for (const row of this.#menus.get('/system scheduler') ?? [])
      if (row.values.get('start-time') === 'startup') this.type(row.values.get('on-event') ?? '')
  }

  #arm(when: 'boot' | 'added', only?: Row): void {
    if (when === 'boot') this.#due.clear()
    for (const row of only === undefined ? (this.#menus.get('/system scheduler') ?? []) : [only]) {
      const every = secondsOf(row.values.get('interval') ?? '')
      if (every > 0) this.#due.set(row.id, this.#seconds + every)
    }
  }

  #factory(): Menus {
    return new Map(
      [...factoryOf(this.model).menus].map(([menu, items]) => [
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

  #run(script: string, printed: string[]): string {
    return interpret(
      {
        isMenu: path => /^\/[a-z0-9-]+( [a-z0-9-]+)*$/.test(path),
        isVerb: (menu, word) => verbs.has(word) && !(menu === '' && !rootVerbs.has(word)),
        builtin: (word, values) => this.#builtin(word, values, printed),
        call: call => this.#call(call, printed),
      },
      script,
    )
  }

  #builtin(word: string, values: readonly string[], printed: string[]): string {
    const [first = ''] = values
    if (word === ':error') throw new ScriptError(first)
    if (word === ':len') return String(first === '' ? 0 : first.split(';').length)
    if (word === ':put') printed.push(first)
    else if (word === ':log') this.log.push(values[1] ?? '')
    else if (word === ':delay') this.passes(secondsOf(first))
    else throw new ScriptError(`bad command name ${word}`)
    return ''
  }

  #call(call: Call, printed: string[]): string {
    const { menu, verb, words } = call
    this.#mustKnow(call)
    const { refuses } = this.misbehaviour
    if (refuses !== undefined && `${menu} ${verb}`.includes(refuses) && needsWrite.has(verb))
      throw new ScriptError('expected end of command')
    if (this.#policies?.has(needsWrite.has(verb) ? 'write' : 'read') === false)
      throw new ScriptError('not enough permissions (9)')
    const special = this.#special(call, printed)
    if (special !== undefined) return special
    const rows = this.#menus.get(menu) ?? []
    if (verb === 'find') return found(rows, words).map(idOf).join(';')
    if (verb === 'get') return this.#got(rows, words)
    if (verb === 'print') return this.#printed(rows, words, printed)
    this.#change(call, rows)
    this.changes++
    if (this.misbehaviour.restartsAfter === this.changes) {
      this.restart()
      throw new ScriptError('restarted')
    }
    return ''
  }

  #mustKnow({ menu, verb, words }: Call): void {
    const { lacks } = this.misbehaviour
    if (lacks !== undefined && `${menu} ${verb}`.includes(lacks)) throw new ScriptError(`bad command name ${verb}`)
    const fault = this.#vocabulary?.faultIn({ menu, verb, words })
    if (fault !== undefined) throw new ScriptError(fault)
  }

  #got(rows: readonly Row[], [target, key]: readonly Argument[]): string {
    const row = rows.find(each => idOf(each) === target?.value || each.values.get('name') === target?.value)
    if (row === undefined) throw new ScriptError('no such item')
    return row.values.get(key?.value ?? '') ?? ''
  }

  #printed(rows: readonly Row[], words: readonly Argument[], printed: string[]): string {
    const chosen = found(
      rows,
      words.filter(({ value }) => !/^(terse|count-only|where|detail)$/.test(value)),
    )
    if (words.some(({ value }) => value === 'count-only')) printed.push(String(chosen.length))
    else for (const { values } of chosen) printed.push([...values].map(([key, value]) => `${key}=${value}`).join(' '))
    return ''
  }

  #change({ menu, verb, words }: Call, rows: Row[]): void {
    const given = words.filter(({ key }) => key !== '')
    const bare = words.filter(({ key }) => key === '').map(({ value }) => value)
    if (verb === 'add') return this.#add(menu, rows, given, bare)
    const settings = bare.length === 0 && verb === 'set'
    const targets = settings ? [this.#setting(menu, rows)] : this.#meant(rows, bare[0] ?? '')
    if (verb === 'remove')
      this.#menus.set(
        menu,
        rows.filter(row => !targets.includes(row)),
      )
    else if (verb === 'disable' || verb === 'enable')
      for (const row of targets) row.values.set('disabled', verb === 'disable' ? 'yes' : 'no')
    else if (verb === 'set') for (const row of targets) assign(row, given, bare.slice(1))
    else if (verb === 'unset') for (const row of targets) row.values.delete(bare[1] ?? '')
    else if (verb === 'move') this.#move(menu, rows, targets, given)
    else throw new ScriptError(`bad command name ${verb}`)
  }

  #add(menu: string, rows: Row[], given: readonly Argument[], bare: readonly string[]): void {
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
    if (menu === '/system scheduler') this.#arm('added', row)
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

  #setting(menu: string, rows: Row[]): Row {
    const [row] = rows
    if (row !== undefined) return row
    const made: Row = { id: this.#next++, values: new Map(), flags: new Set(), isBuiltIn: true }
    this.#menus.set(menu, [made])
    return made
  }

  #meant(rows: readonly Row[], target: string): Row[] {
    if (target === '') return []
    const wanted = target.split(/[;,]/)
    const chosen = wanted.map(each => rows.find(row => idOf(row) === each || row.values.get('name') === each))
    if (chosen.includes(undefined)) throw new ScriptError('no such item')
    return chosen.flatMap(row => row ?? [])
  }

  #move(menu: string, rows: readonly Row[], targets: readonly Row[], given: readonly Argument[]): void {
    const rest = rows.filter(row => !targets.includes(row))
    const place = given.find(({ key }) => key === 'destination')?.value
    const at = place === undefined ? rest.length : rest.findIndex(row => idOf(row) === place)
    if (at < 0) throw new ScriptError('no such item')
    this.#menus.set(menu, rest.toSpliced(at, 0, ...targets))
  }

  /** What keeps no rows. */
  #special({ menu, verb, words }: Call, printed: string[]): string | undefined {
    const value = (key: string): string => words.find(word => word.key === key)?.value ?? ''
    switch (`${menu} ${verb}`.trim()) {
      case '/system backup save':
        if (this.misbehaviour.diskIsReadOnly === true) throw new ScriptError('could not save: read-only file system')
        if (this.misbehaviour.losesBackups !== true) this.files.set(`${value('name')}.backup`, copied(this.#menus))
        return ''
      case '/system backup load':
        return this.#back(`${value('name')}.backup`)
      case '/system reset-configuration':
        return this.#reset(value('run-after-reset'), value('skip-backup') === 'yes')
      case '/system reboot':
        this.restart()
        return ''
      case '/file find':
        return [...this.files.keys()]
          .filter(name =>
            words.every(
              ({ key, operator, value: own }) =>
                key !== 'name' || (operator === '~' ? new RegExp(own).test(name) : own === name),
            ),
          )
          .join(';')
      case '/file get':
        return String(this.#bytes(words[0]?.value ?? ''))
      case '/file remove':
        if (this.misbehaviour.diskIsReadOnly === true && words[0]?.value !== '')
          throw new ScriptError('could not remove: read-only file system')
        for (const name of (words[0]?.value ?? '').split(';')) this.files.delete(name)
        return ''
      case '/user group find':
        return words.some(({ value: own }) => own === 'full') ? 'full' : undefined
      case '/user group get':
        return words[0]?.value === 'full' ? everyPolicy : undefined
      case '/system resource get':
        return this.version
      case 'import':
        return this.#import(
          value('file-name'),
          words.some(word => word.value === 'dry-run'),
          printed,
        )
      case 'execute':
        this.#later.push(value('script'))
        return ''
      case 'export':
        printed.push(
          this.#exported(
            words.some(word => word.value === 'show-sensitive') && this.#policies?.has('sensitive') !== false,
          ),
        )
        return ''
      case '/log print':
        printed.push(
          ...this.log.filter(line =>
            words.every(({ key, value: pattern }) => key !== 'message' || new RegExp(pattern).test(line)),
          ),
        )
        return ''
      case '/user ssh-keys import':
        return this.#key(value('public-key-file'), value('user'))
      default:
        return undefined
    }
  }

  #bytes(file: string): number {
    const held = this.files.get(file)
    if (held === undefined) throw new ScriptError('no such item')
    return typeof held === 'string' ? Buffer.byteLength(held) : 20_000
  }

  #key(file: string, user: string): string {
    const text = this.files.get(file)
    if (typeof text !== 'string') throw new ScriptError('file not found')
    this.#add(
      '/user ssh-keys',
      this.#menus.get('/user ssh-keys') ?? [],
      [
        { key: 'user', operator: '=', value: user },
        { key: 'key', operator: '=', value: text.trim() },
      ],
      [],
    )
    this.files.delete(file)
    return ''
  }

  #back(file: string): string {
    const backup = this.files.get(file)
    if (backup === undefined || typeof backup === 'string') throw new ScriptError('backup file not found')
    this.#menus = copied(backup)
    this.restart()
    return ''
  }

  #reset(script: string, skips: boolean): string {
    if (!skips) this.files.set('auto-before-reset.backup', copied(this.#menus))
    this.#menus = this.#factory()
    this.restart()
    const text = this.files.get(script)
    if (typeof text === 'string') this.type(text)
    return ''
  }

  #import(file: string, isTry: boolean, printed: string[]): string {
    const text = this.files.get(file)
    if (typeof text !== 'string') throw new ScriptError('file not found')
    if (isTry) return this.#tried(text)
    return this.#run(text, printed)
  }

  /** A dry run reads; it says what a router's grammar refuses, and changes nothing. */
  #tried(text: string): string {
    interpret(
      {
        isMenu: path => /^\/[a-z0-9-]+( [a-z0-9-]+)*$/.test(path),
        isVerb: (menu, word) => verbs.has(word) && !(menu === '' && !rootVerbs.has(word)),
        builtin: () => '',
        call: call => {
          this.#mustKnow(call)
          return ''
        },
      },
      text,
    )
    return ''
  }

  /** Without users, whose passwords never leave a router. */
  #exported(shows: boolean): string {
    const lines = [...this.#menus].flatMap(([menu, rows]) =>
      /^\/user( ssh-keys)?$/.test(menu) ? [] : rows.flatMap(row => exportLine(menu, row, shows)),
    )
    return [`# 2026-01-01 00:00:00 by RouterOS ${this.version}`, ...lines].join('\r\n')
  }
}

const changing = new Set(['add', 'set', 'remove', 'move', 'enable', 'disable', 'unset'])
/** What only an account that may write is let do. */
const needsWrite = new Set([...changing, 'import', 'execute', 'save', 'load', 'reset-configuration', 'reboot'])
const everyPolicy = 'local,telnet,ssh,ftp,reboot,read,write,policy,test,winbox,password,web,sniff,sensitive,api'
const rootVerbs = new Set(['import', 'export', 'execute'])
const verbs = new Set([
  ...changing,
  ...rootVerbs,
  'find',
  'get',
  'print',
  'save',
  'load',
  'reset-configuration',
  'reboot',
])
