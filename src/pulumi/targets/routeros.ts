import type { Bilingual } from '../../diagnostic/diagnostic.ts'
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
import { resolved, type Secrets, type Template } from '../secrets/template.ts'
import { spokenOf } from './routeros-export.ts'
import { beginWhole, begun, mustBeAllowed, storageOf, type Ground } from './routeros-load.ts'
import { printed, reachBySsh, type Reaching } from './routeros-reach.ts'
import { fileOf, fingerprintIn, known, liveIn, read, type Live } from './routeros-read.ts'
import type { SshSettings } from './ssh-settings.ts'
import type { Target, Unit } from './target.ts'
import { both, errorWords, verbatim } from '../words.ts'

/**
 * A MikroTik router over SSH and SFTP. A live one is changed by the script of `serat rollout`, one that has never held
 * a file of ours loads it whole; either takes itself back unless it is confirmed. No device has met this yet. A router
 * that leaves the inventory keeps what it runs.
 */
export function routerosTarget(settings: SshSettings, reaching: Reaching = reachBySsh): Target {
  const reader = reaching({ ...settings, user: settings.readUser ?? settings.user })
  const reach = reaching(settings)
  return {
    read: (unit, secrets) => read(reader, unit, secrets),
    apply: (unit, before, secrets) => apply({ settings, reach, unit, secrets }, before),
    remove: async () => {},
    location: ({ address = '' }) =>
      `ssh://${settings.user}@${address.includes(':') ? `[${address}]` : address}:${settings.port}`,
  }
}

interface Work extends Ground {
  readonly secrets: Secrets
}

async function apply(work: Work, before: Unit | undefined): Promise<void> {
  const { reach, unit, secrets } = work
  const [name, template] = fileOf(unit)
  const text = resolvedFile(unit, name, template, secrets)
  const live = await liveIn(reach, unit)
  if (!('text' in live))
    throw new Error(both({ id: `${live.id}; tidak ada yang diubah`, en: `${live.en}; nothing was changed` }))
  const to = fingerprintIn(text)
  if (live.isArmed && live.fingerprint !== to)
    throw new Error(
      both({
        id:
          `${unit.name}: perubahan sebelumnya menunggu penegasan; ` +
          `router membatalkannya dalam ${takeBackMinutes} menit, sesudah itu jalankan lagi`,
        en:
          `${unit.name}: an earlier change waits for its confirmation; ` +
          `the router takes it back within ${takeBackMinutes} minutes, then run this again`,
      }),
    )
  const old = before === undefined ? undefined : known(fileOf(before)[1], secrets)
  if (live.fingerprint !== undefined) mustBe(unit, live, [text, ...(old === undefined ? [] : [old])])
  if (live.isArmed) return confirmed(work, { to, confirm: anyConfirmation(unit) })
  await mustBeAllowed(work)
  if (live.fingerprint === undefined) {
    const file = await beginWhole(work, text)
    return confirmed(work, { to, confirm: confirmation({ model: storageOf(unit) }, file) })
  }
  await changed(work, live, { text, to, old })
}

/** Two routers that have each other's address would be given each other's configuration. */
function mustBe({ name, address }: Unit, live: Live, files: readonly string[]): void {
  const said = live.name
  if (said === undefined || files.some(file => identityIn(file) === said)) return
  throw new Error(
    both({
      id:
        `${name}: yang menjawab di ${address ?? ''} menyebut dirinya ${said}; tidak ada yang diubah. ` +
        'Router lain, atau /system identity diubah dengan tangan',
      en:
        `${name}: at ${address ?? ''} answers a router that calls itself ${said}; nothing was changed. ` +
        'Another router, or /system identity was changed by hand',
    }),
  )
}

function identityIn(text: string): string | undefined {
  return itemsOf(liveOf(text).configuration, '/system identity')[0]?.values.get('name')
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
  const { reach, unit } = work
  // What an earlier change left where its confirmation was cut, or its answer was.
  if (live.fingerprint === to && driftOf(text, live.text).length === 0)
    return void (await reach.ask(unit, anyConfirmation(unit)))
  const isAsLeft = old !== undefined && fingerprintIn(old) === live.fingerprint && driftOf(old, live.text).length === 0
  const model = storageOf(unit)
  const made = changeRouteros({
    router: unit.name,
    model,
    ways: { before: noWay, after: noWay },
    before: new Map([['before.rsc', isAsLeft ? old : spokenOf(live.text, text, old ?? text)]]),
    after: new Map([['after.rsc', text]]),
  })
  if ('refused' in made)
    throw new Error(both({ id: `${unit.name}: ${made.refused.id}`, en: `${unit.name}: ${made.refused.en}` }))
  if (made.commands.length === 0 && live.fingerprint === to) return void (await reach.ask(unit, anyConfirmation(unit)))
  const file = changeFile(unit)
  await begun(work, { file, text: made.text, command: `/execute script="/import file-name=${file}"` })
  await confirmed(work, { to, confirm: anyConfirmation(unit), from: live.fingerprint })
}

