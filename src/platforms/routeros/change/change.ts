import { lastingName, takeBackEvent, beforeLoading, takeBack, takeBackMinutes } from '../render/take-back.ts'
import { stateName } from '../../changing/fingerprint.ts'
import type { ChangeScript, Refused, RouterSides } from '../../changing/change-script.ts'
import { quote } from '../text.ts'
import { bodyOf, type Body } from './body.ts'
import { liveOf, type Live } from './live.ts'
import { operationsOf } from './operations.ts'
import { slotsOf } from './slots.ts'
import { commandsWithoutWay } from './way.ts'

/**
 * A script that takes a live router from one full configuration to the next. It stops at its first lines, with nothing changed, on a router
 * that holds another one, where an earlier change waits, or where what it names is not there exactly once; then it keeps a backup, and
 * arms what loads it unless somebody confirms. The backup is taken first: with the scheduler in it a restored router would restore itself for ever.
 */
export function changeRouteros({ router, model, before, after, ways }: RouterSides): ChangeScript | Refused {
  const sides = { before: liveIn(before), after: liveIn(after) }
  const ordered = operationsOf(slotsOf(sides), sides)
  if ('menu' in ordered) return heldRefusal(ordered.menu, ordered.name)
  const body = bodyOf(ordered.operations, ordered.menus, sides.before)
  if ('menu' in body) return alikeRefusal(body.menu)
  const [from, to] = [sides.before.fingerprint ?? '', sides.after.fingerprint ?? '']
  const file = lastingName({ model }, `${router}.change.rsc`)
  const lines = [
    `# ${router}: ${from} -> ${to}`,
    ...checks(from, body),
    ...wayBack({ model }),
    ...body.commands,
    `/system script set [find name=${stateName}] comment=${to}`,
    `:log info "serat: ${router} changed from ${from} to ${to}, confirm within ${takeBackMinutes} minutes"`,
  ]
  return {
    file: `${router}.rsc`,
    text: lines.map(text => `${text}\n`).join(''),
    commands: body.commands,
    withoutWay: commandsWithoutWay(sides.before.configuration, body.commands, ways),
    run: [
      { id: `Salin sebagai \`${file}\`.`, en: `Copy it as \`${file}\`.` },
      {
        id: `Jalankan, lepas dari sesi ini: \`/execute script="/import file-name=${file}"\``,
        en: `Run it, apart from this session: \`/execute script="/import file-name=${file}"\``,
      },
      {
        id: '`/log print where message~"serat"` menyebut sidik barunya; bila router memuat konfigurasi lain, skrip berhenti tanpa mengubah apa pun.',
        en: '`/log print where message~"serat"` names its new fingerprint; where the router holds another configuration the script stops, and nothing is changed.',
      },
    ],
    confirmMinutes: takeBackMinutes,
    backNow: { id: `\`${backNow({ model })}\``, en: `\`${backNow({ model })}\`` },
    confirm: `/system scheduler remove [find name~"^${takeBack}"]; /file remove [find name="${beforeLoading({ model })}.backup"]; /file remove [find name="${file}"]`,
  }
}

function backNow(router: Pick<RouterSides, 'model'>): string {
  return `/system backup load name=${beforeLoading(router)} password=""`
}

function liveIn(folder: RouterSides['before']): Live {
  return liveOf([...folder.values()].join('\n'))
}

/** Each is one line that ends the script before anything is changed. */
function checks(from: string, { expected }: Body): string[] {
  const once = [...expected].map(([menu, finds]) =>
    stop(
      [...finds].map(find => `[:len [${menu} ${find}]]!=1`),
      `${menu} is not as it was`,
    ),
  )
  return [
    stop([`[:len [/system script find name=${stateName} comment=${from}]]!=1`], `made for configuration ${from}`),
    stop([`[:len [/system scheduler find name~"^${takeBack}"]]!=0`], 'an earlier change waits for its confirmation'),
    ...once,
  ]
}

function stop(conditions: readonly string[], why: string): string {
  const said = quote(`serat: ${why}, nothing is changed`).text
  return `:if (${conditions.join(' || ')}) do={:log error ${said}; :error ${said}}`
}

/**
 * One scheduler counts the minutes; the other waits for a restart, after which the clock of a router without a battery may stand in the past
 * and the first would not run.
 */
function wayBack(router: Pick<RouterSides, 'model'>): string[] {
  const name = beforeLoading(router)
  const event = quote(takeBackEvent(router)).text
  const policy = 'policy=ftp,reboot,read,write,policy,test,password,sensitive'
  return [
    `/system backup save name=${name} dont-encrypt=yes`,
    `/system scheduler add name=${takeBack} interval=${takeBackMinutes}m ${policy} on-event=${event}`,
    `/system scheduler add name=${takeBack}-at-start start-time=startup ${policy} on-event=${event}`,
  ]
}

function heldRefusal(menu: string, name: string): Refused {
  return {
    refused: {
      id: `${menu} ${name} hanya dapat dibuat ulang, sedangkan yang lain memakainya: muat berkas penuhnya`,
      en: `${menu} ${name} can only be made anew while others use it: load its full file`,
    },
  }
}

function alikeRefusal(menu: string): Refused {
  return {
    refused: {
      id: `${menu}: dua isian yang sama tidak dapat dibedakan: muat berkas penuhnya`,
      en: `${menu}: two items that say the same cannot be told apart: load its full file`,
    },
  }
}
