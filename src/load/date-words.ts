/** Dates as offices write them, read as what was meant: `31/12/2026`, `31 Desember 2026`, `2026.12.31`. */

const months = [
  'januari january jan',
  'februari february feb pebruari',
  'maret march mar',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'agustus august agu agt ags aug',
  'september sep sept',
  'oktober october okt oct',
  'november nov nopember nop',
  'desember december des dec',
].map(names => names.split(' '))

/**
 * `2026-12-31` of what was typed; undefined where no calendar day can be meant. Of day and month the day comes first,
 * as in Indonesia.
 */
export function dateMeant(text: string): string | undefined {
  const parts = partsOf(text)
  if (parts === undefined) return undefined
  const [year, first, second] = parts
  return calendarDay(year, first, second) ?? calendarDay(year, second, first)
}

/** The last day of a month where a day behind it was typed: `2026-02-30` is not there, `2026-02-28` is. */
export function lastDayMeant(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const isBehind = year !== '' && Number(month) >= 1 && Number(month) <= 12 && Number(day) > last && Number(day) <= 31
  return isBehind ? `${year}-${month}-${last}` : undefined
}

/** `2026-03` of `03/2026`, `Maret 2026`, `202603` or a whole date. */
export function monthMeant(text: string): string | undefined {
  const typed = text.trim().toLowerCase()
  const [, early, late] = /^(\d{4})[-/. ]?(\d{1,2})$/.exec(typed) ?? []
  const [, before, after] = /^(\d{1,2})[-/. ](\d{4})$/.exec(typed) ?? []
  const [, name, year] = /^([a-z]+)[ -]*(\d{4})$/.exec(typed) ?? []
  const month = Number(late ?? before ?? monthNumber(name ?? ''))
  const whole = dateMeant(typed)
  if (month >= 1 && month <= 12) return `${early ?? after ?? year}-${String(month).padStart(2, '0')}`
  return whole?.slice(0, 7)
}

/** `2026-03-14 08:15` of `14/3/2026 8.15`, `2026-03-14T08:15:00` or `14 Maret 2026 pukul 08.15 WIB`. */
export function momentMeant(text: string): string | undefined {
  const [, day = '', hours = '', minutes = '', seconds] =
    /^(.+?)[, tT]+(?:pukul |jam |at )?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)? *(?:wib|wita|wit|z)?$/i.exec(
      text.trim(),
    ) ?? []
  const date = dateMeant(day)
  if (date === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined
  return `${date} ${hours.padStart(2, '0')}:${minutes}${seconds === undefined ? '' : `:${seconds}`}`
}

/** Year, and the two others: month and day, as far as the order tells. */
function partsOf(text: string): readonly [year: number, month: number, day: number] | undefined {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/t00:00.*$/, '')
  const [, y, m, d] =
    /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ?? []
  if (y !== undefined) return [Number(y), Number(m), Number(d)]
  const [, day, month, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(typed) ?? []
  if (year !== undefined) return [fullYear(year), Number(month), Number(day)]
  const [, dayFirst, named, yearLast] = /^(\d{1,2})[-. ]+([a-z]+)[-., ]+(\d{4}|\d{2})$/.exec(typed) ?? []
  const [, namedFirst, dayBehind, yearBehind] = /^([a-z]+) +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/.exec(typed) ?? []
  const number = monthNumber(named ?? namedFirst ?? '')
  const [ofDay, ofYear] = [dayFirst ?? dayBehind, yearLast ?? yearBehind]
  if (number === undefined || ofDay === undefined || ofYear === undefined) return undefined
  return [fullYear(ofYear), number, Number(ofDay)]
}

function monthNumber(name: string): number | undefined {
  const index = months.findIndex(names => names.includes(name))
  return index < 0 ? undefined : index + 1
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const made = new Date(Date.UTC(year, month - 1, day))
  const isThere = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
  return isThere ? made.toISOString().slice(0, 10) : undefined
}
