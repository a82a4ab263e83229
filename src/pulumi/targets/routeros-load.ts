import { existsSync, readFileSync } from 'node:fs'
import type { RouterModel } from '../../model/platform.ts'
import { liveOf } from '../../platforms/routeros/change/live.ts'
import { beforeLoading, lastingName } from '../../platforms/routeros/render/take-back.ts'
import { itemsOf } from '../../platforms/routeros/script/configuration.ts'
import { printed, refusal, sendWhole, type Reach } from './routeros-reach.ts'
import type { SshSettings } from './ssh-settings.ts'
import type { Unit } from './target.ts'

/** One router, how it is spoken with, and as whom. */
export interface Ground {
  readonly settings: SshSettings
  readonly reach: Reach
  readonly unit: Unit
}

/** What a change needs of an account: SFTP, a backup with its secrets, a script that runs apart from the session. */
const needed = ['ftp', 'read', 'write', 'policy', 'reboot', 'test', 'password', 'sensitive']

/** Before a byte is sent: an account of the router's own that may not do all of it is refused; of one of RADIUS nothing is known. */
export async function mustBeAllowed({ settings, reach, unit }: Ground): Promise<void> {
  const group = `[/user get [find name=${settings.user}] group]`
  const said = await printed(reach, unit, `:put [/user group get [find name=${group}] policy]`)
  if (said === undefined || said === '') return
  const policies = new Set(said.split(/[,;]/))
  const lacking = needed.filter(policy => !policies.has(policy))
  if (lacking.length === 0) return
  throw new Error(
    `${unit.name}: the account ${settings.user} may not change it, nothing was sent: its group lacks ${lacking.join(', ')}`,
  )
}

interface Beginning {
  readonly file: string
  readonly text: string
  readonly command: string
}

/** Sends a script, tries it where the version can, and starts it apart from the session. */
export async function begun({ reach, unit }: Ground, { file, text, command }: Beginning): Promise<void> {
  const { name } = unit
  const gone = `/file remove [find name="${file}"]`
  const sent = await sendWhole(reach, unit, file, text)
  if (sent !== undefined) {
    await reach.ask(unit, gone)
    throw new Error(`${name}: ${file} cannot be sent, nothing was changed: ${sent}`)
  }
  if (unit.triesImports === true) {
    const tried = await reach.ask(unit, `/import file-name=${file} verbose=yes dry-run`)
    const said = tried.kind === 'silent' ? tried.why : refusal.exec(tried.stdout)?.[0]
    if (said !== undefined) {
      await reach.ask(unit, gone)
      throw new Error(`${name} refuses ${file} before it is loaded, nothing was changed: ${said.trim()}`)
    }
  }
  const started = await reach.ask(unit, command)
  // A session that breaks off here says nothing of whether it runs: what the router holds later does.
  const said = started.kind === 'silent' ? undefined : refusal.exec(started.stdout)?.[0]
  if (said === undefined) return
  await reach.ask(unit, gone)
  throw new Error(`${name} does not run ${file}, nothing was changed: ${said.trim()}`)
}

/** A router that holds nothing of ours: its whole file, with the key of whoever deploys, since a reset takes that too. Name of the file there. */
export async function beginWhole(ground: Ground, text: string): Promise<string> {
  const { settings, reach, unit } = ground
  const { name } = unit
  const model = storageOf(unit)
  const key = settings.identityFile === undefined ? undefined : `${settings.identityFile}.pub`
  if (key === undefined || !existsSync(key))
    throw new Error(
      `${name}: a first load needs serat:ssh.identityFile with its public half beside it as .pub: a reset takes keys away`,
    )
  if (!itemsOf(liveOf(text).configuration, '/user').some(({ values }) => values.get('name') === settings.user))
    throw new Error(`${name}: the user ${settings.user} does not exist in the new file: nobody could confirm it`)
  const keyFile = lastingName({ model }, 'serat-key.pub')
  const file = lastingName({ model }, `${name}.rsc`)
  const sent = await sendWhole(reach, unit, keyFile, readFileSync(key, 'utf8'))
  if (sent !== undefined) throw new Error(`${name}: ${keyFile} cannot be sent, nothing was changed: ${sent}`)
  const backup = beforeLoading({ model })
  const saved = await reach.ask(unit, `/system backup save name=${backup} dont-encrypt=yes`)
  if (saved.kind === 'silent') throw new Error(`${name}: no backup, nothing was changed: ${saved.why}`)
  // What it says of a backup differs from version to version; that it is there does not.
  const kept = await printed(reach, unit, `:put [:len [/file find where name="${backup}.backup"]]`)
  if (kept !== '1')
    throw new Error(`${name}: no backup, nothing was changed: ${refusal.exec(saved.stdout)?.[0]?.trim() ?? 'no file'}`)
  await begun(ground, {
    file,
    text: `${text}/user ssh-keys import public-key-file=${keyFile} user=${settings.user}\n`,
    command: `/execute script="/system reset-configuration no-defaults=yes skip-backup=yes run-after-reset=${file}"`,
  })
  return file
}

/** A model of which nothing counts but where its files last. */
export function storageOf({ lastingFolder }: Unit): RouterModel {
  const model = { ports: [], trunk: '', source: 'the inventory' }
  return lastingFolder === undefined ? model : { ...model, lastingFolder }
}
