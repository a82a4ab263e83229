import { parsePrefix, networkOf } from '../../model/ip.ts'
import { id } from '../../model/scalars.ts'
import { isPrivate } from '../../model/unrouted.ts'
import { isOddWord } from '../splice.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'

/** What a regency's own repository begins with: what `init` asks for. */
export interface Answers {
  /** Id of the network, which names the stack and the domain. */
  readonly network: string
  readonly name: string
  readonly hub: string
  readonly latitude: number
  readonly longitude: number
  /** Whether that point was given, or stands there until somebody does. */
  readonly quality: 'approximate' | 'placeholder'
  /** `99.99.01`: the kecamatan of the hub; the leased one is its neighbour. */
  readonly kecamatan: string
  readonly radiusKm: number
  /** The IPv4 aggregate that everything is taken from: between /8 and /16. */
  readonly v4: string
  /** Core routers at the hub. */
  readonly cores: 1 | 2
  /** The day on which it begins. */
  readonly today: string
}

/** What was typed so far. */
export interface Given {
  readonly name?: string | undefined
  readonly network?: string | undefined
  readonly hub?: string | undefined
  readonly at?: string | undefined
  readonly kecamatan?: string | undefined
  readonly radiusKm?: string | undefined
  readonly v4?: string | undefined
  readonly cores?: string | undefined
}

export interface Wish extends Given {
  readonly name: string
}

export const defaults = {
  hub: 'pusat',
  at: '-7.250000,110.400000',
  kecamatan: '99.99.01',
  radiusKm: '15',
  v4: '10.64.0.0/12',
  cores: '2',
} as const

/** What was typed, as answers, or everything that is wrong with it. */
export function answersOf(wish: Wish, today: string): Answers | readonly Bilingual[] {
  const faults = givenFaults(wish)
  if (faults.length > 0) return faults
  const network = wish.network ?? idOf(wish.name)
  const misnamed = wish.network === undefined ? answerFault('network', network) : undefined
  if (misnamed !== undefined) return [noIdFrom(wish.name, misnamed)]
  const { hub, at, kecamatan, radiusKm, v4, cores } = { ...defaults, ...saidOf(wish) }
  const [latitude = Number.NaN, longitude = Number.NaN] = at.split(',').map(Number)
  return {
    network,
    name: wish.name,
    hub,
    latitude,
    longitude,
    quality: wish.at === undefined ? 'placeholder' : 'approximate',
    kecamatan,
    radiusKm: Number(radiusKm),
    v4,
    cores: cores === '1' ? 1 : 2,
    today,
  }
}

/** What is wrong with what was given so far, by its option. */
export function givenFaults(given: Given): Bilingual[] {
  return answerKeys.flatMap(key => {
    const text = given[key]
    const fault = text === undefined ? undefined : answerFault(key, text)
    return text === undefined || fault === undefined ? [] : told(key, text, fault)
  })
}

function told(key: keyof Wish, text: string, { id, en }: Bilingual): Bilingual {
  const said = `${options[key]} ${[...text].length > longestSaid ? `${[...text].slice(0, longestSaid).join('')}…` : text}`
  return { id: `${said}: ${id}`, en: `${said}: ${en}` }
}

const longestSaid = 60

/** Nobody who gave a name alone has to know why an id is missed. */
function noIdFrom(name: string, { id, en }: Bilingual): Bilingual {
  return {
    id: `dari nama ${name} tidak jadi nama pendek; pilih sendiri dengan --id: ${id}`,
    en: `no short name comes of the name ${name}; choose one with --id: it ${en}`,
  }
}

const options: Readonly<Record<keyof Wish, string>> = {
  name: '--name',
  network: '--id',
  hub: '--hub',
  at: '--at',
  kecamatan: '--kecamatan',
  radiusKm: '--radius-km',
  v4: '--v4',
  cores: '--cores',
}
const answerKeys = ['name', 'network', 'hub', 'at', 'kecamatan', 'radiusKm', 'v4', 'cores'] as const

