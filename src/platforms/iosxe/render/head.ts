import { confirmMinutes, kept, loginHabits } from '../../../intent/decided.ts'
import type { Intent } from '../../../intent/intent.ts'
import { fixedZones } from '../../../model/time-zones.ts'
import { block, iosBanner, iosText } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'

function advice(file: string): string[] {
  return [
    'Yang tidak tertulis di sini akan hilang / what is not written here will go: show running-config | include ' +
      '^(license|boot|platform|crypto pki)',
    'Salin baris itu ke akhir berkas ini, sebelum end / copy those lines to the end of this file, before end',
    `Muat / load: copy tftp: bootflash:${file}, ` +
      `then configure replace bootflash:${file} revert trigger error timer ${confirmMinutes.change}`,
    'Setelah berhasil / after success: configure confirm, then write memory. ' +
      'Tanpa itu router kembali sendiri / without it the router goes back by itself',
    'Kembali sekarang / go back now: configure revert now',
    `Sekali saja, di luar berkas ini / once, outside of this file: crypto key generate rsa general-keys modulus ${loginHabits.dhBits}`,
  ]
}

/** Advice in comments: the whole file replaces the running configuration, under a timer of the router. */
export function head({ identity, router }: Intent): Line[] {
  const comment = line([], 'file-header')
  return [
    line(
      identity.siteName.from,
    )`! ${identity.hostname.value}: ${iosText(identity.siteName.value)}, Cisco IOS XE (${router.dialect.id})`,
    ...advice(`${identity.hostname.value}.cfg`).map(text => comment`! ${new Quoted(text)}`),
  ]
}

export function identity({ identity }: Intent): Line[] {
  return [
    line(identity.hostname.from)`hostname ${identity.hostname.value}`,
    line(identity.domain.from)`ip domain name ${identity.domain.value}`,
    ...clock(identity),
    ...banner(identity.banner),
    ...block(line([], 'rollback')`archive`, [
      line([], 'rollback')`path bootflash:before`,
      line([], 'rollback')`maximum ${kept.configurations}`,
      line([], 'rollback')`write-memory`,
    ]),
  ]
}

/** IOS XE knows hours and no names of places. */
function clock({ timeZone }: Intent['identity']): Line[] {
  const write = said(timeZone.from)
  const known = fixedZones[timeZone.value]
  if (known === undefined)
    return [
      write`! no hours are known for the time zone ${iosText(timeZone.value)}: the clock shows UTC`,
      write`clock timezone UTC 0 0`,
    ]
  return [write`clock timezone ${known.name} ${known.utcHours} 0`]
}

function banner(banner: Intent['identity']['banner']): Line[] {
  if (banner.length === 0) return []
  const { delimiter, texts } = iosBanner(banner.map(({ value }) => value))
  const all = line([], 'structure')
  return [
    all`banner login ${delimiter}`,
    ...texts.map((text, i) => line(banner[i]?.from ?? [])`${text}`),
    all`${delimiter}`,
  ]
}
