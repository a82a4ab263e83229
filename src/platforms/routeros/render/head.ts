import type { Intent } from '../../../intent/intent.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { quoteLines } from '../text.ts'
import { said } from '../../said.ts'
import { menu, places } from './menu.ts'

function advice(file: string): string[] {
  return [
    `Periksa / check: /import file-name=${file} verbose=yes dry-run`,
    `Muat / load: /system reset-configuration no-defaults=yes skip-backup=yes run-after-reset=${file}`,
    'Sebelum mengubah / before a change: /system backup save name=before dont-encrypt=yes',
    '  /system scheduler add name=rollback interval=10m on-event="/system backup load name=before password=\\"\\""',
    'Setelah berhasil / after success: /system scheduler remove rollback. Jika galat / on an error: /log print',
  ]
}

/** Advice in comments; then a pause, since after a reset the ports come up later than the script. */
export function head(intent: Intent): Line[] {
  const comment = line([], 'file-header')
  return [
    comment`# ${intent.identity.hostname.value}, MikroTik RouterOS 7 (${intent.router.dialect.id})`,
    ...advice(`${intent.identity.hostname.value}.rsc`).map(text => comment`# ${new Quoted(text)}`),
    comment`:delay 15s`,
  ]
}

export function identity({ identity }: Intent): Line[] {
  return [
    ...menu('/system identity', [line(identity.hostname.from)`set name=${identity.hostname.value}`]),
    ...menu('/system clock', [
      said(identity.timeZone.from)`set time-zone-autodetect=no time-zone-name=${identity.timeZone.value}`,
    ]),
    ...banner(identity.banner),
  ]
}

function banner(texts: Intent['identity']['banner']): Line[] {
  if (texts.length === 0) return []
  return menu('/system note', [
    line(
      places(...texts.map(({ from }) => from)),
    )`set show-at-login=yes note=${quoteLines(texts.map(({ value }) => value))}`,
  ])
}