/** Why one answer does not fit: what it must be. Undefined where it does. */
export function answerFault(key: keyof Wish, text: string): Bilingual | undefined {
  return faultOf[key](text)
}

const faultOf: Readonly<Record<keyof Wish, (text: string) => Bilingual | undefined>> = {
  name: nameFault,
  network: idFault,
  hub: text => idFault(text) ?? takenFault(text),
  at: pointFault,
  kecamatan: kecamatanFault,
  radiusKm: radiusFault,
  v4: aggregateFault,
  cores: text => (text === '1' || text === '2' ? undefined : must('1 atau 2', '1 or 2')),
}

/** A name for people as an id: `Kabupaten Gunung Kidul` is `gunung-kidul`. */
export function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(kabupaten|kota|provinsi)\s+/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30)
}

function saidOf(wish: Wish): Partial<Record<keyof typeof defaults, string>> {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))
}

function must(id: string, en: string): Bilingual {
  return { id: `harus ${id}`, en: `must be ${en}` }
}

function nameFault(name: string): Bilingual | undefined {
  const fits = /^[\p{L}\p{N}][\p{L}\p{N} .,'()-]{0,79}$/u.test(name) && name.trim() === name
  return fits
    ? undefined
    : must(
        "satu baris paling banyak 80 huruf, angka, spasi dan .,'()-",
        "one line of at most 80 letters, digits, spaces and .,'()-",
      )
}

function idFault(value: string): Bilingual | undefined {
  if (id.safeParse(value).success && !isOddWord(value)) return undefined
  return must(
    'huruf kecil a-z, angka dan tanda hubung, paling banyak 40, bukan bilangan saja, bukan nama perangkat Windows (con, nul)',
    'lower-case letters a-z, digits and hyphens, at most 40, no number alone, no device name of Windows (con, nul)',
  )
}

/** Names that the first files give to other things. */
function takenFault(hub: string): Bilingual | undefined {
  const taken = ['core-1', 'core-2', 'dinas-contoh', 'kec-contoh']
  return taken.includes(hub) ? must(`nama lain dari ${taken.join(', ')}`, `other than ${taken.join(', ')}`) : undefined
}

function pointFault(at: string): Bilingual | undefined {
  const parts = at.split(',')
  const [latitude = Number.NaN, longitude = Number.NaN] = parts.map(Number)
  // The neighbours of the hub stand within a degree of it.
  if (
    parts.length === 2 &&
    parts.every(part => part.trim() !== '') &&
    Math.abs(latitude) <= 80 &&
    Math.abs(longitude) <= 178
  )
    return undefined
  return must('lintang,bujur dalam derajat: -7.7125,110.5928', 'latitude,longitude in degrees: -7.7125,110.5928')
}

function kecamatanFault(code: string): Bilingual | undefined {
  const fits = /^\d{2}\.\d{2}\.\d{2}$/.test(code)
  return fits ? undefined : must('kode Kemendagri seperti 33.10.24', 'a code like 33.10.24')
}

function radiusFault(text: string): Bilingual | undefined {
  const radius = Number(text)
  return radius >= 1 && radius <= 60 ? undefined : must('1 sampai 60', '1 to 60')
}

function aggregateFault(text: string): Bilingual | undefined {
  const prefix = parsePrefix(text)
  const fits =
    prefix?.family === 4 &&
    prefix.length >= 8 &&
    prefix.length <= 16 &&
    networkOf(prefix).bits === prefix.bits &&
    isPrivate(prefix)
  return fits
    ? undefined
    : must(
        'awalan IPv4 pribadi (RFC 1918, RFC 6598) antara /8 dan /16, misalnya 10.64.0.0/12',
        'a private IPv4 prefix (RFC 1918, RFC 6598) between /8 and /16, as 10.64.0.0/12',
      )
}