const noWay = { calls: [], interfaces: [] }

function changeFile(unit: Unit): string {
  return lastingName({ model: storageOf(unit) }, `${unit.name}.change.rsc`)
}

/** It stays, and what holds secrets goes: backups, and the files that were loaded. */
function anyConfirmation(unit: Unit): string {
  const model = storageOf(unit)
  const loaded = lastingName({ model }, `${unit.name}.rsc`)
  return [
    `/system scheduler remove [find name~"^${takeBack}"]`,
    ...[`${beforeLoading({ model })}.backup`, changeFile(unit), loaded].map(
      name => `/file remove [find name="${name}"]`,
    ),
  ].join('; ')
}

interface Confirming {
  readonly to: string | undefined
  readonly confirm: string
  readonly from?: string | undefined
}

/** How long routes must stand still before a change counts as taken. */
const standMs = 1500

/** Waits for the new fingerprint over a new session, then for its routes, and says that it stays. */
async function confirmed(work: Work, confirming: Confirming): Promise<void> {
  const { settings, reach, unit } = work
  const deadline = reach.now() + settings.confirmSeconds * 1000
  const early = reach.now() + Math.min(settings.confirmSeconds * 500, 10_000)
  let last: Bilingual = { id: `${unit.name} tidak menjawab`, en: `${unit.name} does not answer` }
  while (reach.now() < deadline) {
    const state = await confirmedNow(work, confirming)
    if (state === 'stays') return
    last = state.why
    if (state.isUnmoved && reach.now() > early) break
    await reach.wait(500)
  }
  const log = await saidIn(work)
  throw new Error(
    both({
      id:
        `${last.id}; ${log.id}yang telanjur dimulai dibatalkannya sendiri dalam ${takeBackMinutes} menit. ` +
        'Router di belakangnya tidak disentuh.',
      en:
        `${last.en}; ${log.en}what was begun it takes back by itself within ${takeBackMinutes} minutes. ` +
        'Routers behind it were not touched.',
    }),
  )
}

/** Why it does not stay yet; unmoved where it holds what it held, and nothing waits to take a change back. */
interface NotYet {
  readonly why: Bilingual
  readonly isUnmoved: boolean
}

function notYet(why: Bilingual): NotYet {
  return { why, isUnmoved: false }
}

async function confirmedNow(work: Work, { to, confirm, from }: Confirming): Promise<'stays' | NotYet> {
  const { reach, unit } = work
  const { name } = unit
  const live = await liveIn(reach, unit)
  if (!('text' in live)) return notYet(live)
  if (!live.isArmed && live.fingerprint === to && to !== from) {
    // It holds what was wanted and nothing would take it back: an answer was lost, or its schedulers were.
    await reach.ask(unit, confirm)
    return 'stays'
  }
  if (!live.isArmed)
    return {
      why: { id: `${name} tidak memulai perubahan`, en: `${name} did not begin the change` },
      isUnmoved: live.fingerprint === from,
    }
  if (live.fingerprint !== to)
    return notYet({ id: `${name} berhenti di tengah perubahan`, en: `${name} stopped in the middle of the change` })
  if (!(await standsStill(work)))
    return notYet({ id: `rute ${name} belum tenang`, en: `the routes of ${name} do not stand still` })
  await reach.ask(unit, confirm)
  const after = await liveIn(reach, unit)
  return 'text' in after && !after.isArmed && after.fingerprint === to
    ? 'stays'
    : notYet({ id: `${name} tidak dapat ditegaskan`, en: `${name} could not be confirmed` })
}

async function standsStill({ reach, unit }: Work): Promise<boolean> {
  const routes = (): Promise<string | undefined> => printed(reach, unit, '/ip route print terse where active')
  const first = await routes()
  await reach.wait(standMs)
  return first !== undefined && first === (await routes())
}

async function saidIn({ reach, unit }: Work): Promise<Bilingual> {
  const log = await printed(reach, unit, '/log print where message~"serat: "')
  const said = log?.split('\n').at(-1)?.trim()
  if (said === undefined || said === '') return verbatim('')
  return { id: `catatannya berbunyi: ${said}; `, en: `its log says: ${said}; ` }
}
