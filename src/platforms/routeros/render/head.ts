import type { Intent } from '../../../intent/intent.ts'
import { addressText, networkOf, nth, prefixText } from '../../../model/ip.ts'
import { plainText } from '../../text/ascii.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { quoteLines } from '../text.ts'
import { menu, places } from './menu.ts'
import { beforeLoading, confirmation, lastingName, takeBackMinutes } from './take-back.ts'
import { wordsOf } from './words.ts'

/** Lines of the finished file, from 1, on which it matters where a load stopped. */
interface Milestones {
  readonly local: number
  readonly noc: number
}

/**
 * How the file is loaded on a router for the first time, step by step as it is typed, and what to do where it stops.
 */
export function head(intent: Intent, { local, noc }: Milestones): Line[] {
  const { identity, router } = intent
  const comment = line([], 'file-header')
  const file = lastingName(router, `${identity.hostname.value}.rsc`)
  const steps = [
    ...(router.model.lastingFolder === undefined
      ? []
      : [`Di luar / outside ${router.model.lastingFolder}/: hilang saat mulai ulang / lost at a restart.`]),
    `1. Salin berkas ini sebagai / copy this file as ${file}`,
    ...(wordsOf(router).dryRun ? [`2. Periksa / check: /import file-name=${file} verbose=yes dry-run`] : []),
    `3. Simpan / save: /system backup save name=${beforeLoading(router)} dont-encrypt=yes`,
    `4. Muat / load: /system reset-configuration no-defaults=yes run-after-reset=${file}`,
    `5. Dalam ${takeBackMinutes} menit, dari NOC / within ${takeBackMinutes} minutes, from the NOC: ${confirmation(router, file)}`,
    '   Tanpa itu router kembali sendiri ke cadangan langkah 3 / without it the router goes back by itself to the backup of step 3.',
    `Terhenti / stopped: /log print where message~"serat". Sesudah baris / after line ${local}: ${localText(intent)}; ${noc}: NOC.`,
  ]
  return [
    line(
      identity.siteName.from,
    )`# ${identity.hostname.value}: ${new Quoted(plainText(identity.siteName.value))}, MikroTik RouterOS 7 (${router.dialect.id}), ${router.declared.model === undefined ? 'router' : new Quoted(router.declared.model)}`,
    ...steps.map(text => comment`# ${new Quoted(text)}`),
  ]
}

/** How a technician on the spot gets in. */
function localText({ router, management: { local, breakGlass } }: Intent): string {
  if (local === undefined)
    return router.model.console === true ? 'konsol / console' : 'tanpa jalan setempat / no local way'
  const { v4, interface: port } = local
  const own = networkOf(v4.value)
  return `${port.value}, ${prefixText({ ...nth(own, 2), length: own.length })}, ssh ${breakGlass.user}@${addressText(v4.value)}`
}

export function identity({ identity }: Intent): Line[] {
  return [
    ...menu('/system identity', [line(identity.hostname.from)`set name=${identity.hostname.value}`]),
    ...menu('/system clock', [
      said(identity.timeZone.from)`set time-zone-autodetect=no time-zone-name=${identity.timeZone.value}`,
    ]),
  ]
}

/**
 * Shown after login: no version shows a note before that of SSH (the vendor's page on Note); before that of Telnet it
 * would, which is off.
 */
export function banner({ identity: { banner: texts } }: Intent): Line[] {
  if (texts.length === 0) return []
  return menu('/system note', [
    line(
      places(...texts.map(({ from }) => from)),
    )`set show-at-cli-login=yes show-at-login=yes note=${quoteLines(texts.map(({ value }) => value))}`,
  ])
}
