import { existsSync, readFileSync } from 'node:fs'
import { changeRouteros } from '../../platforms/routeros/change/change.ts'
import { driftOf } from '../../platforms/routeros/change/drift.ts'
import { liveOf } from '../../platforms/routeros/change/live.ts'
import {
  beforeLoading,
  confirmation,
  lastingName,
  takeBack,
  takeBackMinutes,
} from '../../platforms/routeros/render/take-back.ts'
import { itemsOf } from '../../platforms/routeros/script/configuration.ts'
import { commandsOf } from '../../platforms/routeros/script/commands.ts'
import type { RouterModel } from '../../model/platform.ts'
import { resolved, type Secrets, type Template } from '../secrets/template.ts'
import { call, fileOf, fingerprintIn, known, liveIn, read, type Live } from './routeros-read.ts'
import { sendFile, type Answer } from './ssh.ts'
import type { SshSettings } from './ssh-settings.ts'
import type { Target, Unit } from './target.ts'
import { errorWords } from '../words.ts'

/**
 * A MikroTik router over SSH and SFTP. A live one is changed by the script of `serat rollout`, one that has never held a file of ours loads it
 * whole; either takes itself back unless it is confirmed. No device has met this yet. A router that leaves the inventory keeps what it runs.
 */
export function routerosTarget(settings: SshSettings): Target {
  return {
    read: (unit, secrets) => read({ ...settings, user: settings.readUser ?? settings.user }, unit, secrets),
    apply: (unit, before, secrets) => apply({ settings, unit, secrets }, before),
    remove: async () => {},
    location: ({ address = '' }) =>
      `ssh://${settings.user}@${address.includes(':') ? `[${address}]` : address}:${settings.port}`,
  }
}

interface Work {
  readonly settings: SshSettings
  readonly unit: Unit
  readonly secrets: Secrets
}

async function apply(work: Work, before: Unit | undefined): Promise<void> {
  const { settings, unit, secrets } = work
  const [name, template] = fileOf(unit)
  const text = resolvedFile(unit, name, template, secrets)
  const live = await liveIn(settings, unit)
  if (typeof live === 'string') throw new Error(`${live}; nothing was changed`)
  const to = fingerprintIn(text)
  if (live.isArmed && live.fingerprint !== to)
    throw new Error(
      `${unit.name}: an earlier change waits for its confirmation; the router takes it back within ${takeBackMinutes} minutes, then run this again`,
    )
  if (live.isArmed) return confirmed(work, to, anyConfirmation(unit))
  if (live.fingerprint === undefined) return loadedWhole(work, text, to)
  await changed(work, live, { text, to, old: oldText(before, secrets) })
}

function oldText(before: Unit | undefined, secrets: Secrets): string | undefined {
  return before === undefined ? undefined : known(fileOf(before)[1], secrets)
}

function resolvedFile({ name }: Unit, file: string, template: Template, secrets: Secrets): string {
  try {
    return resolved(template, secrets)
  } catch (error) {
    throw new Error(`${name}/${file}: ${errorWords(error)}`)
  }
}

interface Wish {
  readonly text: string
  readonly to: string | undefined
  readonly old: string | undefined
}

/** From the file that it was given last, or, where it differs from that, from its own export. */
async function changed(work: Work, live: Live, { text, to, old }: Wish): Promise<void> {
  const { unit } = work
  const isAsLeft = old !== undefined && fingerprintIn(old) === live.fingerprint && driftOf(old, live.text).length === 0
  const model = storageOf(unit)
  const sides = { router: unit.name, model, ways: { before: noWay, after: noWay } }
  const made = changeRouteros({
    ...sides,
    before: new Map([['before.rsc', isAsLeft ? old : ownMenus(live.text, text, old ?? text)]]),
    after: new Map([['after.rsc', text]]),
  })
  if ('refused' in made) throw new Error(`${unit.name}: ${made.refused.en}`)
  if (made.commands.length === 0 && live.fingerprint === to) return
  const file = lastingName({ model }, made.file.replace(/\.rsc$/, '.change.rsc'))
  await begun(work, {
    file,
    text: made.text,
    command: `/execute script="/import file-name=${file}"`,
    from: live.fingerprint,
  })
  await confirmed(work, to, `${made.confirm}; /file remove [find name="${file}"]`, live.fingerprint)
}

const noWay = { calls: [], interfaces: [] }

/** Of an export the menus that either file speaks of, and the users of the file, whom no export names. */
function ownMenus(exported: string, text: string, old: string): string {
  const spoken = new Set([...commandsOf(text), ...commandsOf(old)].map(({ menu }) => menu))
  let here = ''
  const users = old.split('\n').filter(line => {
    if (line.startsWith('/')) here = line
    return /^\/user( |$)/.test(here) && !/^\/user (group|aaa)/.test(here) && !/\bremove\b/.test(line)
  })
  const kept = exported.split('\n').filter(line => commandsOf(line).every(({ menu }) => spoken.has(menu)))
  return [...kept, ...users].join('\n')
}

/** A model of which nothing counts but where its files last. */
function storageOf({ lastingFolder }: Unit): RouterModel {
  const model = { ports: [], trunk: '', source: 'the inventory' }
  return lastingFolder === undefined ? model : { ...model, lastingFolder }
}

