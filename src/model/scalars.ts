import { z } from 'zod'
import { explained, periodMeanings, secretMeanings, sourceMeanings } from './meanings/meaning.ts'
import { hasHiddenSign } from '../text/signs.ts'
import type { Kind } from './kind.ts'

/**
 * The scalar kinds that declared things are made of. Each carries its name in `meta`, by which the loader picks the
 * sentence for a value that does not fit: the words of the validator library never reach a reader.
 */

const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/
const windowsDevices = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** Name of a declared thing; becomes names of files, hosts and chains, so it is narrow. */
export const id = z
  .string()
  .regex(idPattern)
  .refine(value => !windowsDevices.test(value))
  .meta({ scalar: 'id' })

/** The name of a thing that is declared elsewhere, of one of these kinds. */
export function nameOf(...kinds: readonly Kind[]): typeof id {
  return naming(id, ...kinds)
}

/** A text that holds such a name, or a range of them, in a form of its own. */
export function naming<S extends z.ZodType>(form: S, ...kinds: readonly Kind[]): S {
  return form.meta({ ...form.meta(), names: kinds })
}

/** A name, or a numbered range of names: `sp-a-001..sp-a-019`. */
export const range = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}(\.\.[a-z0-9][a-z0-9-]{0,39})?$/)
  .meta({ scalar: 'range' })

/**
 * Marks belong to a letter before them: at the start they change what stands before the text, in heaps the lines above
 * and below.
 */
const strayMarks = /^\p{M}|\p{M}{5}/u

/** A line of text for people: no line breaks, no control characters, not the sign of a secret. */
export const text = z
  .string()
  .min(1)
  .max(200)
  .refine(value => !hasHiddenSign(value))
  .refine(value => !value.includes('<secret:'))
  .refine(value => value.trim() === value && value !== '')
  .refine(value => !strayMarks.test(value))
  .meta({ scalar: 'text' })

/** A word of a vendor or provider: model names, version numbers, references, serial numbers. */
export const word = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ._+/()#-]{0,79}$/)
  .refine(value => !value.includes('..'))
  .meta({ scalar: 'word' })

/** Name of a router's port as its vendor prints it. */
export const portName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9/.-]{0,31}$/)
  .meta({ scalar: 'port' })

/** A version of Serat. */
export const seratVersion = z
  .string()
  .regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)
  .meta({ scalar: 'seratVersion' })

/** A host or domain name of RFC 1035. */
export const domainName = z
  .string()
  .regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/)
  .meta({ scalar: 'domain' })

export const mailAddress = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}@[a-z0-9][a-z0-9.-]{0,200}$/)
  .meta({ scalar: 'mail' })

/** The address of a page that a label leads to: nothing behind a `#`, which is the thing's own. */
export const webAddress = z
  .string()
  .max(120)
  .regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?(\/[A-Za-z0-9._~/-]*)?$/)
  .meta({ scalar: 'webAddress' })

/** A calendar date, without a time zone. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDate)
  .meta({ scalar: 'date' })

/** A month: `2026-03`. */
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ scalar: 'month' })

/** A day and a time on the clock of the network's time zone. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
  .refine(value => isCalendarDate(value.slice(0, 10)))
  .meta({ scalar: 'moment' })

/** A time of day: `07:30`. */
export const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ scalar: 'clock' })

/** Whole rupiah. */
export const rupiah = z.number().int().min(0).max(1e15).meta({ scalar: 'rupiah' })
export const count = z.number().int().min(1).max(1_000_000).meta({ scalar: 'count' })
export const positive = z.number().positive().max(1e9).meta({ scalar: 'positive' })
export const nonNegative = z.number().min(0).max(1e9).meta({ scalar: 'nonNegative' })
/** Power of light. */
export const dbm = z.number().min(-60).max(30).meta({ scalar: 'dbm' })
/** Wavelength of light in glass. */
export const nanometres = z.number().min(800).max(1700).meta({ scalar: 'nanometres' })
export const decibels = z.number().min(-100).max(100).meta({ scalar: 'decibels' })
export const groupIndexNumber = z.number().min(1.3).max(1.7).meta({ scalar: 'groupIndex' })
export const percent = z.number().min(0).max(100).meta({ scalar: 'percent' })
export const latitude = z.number().min(-90).max(90).meta({ scalar: 'latitude' })
export const longitude = z.number().min(-180).max(180).meta({ scalar: 'longitude' })
export const vlanId = z.number().int().min(2).max(4094).meta({ scalar: 'vlan' })
export const asNumber = z.number().int().min(1).max(4_294_967_294).meta({ scalar: 'as' })
export const transportPort = z.number().int().min(1).max(65_535).meta({ scalar: 'transportPort' })
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ scalar: 'sha256' })

const octet = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const v4Pattern = `${octet}(\\.${octet}){3}`
export const v4Address = z
  .string()
  .regex(new RegExp(`^${v4Pattern}$`))
  .meta({ scalar: 'v4Address' })
export const v4Prefix = z
  .string()
  .regex(new RegExp(`^${v4Pattern}/([0-9]|[12]\\d|3[0-2])$`))
  .meta({ scalar: 'v4Prefix' })
/** Checked again, and made canonical, by the IP library when the plan reads it. */
export const v6Address = z
  .string()
  .regex(/^(?=.*:)[0-9a-f:]{2,39}$/)
  .meta({ scalar: 'v6Address' })
export const v6Prefix = z
  .string()
  .regex(/^(?=.*:)[0-9a-f:]{2,39}\/(\d|[1-9]\d|1[01]\d|12[0-8])$/)
  .meta({ scalar: 'v6Prefix' })
/** A range of subnets inside the network's own /48: `1000/52` is fd..:..:..:1000::/52. */
export const v6Subnets = z
  .string()
  .regex(/^[0-9a-f]{1,4}\/(4[89]|5\d|6[0-4])$/)
  .meta({ scalar: 'v6Subnets' })

/** A secret is named, never written: only a deployment resolves it. */
export const secret = explained(
  z.strictObject({
    secret: z
      .string()
      .regex(/^[a-z0-9][a-z0-9/-]{0,79}$/)
      .meta({ scalar: 'secretName' }),
    /** Length of the secret in bytes, where a platform limits it. */
    bytes: z.number().int().min(1).max(256).meta({ scalar: 'count' }).optional(),
  }),
  secretMeanings,
)

/** Longitude and latitude, in that order, WGS84 degrees (RFC 7946). */
export const point = z.tuple([longitude, latitude]).meta({ scalar: 'point' })

export const period = explained(z.strictObject({ from: date, to: date }), periodMeanings)

/** Earlier ids of a renamed thing: its allocations follow it. */
export const was = z.array(id).min(1).optional()

/**
 * What an imported thing is called where it came from: the id is made of it, and the next import knows it again by it.
 */
export const source = explained(z.strictObject({ ref: text }), sourceMeanings).optional()

/** Life of a thing: what is planned or retired carries no service. */
export const status = z.enum(['planned', 'active', 'retired']).default('active')

export type Point = z.output<typeof point>
export type Period = z.output<typeof period>
export type Secret = z.output<typeof secret>
export type Status = z.output<typeof status>

function isCalendarDate(value: string): boolean {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number)
  const made = new Date(Date.UTC(year, month - 1, day))
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
}
