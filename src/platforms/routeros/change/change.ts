import { lastingName, takeBackEvent, beforeLoading, takeBack, takeBackMinutes } from '../render/take-back.ts'
import { stateName } from '../../changing/fingerprint.ts'
import type { ChangeScript, Refused, RouterSides } from '../../changing/change-script.ts'
import { quote } from '../text.ts'
import { bodyOf, type Body } from './body.ts'
import { liveOf, saidIn, type Live } from './live.ts'
import { operationsOf, type Ordered } from './operations.ts'
import type { Configuration } from '../script/configuration.ts'
import { run } from '../script/run.ts'
import { slotsOf, type Sides } from './slots.ts'
import { wayByWay } from './way-by-way.ts'
import { commandsWithoutWay } from './way.ts'

/**
 * A script that takes a live router from one full configuration to the next. It stops at its first lines, with nothing
 * changed, on a router that holds another one, where an earlier change waits, or where what it names is not there
 * exactly once; then it keeps a backup, and arms what loads it unless somebody confirms. The backup is taken first:
 * with the scheduler in it a restored router would restore itself for ever.
 */
export function changeRouteros({ router, model, before, after, ways }: RouterSides): ChangeScript | Refused {
  const sides = { before: liveIn(before), after: liveIn(after) }
  const ordered = operationsOf(slotsOf(sides), sides)
  if ('lostKeys' in ordered) return lostRefusal(ordered.menu, ordered.lostKeys)
  if ('menu' in ordered) return heldRefusal(ordered.menu, ordered.name)
  const first = bodyOf(ordered.operations, ordered.menus, sides)
  if ('menu' in first) return alikeRefusal(first.menu)
  const { body, withoutWay } = leastCut(first, ordered, sides, ways)
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
    withoutWay,
    run: [
      { id: `Salin sebagai \`${file}\`.`, en: `Copy it as \`${file}\`.` },
      {
        id: `Jalankan, lepas dari sesi ini: \`/execute script="/import file-name=${file}"\``,
        en: `Run it, apart from this session: \`/execute script="/import file-name=${file}"\``,
      },
      {
        id:
          '`/log print where message~"serat"` menyebut sidik barunya; ' +
          'bila router memuat konfigurasi lain, skrip berhenti tanpa mengubah apa pun.',
        en:
          '`/log print where message~"serat"` names its new fingerprint; ' +
          'where the router holds another configuration the script stops, and nothing is changed.',
      },
    ],
    confirmMinutes: takeBackMinutes,
    backNow: { id: `\`${backNow({ model })}\``, en: `\`${backNow({ model })}\`` },
    confirm:
      `/system scheduler remove [find name~"^${takeBack}"]; ` +
      `/file remove [find name="${beforeLoading({ model })}.backup"]; /file remove [find name="${file}"]`,
  }
}

interface Chosen {
  readonly body: Body
  readonly withoutWay: readonly number[]
}

/** Where the NOC's way is cut: whether it is cut less, or not at all, when one interface is changed after another. */
function leastCut(first: Body, { operations, menus }: Ordered, sides: Sides<Live>, ways: RouterSides['ways']): Chosen {
  const { configuration } = sides.before
  const usual = { body: first, withoutWay: commandsWithoutWay(configuration, first.commands, ways) }
  const turned = usual.withoutWay.length === 0 ? undefined : wayByWay(operations, sides, ways)
  const body = turned && bodyOf(turned, menus, sides)
  if (body === undefined || 'menu' in body || !endAlike(configuration, first, body)) return usual
  const withoutWay = commandsWithoutWay(configuration, body.commands, ways)
  return withoutWay.length < usual.withoutWay.length ? { body, withoutWay } : usual
}

/** On the model: both are taken, and leave the same behind. */
function endAlike(before: Configuration, a: Body, b: Body): boolean {
  const [one, other] = [run(before, a.commands.join('\n')), run(before, b.commands.join('\n'))]
  const menus = new Set([...one.configuration.menus.keys(), ...other.configuration.menus.keys()])
  return (
    one.faults.length + other.faults.length === 0 &&
    [...menus].every(menu => saidIn(one.configuration, menu) === saidIn(other.configuration, menu))
  )
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
 * One scheduler counts the minutes; the other waits for a restart, after which the clock of a router without a battery
 * may stand in the past and the first would not run.
 */
function wayBack(router: Pick<RouterSides, 'model'>): string[] {
  const name = beforeLoading(router)
  const event = quote(takeBackEvent(router)).text
  const policy = 'policy=ftp,reboot,read,write,policy,test,password,sensitive'
  return [
    `/system backup save name=${name} dont-encrypt=yes`,
    stop([`[:len [/file find where name="${name}.backup"]]=0`], 'the router kept no backup'),
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

function lostRefusal(menu: string, keys: readonly string[]): Refused {
  const named = keys.map(key => `\`${key}\``).join(', ')
  return {
    refused: {
      id: `${menu}: ${named} tidak lagi diatur, dan RouterOS tidak dapat mencabutnya satu per satu: muat berkas penuhnya`,
      en: `${menu}: ${named} is no longer set, and RouterOS cannot take it back by itself: load its full file`,
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