interface Beginning {
  readonly file: string
  readonly text: string
  readonly command: string
  readonly from: string | undefined
}

/** Sends a script, tries it where the version can, and starts it apart from the session. */
async function begun({ settings, unit }: Work, { file, text, command }: Beginning): Promise<void> {
  const { name, address = '' } = unit
  const sent = await sendFile(settings, address, file, text)
  if (sent !== undefined) throw new Error(`${name}: ${file} cannot be sent, nothing was changed: ${sent}`)
  if (unit.triesImports === true) {
    const tried = await call(settings, unit, `/import file-name=${file} verbose=yes dry-run`)
    const said = tried.kind === 'silent' ? tried.why : refusal.exec(tried.stdout)?.[0]
    if (said !== undefined) {
      await call(settings, unit, `/file remove [find name="${file}"]`)
      throw new Error(`${name} refuses ${file} before it is loaded, nothing was changed: ${said}`)
    }
  }
  await call(settings, unit, command)
}

const refusal =
  /^(syntax error|expected |bad command name|no such|input does not match|invalid value|failure:|ambiguous|script error).*$/im

/** A router that holds nothing of ours: its whole file, with the key of whoever deploys, since a reset takes that too. */
async function loadedWhole(work: Work, text: string, to: string | undefined): Promise<void> {
  const { settings, unit } = work
  const model = storageOf(unit)
  const key = settings.identityFile === undefined ? undefined : `${settings.identityFile}.pub`
  if (key === undefined || !existsSync(key))
    throw new Error(
      `${unit.name}: a first load needs serat:ssh.identityFile with its public half beside it as .pub: a reset takes keys away`,
    )
  if (!itemsOf(liveOf(text).configuration, '/user').some(({ values }) => values.get('name') === settings.user))
    throw new Error(`${unit.name}: the user ${settings.user} does not exist in the new file: nobody could confirm it`)
  const keyFile = lastingName({ model }, 'serat-key.pub')
  const file = lastingName({ model }, `${unit.name}.rsc`)
  const sent = await sendFile(settings, unit.address ?? '', keyFile, readFileSync(key, 'utf8'))
  if (sent !== undefined) throw new Error(`${unit.name}: ${keyFile} cannot be sent, nothing was changed: ${sent}`)
  const saved = await call(settings, unit, `/system backup save name=${beforeLoading({ model })} dont-encrypt=yes`)
  if (saved.kind === 'silent') throw new Error(`${unit.name}: no backup, nothing was changed: ${saved.why}`)
  await begun(work, {
    file,
    text: `${text}/user ssh-keys import public-key-file=${keyFile} user=${settings.user}\n`,
    command: `/execute script="/system reset-configuration no-defaults=yes skip-backup=yes run-after-reset=${file}"`,
    from: undefined,
  })
  await confirmed(work, to, confirmation({ model }, file))
}

function anyConfirmation(unit: Unit): string {
  const name = beforeLoading({ model: storageOf(unit) })
  return `/system scheduler remove [find name~"^${takeBack}"]; /file remove [find name="${name}.backup"]`
}

/** How long routes must stand still before a change counts as taken. */
const standMs = 1500

/** Waits for the new fingerprint over a new session, then for its routes, and says that it stays. */
async function confirmed(work: Work, to: string | undefined, confirm: string, from?: string): Promise<void> {
  const { settings, unit } = work
  const { name } = unit
  const deadline = Date.now() + settings.confirmSeconds * 1000
  const early = Date.now() + Math.min(settings.confirmSeconds * 500, 10_000)
  let last = ''
  while (Date.now() < deadline) {
    const live = await liveIn(settings, unit)
    if (typeof live === 'string') last = live
    else if (live.isArmed && live.fingerprint === to && (await standsStill(settings, unit))) {
      await call(settings, unit, confirm)
      const after = await liveIn(settings, unit)
      if (typeof after !== 'string' && !after.isArmed && after.fingerprint === to) return
      last = `${name} could not be confirmed`
    } else {
      last = live.isArmed ? `${name} stopped in the middle of the change` : `${name} did not begin the change`
      if (!live.isArmed && live.fingerprint === from && Date.now() > early) break
    }
    await new Promise(resolve => setTimeout(resolve, 500))
  }
  throw new Error(
    `${last}; ${await saidIn(settings, unit)}what was begun it takes back by itself within ${takeBackMinutes} minutes. Routers behind it were not touched.`,
  )
}

async function standsStill(settings: SshSettings, unit: Unit): Promise<boolean> {
  const routes = (): Promise<Answer> => call(settings, unit, '/ip route print terse where active')
  const first = await routes()
  await new Promise(resolve => setTimeout(resolve, standMs))
  const second = await routes()
  return first.kind === 'answered' && second.kind === 'answered' && first.stdout === second.stdout
}

async function saidIn(settings: SshSettings, unit: Unit): Promise<string> {
  const log = await call(settings, unit, '/log print where message~"serat: "')
  const said = log.kind === 'answered' ? log.stdout.trim().split('\n').at(-1)?.trim() : undefined
  return said === undefined || said === '' ? '' : `its log says: ${said}; `
}
