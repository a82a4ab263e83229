import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RouterModel } from '../../model/platform.ts'
import { itemsOf } from '../../platforms/routeros/script/configuration.ts'
import { skipped, treeFile } from '../../platforms/routeros/routeros.tree.ts'
import { editedRouters, type Edited } from '../../testing/changing/edits.ts'
import { StandInRouter } from '../../testing/routeros-stand-in/device.ts'
import { vocabularyOf, type Vocabulary } from '../../testing/routeros-stand-in/vocabulary.ts'
import type { Secrets } from '../secrets/template.ts'
import { verbatim } from '../words.ts'
import type { Answer } from './ssh.ts'
import { routerosTarget } from './routeros.ts'
import type { Reach } from './routeros-reach.ts'
import { sshSettings } from './ssh-settings.ts'
import type { Target, Unit } from './target.ts'

/** What happens between a deployer and a router: with the way that it usually goes. */
export interface Mischief {
  readonly ask?: (command: string, go: () => Answer) => Answer
  readonly send?: (go: (text?: string) => string | undefined, text: string) => string | undefined
  /** Seconds until what was handed over begins. */
  readonly lateSeconds?: number
  readonly onWait?: () => void
}

/** A deployer that is gone: it hears nothing and does nothing more. */
export class Killed extends Error {}

export const silent = (why: string): Answer => ({ kind: 'silent', why: verbatim(why) })
export const answered = (stdout: string): Answer => ({ kind: 'answered', code: 0, stdout, stderr: '' })

const folder = mkdtempSync(join(tmpdir(), 'serat-meeting-'))
const identityFile = join(folder, 'identity')
writeFileSync(`${identityFile}.pub`, 'ssh-ed25519 AAAAuji uji\n')

interface Accounts {
  readonly user: string
  readonly readUser?: string
}

/** A deployer and a stand-in in one process and by one clock, with nothing in between. */
export class Meeting {
  readonly router: StandInRouter
  readonly target: Target
  readonly said: string[] = []
  mischief: Mischief = {}
  /** Whether the NOC's packets arrive now. */
  reaches: () => boolean = () => true
  #milliseconds = 0
  #begins = 0

  constructor(model: RouterModel, { user, readUser = 'noc-ro' }: Accounts, vocabulary?: Vocabulary) {
    this.router = new StandInRouter(model, vocabulary)
    this.router.type(`/user add name=${user} group=full`)
    const settings = sshSettings.parse({ user, identityFile, confirmSeconds: 60, readUser })
    this.target = routerosTarget(settings, own => this.#reach(own.user))
  }

  passes(seconds: number): void {
    for (let left = seconds; left > 0; left -= 10) {
      this.#milliseconds += Math.min(left, 10) * 1000
      this.router.passes(Math.min(left, 10))
      this.#works()
    }
  }

  get isArmed(): boolean {
    const schedulers = itemsOf(this.router.configuration(), '/system scheduler')
    return schedulers.some(({ values }) => values.get('name')?.startsWith('serat-take-back') === true)
  }

  #works(): void {
    if (this.#milliseconds >= this.#begins) this.router.work()
  }

  #reach(user: string): Reach {
    return {
      now: () => this.#milliseconds,
      wait: async milliseconds => {
        this.passes(milliseconds / 1000)
        this.mischief.onWait?.()
      },
      ask: async (_, command) => {
        this.said.push(command)
        const { ask, lateSeconds = 0 } = this.mischief
        const go = (): Answer => answered(this.router.type(command, user))
        if (command.startsWith('/execute')) this.#begins = this.#milliseconds + lateSeconds * 1000
        const answer = !this.reaches() ? silent('connection timed out') : ask === undefined ? go() : ask(command, go)
        this.#works()
        return answer
      },
      send: async (_, name, text) => {
        this.said.push(`put ${name}`)
        if (!this.reaches()) return verbatim('connection timed out')
        const go = (sent = text): string | undefined => (this.router.put(name, sent) ? undefined : 'write failed')
        const failed = this.mischief.send === undefined ? go() : this.mischief.send(go, text)
        return failed === undefined ? undefined : verbatim(failed)
      },
    }
  }
}

export const secrets: Secrets = { of: () => `${'A'.repeat(43)}=`, all: () => new Map() }

const textOf = (files: Edited['before']): string => [...files.values()].join('\n')

interface Meetings {
  readonly old: string
  readonly unit: (text: string) => Unit
  readonly oldUnit: Unit
  readonly nextUnit: Unit
  /** A router that holds nothing of ours but the account of whoever deploys. */
  readonly fresh: (readUser?: string) => Meeting
  /** A router that holds the old file, confirmed. */
  readonly deployed: (readUser?: string) => Promise<Meeting>
  /** What a preview says of a router beside its file. */
  readonly drift: (meeting: Meeting, wanted: Unit, known?: Secrets) => Promise<string[]>
  /** For the name of a test: that words could not be held against the vendor's. */
  readonly words: string
}

/** Meetings with a leaf that has a tunnel, which an edit changes. */
export function leafMeetings(): Meetings {
  const edited = editedRouters('routeros', 8).find(({ router }) => router === 'kec-00010')
  if (edited === undefined) throw new Error('no edit')
  const [old, next] = [textOf(edited.before), textOf(edited.after)]
  const tree = treeFile(edited.intents.before.router.dialect.id)
  const vocabulary = tree === undefined ? undefined : vocabularyOf(tree)
  const unit = (text: string): Unit => unitOf(edited, text)
  const fresh = (readUser?: string): Meeting =>
    new Meeting(edited.model, { user: accountIn(old), ...(readUser === undefined ? {} : { readUser }) }, vocabulary)
  return {
    old,
    unit,
    oldUnit: unit(old),
    nextUnit: unit(next),
    words: skipped.replace('skipped', 'words not checked'),
    fresh,
    async deployed(readUser) {
      const meeting = fresh(readUser)
      await meeting.target.apply(unit(old), undefined, secrets)
      return meeting
    },
    async drift({ target }, wanted, known = secrets) {
      const found = await target.read(wanted, known)
      if (found.kind !== 'there') return [found.kind]
      const [[name, { text }] = ['', { text: '' }]] = wanted.files
      const said = (found.files.get(name) ?? '').slice(text.length)
      return said.split('\n').filter(line => line !== '')
    },
  }
}

function accountIn(text: string): string {
  return /^(?:\/user )?add name=(\S+) group=full/m.exec(text)?.[1] ?? ''
}

function unitOf({ router, model }: Edited, text: string): Unit {
  const forms = Array.from(text.matchAll(/<secret:[a-z0-9/-]+>/g), () => 'routeros')
  const lasting = model.lastingFolder === undefined ? {} : { lastingFolder: model.lastingFolder }
  return {
    name: router,
    folder: `routers/${router}`,
    files: new Map([[`${router}.rsc`, { text: text.endsWith('\n') ? text : `${text}\n`, forms }]]),
    binaries: new Map(),
    address: '192.0.2.1',
    triesImports: true,
    ...lasting,
  }
}
