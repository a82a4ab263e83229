import { existsSync, readFileSync } from 'node:fs'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { RouterModel } from '../../model/platform.ts'
import { liveOf } from '../../platforms/routeros/change/live.ts'
import { beforeLoading, lastingName } from '../../platforms/routeros/render/take-back.ts'
import { itemsOf } from '../../platforms/routeros/script/configuration.ts'
import { printed, refusal, sendWhole, type Reach } from './routeros-reach.ts'
import type { SshSettings } from './ssh-settings.ts'
import type { Unit } from './target.ts'
import { both, verbatim } from '../words.ts'

/** One router, how it is spoken with, and as whom. */
export interface Ground {
  readonly settings: SshSettings
  readonly reach: Reach
  readonly unit: Unit
}

/** What a change needs of an account: SFTP, a backup with its secrets, a script that runs apart from the session. */
const needed = ['ftp', 'read', 'write', 'policy', 'reboot', 'test', 'password', 'sensitive']

/**
 * Before a byte is sent: an account of the router's own that may not do all of it is refused; of one of RADIUS nothing
 * is known.
 */
export async function mustBeAllowed({ settings, reach, unit }: Ground): Promise<void> {
  const group = `[/user get [find name=${settings.user}] group]`
  const said = await printed(reach, unit, `:put [/user group get [find name=${group}] policy]`)
  if (said === undefined || said === '') return
  const policies = new Set(said.split(/[,;]/))
  const lacking = needed.filter(policy => !policies.has(policy))
  if (lacking.length === 0) return
  throw new Error(
    both({
      id: `${unit.name}: akun ${settings.user} tidak boleh mengubahnya, tidak ada yang dikirim: grupnya belum punya ${lacking.join(', ')}`,
      en: `${unit.name}: the account ${settings.user} may not change it, nothing was sent: its group lacks ${lacking.join(', ')}`,
    }),
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
    throw new Error(unsent(name, file, sent))
  }
  if (unit.triesImports === true) {
    const tried = await reach.ask(unit, `/import file-name=${file} verbose=yes dry-run`)
    const said = tried.kind === 'silent' ? tried.why : refusalIn(tried.stdout)
    if (said !== undefined) {
      await reach.ask(unit, gone)
      throw new Error(
        both({
          id: `${name} menolak ${file} sebelum dimuat, tidak ada yang diubah: ${said.id}`,
          en: `${name} refuses ${file} before it is loaded, nothing was changed: ${said.en}`,
        }),
      )
    }
  }
  const started = await reach.ask(unit, command)
  // A session that breaks off here says nothing of whether it runs: what the router holds later does.
  const said = started.kind === 'silent' ? undefined : refusalIn(started.stdout)
  if (said === undefined) return
  await reach.ask(unit, gone)
  throw new Error(
    both({
      id: `${name} tidak menjalankan ${file}, tidak ada yang diubah: ${said.id}`,
      en: `${name} does not run ${file}, nothing was changed: ${said.en}`,
    }),
  )
}

function unsent(name: string, file: string, { id, en }: Bilingual): string {
  return both({
    id: `${name}: ${file} tidak dapat dikirim, tidak ada yang diubah: ${id}`,
    en: `${name}: ${file} cannot be sent, nothing was changed: ${en}`,
  })
}

function unsaved(name: string, { id, en }: Bilingual): string {
  return both({
    id: `${name}: cadangan tidak tersimpan, tidak ada yang diubah: ${id}`,
    en: `${name}: no backup, nothing was changed: ${en}`,
  })
}

/** What the router's console refused, in its words. */
function refusalIn(stdout: string): Bilingual | undefined {
  const said = refusal.exec(stdout)?.[0].trim()
  return said === undefined ? undefined : verbatim(said)
}

/**
 * A router that holds nothing of ours: its whole file, with the key of whoever deploys, since a reset takes that too.
 * Name of the file there.
 */
export async function beginWhole(ground: Ground, text: string): Promise<string> {
  const { settings, reach, unit } = ground
  const { name } = unit
  const model = storageOf(unit)
  const key = settings.identityFile === undefined ? undefined : `${settings.identityFile}.pub`
  if (key === undefined || !existsSync(key))
    throw new Error(
      both({
        id:
          `${name}: pemuatan pertama memerlukan serat:ssh.identityFile, ` +
          'dan kunci publiknya di sebelahnya dengan akhiran .pub, sebab reset menghapus kunci di router',
        en: `${name}: a first load needs serat:ssh.identityFile with its public half beside it as .pub: a reset takes keys away`,
      }),
    )
  if (!itemsOf(liveOf(text).configuration, '/user').some(({ values }) => values.get('name') === settings.user))
    throw new Error(
      both({
        id:
          `${name}: pengguna ${settings.user} tidak ada di berkas baru, ` +
          'sehingga tidak ada yang dapat menegaskannya; sebut yang ada dengan serat:ssh.user',
        en:
          `${name}: the user ${settings.user} does not exist in the new file: nobody could confirm it; ` +
          'name one that does with serat:ssh.user',
      }),
    )
  const keyFile = lastingName({ model }, 'serat-key.pub')
  const file = lastingName({ model }, `${name}.rsc`)
  const sent = await sendWhole(reach, unit, keyFile, readFileSync(key, 'utf8'))
  if (sent !== undefined) throw new Error(unsent(name, keyFile, sent))
  const backup = beforeLoading({ model })
  const saved = await reach.ask(unit, `/system backup save name=${backup} dont-encrypt=yes`)
  if (saved.kind === 'silent') throw new Error(unsaved(name, saved.why))
  // What it says of a backup differs from version to version; that it is there does not.
  const kept = await printed(reach, unit, `:put [:len [/file find where name="${backup}.backup"]]`)
  if (kept !== '1')
    throw new Error(unsaved(name, refusalIn(saved.stdout) ?? { id: 'berkasnya tidak ada', en: 'no file' }))
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
