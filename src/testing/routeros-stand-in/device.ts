import type { RouterModel } from '../../model/platform.ts'
import type { Configuration } from '../../platforms/routeros/script/configuration.ts'
import { everyPolicy, policiesOf } from './accounts.ts'
import { StandInDisk } from './disk.ts'
import { consoleWords, needsWrite } from './console.ts'
import { exportText } from './exported.ts'
import { interpret, ScriptError, type Argument, type Call } from './language.ts'
import { got, MenuTree, printedRows } from './menus.ts'
import type { Misbehaviour } from './misbehaviour.ts'
import { found, idOf, secondsOf, type Row } from './rows.ts'
import { Schedule } from './schedule.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * For tests, and no router: a stand-in for RouterOS. It runs scripts by the vendor's grammar, keeps what stands in
 * menus, runs schedulers by a clock that the test moves, restarts, and loses what a reset loses. No device has been
 * compared with it.
 */
export class StandInRouter {
  readonly model: RouterModel
  readonly version = '7.20.6'
  readonly log: string[] = []
  /** Ended by every restart; a server of sessions listens. */
  restarts = 0
  /** Commands that changed something. */
  changes = 0
  misbehaviour: Misbehaviour = {}
  readonly #menus = new MenuTree()
  readonly #disk = new StandInDisk()
  readonly #schedule = new Schedule()
  /** Of who types now; undefined where nobody does: schedulers and what was handed over. */
  #policies: ReadonlySet<string> | undefined
  #later: string[] = []

  readonly #vocabulary: Vocabulary | undefined

  /** By its vendor's tree of commands, where that is to be had, it refuses every other word. */
  constructor(model: RouterModel, vocabulary?: Vocabulary) {
    this.model = model
    this.#vocabulary = vocabulary
    this.#menus.reset(model)
  }

  /** What it holds, as the product's reader would have it. */
  configuration(): Configuration {
    return this.#menus.configuration()
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

  policiesOf(user: string): ReadonlySet<string> {
    return policiesOf(menu => this.#menus.rows(menu), user)
  }

  /** Runs what was handed over by `/execute`, apart from any session. */
  work(): void {
    for (const script of this.#later.splice(0)) this.type(script)
  }

  /** Names and contents of its files. */
  get files(): ReadonlyMap<string, unknown> {
    return this.#disk.files
  }

  /** The test's clock moves; schedulers run when their time has come. */
  passes(seconds: number): void {
    const end = this.#schedule.seconds + seconds
    for (let id = this.#schedule.next(end); id !== undefined; id = this.#schedule.next(end)) {
      const row = this.#schedulers().find(each => each.id === id)
      if (row === undefined) continue
      this.#schedule.arm(row)
      this.type(row.values.get('on-event') ?? '')
    }
  }

  #schedulers(): readonly Row[] {
    return this.#menus.rows('/system scheduler')
  }

  /** Its clock is set; what waits for an hour of the day waits longer, or is due at once. */
  clockMoves(seconds: number): void {
    this.#schedule.clockMoves(seconds)
  }

  put(name: string, text: string): boolean {
    return this.#disk.put(name, text, this.misbehaviour)
  }

  restart(): void {
    this.restarts++
    this.#disk.forget(this.model.lastingFolder)
    this.#schedule.boots(this.#schedulers())
    for (const row of this.#schedulers())
      if (row.values.get('start-time') === 'startup') this.type(row.values.get('on-event') ?? '')
  }

  #run(script: string, printed: string[]): string {
    return interpret(
      {
        ...consoleWords,
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
    const rows = this.#menus.rows(menu)
    if (verb === 'find') return found(rows, words).map(idOf).join(';')
    if (verb === 'get') return got(rows, words)
    if (verb === 'print') return say(printed, ...printedRows(rows, words))
    const added = this.#menus.change(call)
    if (added !== undefined && menu === '/system scheduler') this.#schedule.arm(added)
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

  /** What keeps no rows. */
  #special({ menu, verb, words }: Call, printed: string[]): string | undefined {
    if (menu === '/file') return this.#disk.answer(verb, words, this.misbehaviour)
    const value = (key: string): string => words.find(word => word.key === key)?.value ?? ''
    switch (`${menu} ${verb}`.trim()) {
      case '/system backup save':
        if (this.misbehaviour.diskIsReadOnly === true) throw new ScriptError('could not save: read-only file system')
        if (this.misbehaviour.losesBackups !== true) this.#disk.files.set(`${value('name')}.backup`, this.#menus.copy())
        return ''
      case '/system backup load':
        return this.#back(`${value('name')}.backup`)
      case '/system reset-configuration':
        return this.#reset(value('run-after-reset'), value('skip-backup') === 'yes')
      case '/system reboot':
        this.restart()
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
      case 'export': {
        const shows = words.some(word => word.value === 'show-sensitive') && this.#policies?.has('sensitive') !== false
        return say(printed, exportText(this.#menus.entries(), this.version, shows))
      }
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

  #key(file: string, user: string): string {
    const key = this.#disk.text(file).trim()
    const argument = (name: string, value: string): Argument => ({ key: name, operator: '=', value })
    this.#menus.add('/user ssh-keys', [argument('user', user), argument('key', key)])
    this.#disk.files.delete(file)
    return ''
  }

  #back(file: string): string {
    this.#menus.restore(this.#disk.backup(file))
    this.restart()
    return ''
  }

  #reset(script: string, skips: boolean): string {
    if (!skips) this.#disk.files.set('auto-before-reset.backup', this.#menus.copy())
    this.#menus.reset(this.model)
    this.restart()
    const text = this.#disk.files.get(script)
    if (typeof text === 'string') this.type(text)
    return ''
  }

  #import(file: string, isTry: boolean, printed: string[]): string {
    const text = this.#disk.text(file)
    if (isTry) return this.#tried(text)
    return this.#run(text, printed)
  }

  /** A dry run reads; it says what a router's grammar refuses, and changes nothing. */
  #tried(text: string): string {
    interpret(
      {
        ...consoleWords,
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
}

function say(printed: string[], ...lines: readonly string[]): string {
  printed.push(...lines)
  return ''
}
