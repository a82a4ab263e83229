import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { overSsh, sendFile, type Answer } from './ssh.ts'
import type { SshSettings } from './ssh-settings.ts'
import { addressOf, type Unit } from './target.ts'

/** How a router is spoken with, and by whose clock is waited for it. */
export interface Reach {
  /** A command of its console in a session of its own. */
  readonly ask: (unit: Unit, command: string) => Promise<Answer>
  /** Puts a file there; why it did not arrive, if it did not. */
  readonly send: (unit: Unit, name: string, text: string) => Promise<Bilingual | undefined>
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
}

export type Reaching = (settings: SshSettings) => Reach

export const reachBySsh: Reaching = settings => ({
  ask: (unit, command) => overSsh(settings, addressOf(unit), command, Buffer.alloc(0)),
  send: (unit, name, text) => sendFile(settings, addressOf(unit), name, text),
  now: () => Date.now(),
  wait: milliseconds => new Promise(resolve => void setTimeout(resolve, milliseconds)),
})

/** What a router's console says where it does not do what it is asked. */
export const refusal =
  /^(syntax error|expected |bad command name|no such|input does not match|invalid value|failure:|ambiguous|script error|not enough permissions|file not found|backup file not found|could not ).*$/im

/** What a router printed; undefined where it said nothing, or refused. */
export async function printed(reach: Reach, unit: Unit, command: string): Promise<string | undefined> {
  const answer = await reach.ask(unit, command)
  if (answer.kind === 'silent' || refusal.test(answer.stdout)) return undefined
  return answer.stdout.trim()
}

/**
 * Why a file did not arrive whole, if it did not: a session that is cut, or a disk that is full, may leave the
 * beginning of one, and a script that ends early at the end of a line is a script.
 */
export async function sendWhole(reach: Reach, unit: Unit, name: string, text: string): Promise<Bilingual | undefined> {
  const failed = await reach.send(unit, name, text)
  if (failed !== undefined) return failed
  const size = await printed(reach, unit, `:put [/file get [find name="${name}"] size]`)
  const bytes = Buffer.byteLength(text)
  if (size === String(bytes)) return undefined
  return {
    id: `${bytes} bita dikirim, router punya ${size ?? '0'}`,
    en: `${bytes} bytes were sent, the router has ${size ?? '0'}`,
  }
}
