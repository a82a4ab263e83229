import { parsePrefix, networkOf } from '../../model/ip.ts'
import { id } from '../../model/scalars.ts'
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
  const { hub, at, kecamatan, radiusKm, v4, cores } = { ...defaults, ...saidOf(wish) }
  const network = wish.network ?? idOf(wish.name)
  const [latitude = Number.NaN, longitude = Number.NaN] = at.split(',').map(Number)
  const faults = [
    nameFault(wish.name),
    idFault('--id', network),
    idFault('--hub', hub) ?? takenFault(hub),
    pointFault(at, latitude, longitude),
    kecamatanFault(kecamatan),
    radiusFault(radiusKm),
    aggregateFault(v4),
    cores === '1' || cores === '2' ? undefined : fault('--cores', cores, '1 atau 2', '1 or 2'),
  ].filter(each => each !== undefined)
  if (faults.length > 0) return faults
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

function fault(option: string, value: string, id: string, en: string): Bilingual {
  return { id: `${option} ${value}: harus ${id}`, en: `${option} ${value}: must be ${en}` }
}

function nameFault(name: string): Bilingual | undefined {
  const fits = /^[\p{L}\p{N}][\p{L}\p{N} .,'()-]{0,79}$/u.test(name) && name.trim() === name
  return fits
    ? undefined
    : fault('--name', name, 'nama satu baris, paling banyak 80 huruf', 'one line of at most 80 letters')
}

function idFault(option: string, value: string): Bilingual | undefined {
  if (id.safeParse(value).success) return undefined
  return fault(option, value, 'huruf kecil, angka dan tanda hubung', 'lower-case letters, digits and hyphens')
}

/** Names that the first files give to other things. */
function takenFault(hub: string): Bilingual | undefined {
  const taken = ['core-1', 'core-2', 'dinas-contoh', 'kec-contoh']
  return taken.includes(hub)
    ? fault('--hub', hub, `nama lain dari ${taken.join(', ')}`, `other than ${taken.join(', ')}`)
    : undefined
}

function pointFault(at: string, latitude: number, longitude: number): Bilingual | undefined {
  // The neighbours of the hub stand within a degree of it.
  const fits = at.split(',').length === 2 && Math.abs(latitude) <= 80 && Math.abs(longitude) <= 178
  return fits
    ? undefined
    : fault(
        '--at',
        at,
        'lintang,bujur dalam derajat: -7.7125,110.5928',
        'latitude,longitude in degrees: -7.7125,110.5928',
      )
}

function kecamatanFault(code: string): Bilingual | undefined {
  const fits = /^\d{2}\.\d{2}\.\d{2}$/.test(code)
  return fits ? undefined : fault('--kecamatan', code, 'kode Kemendagri seperti 33.10.24', 'a code like 33.10.24')
}

function radiusFault(text: string): Bilingual | undefined {
  const radius = Number(text)
  return radius >= 1 && radius <= 60 ? undefined : fault('--radius-km', text, '1 sampai 60', '1 to 60')
}

function aggregateFault(text: string): Bilingual | undefined {
  const prefix = parsePrefix(text)
  const fits =
    prefix?.family === 4 && prefix.length >= 8 && prefix.length <= 16 && networkOf(prefix).bits === prefix.bits
  return fits
    ? undefined
    : fault(
        '--v4',
        text,
        'awalan IPv4 antara /8 dan /16, misalnya 10.64.0.0/12',
        'an IPv4 prefix between /8 and /16, as 10.64.0.0/12',
      )
}
