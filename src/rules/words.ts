import type { Bilingual } from '../diagnostic/diagnostic.ts'

/** Figures in the reader's form: `Rp 1.234.567` and `15,62 km` in Indonesian, `Rp 1,234,567` and `15.62 km` in English. */

export function rupiah(amount: number): Bilingual {
  return both(text => `Rp ${text}`, number(amount))
}

export function kilometres(metres: number): Bilingual {
  return both(text => `${text} km`, number(metres / 1000, 2))
}

/** Below a kilometre in metres, from there on in kilometres. */
export function distance(metres: number): Bilingual {
  return metres < 1000 ? both(text => `${text} m`, number(Math.round(metres))) : kilometres(metres)
}

/** A length that was measured to the decimetre. */
export function length(metres: number): Bilingual {
  return both(text => `${text} m`, number(metres, 1))
}

export function mbps(speed: number): Bilingual {
  return both(text => `${text} Mbit/s`, number(speed))
}

export function percent(share: number): Bilingual {
  return both(text => `${text} %`, number(share))
}

/** At most two decimals, or exactly as many as asked for. */
export function number(value: number, decimals?: number): Bilingual {
  const [whole = '', fraction = ''] = Math.abs(value)
    .toFixed(decimals ?? 2)
    .split('.')
  const kept = decimals === undefined ? fraction.replace(/0+$/, '') : fraction
  const sign = value < 0 ? '-' : ''
  return {
    id: sign + grouped(whole, '.') + (kept === '' ? '' : `,${kept}`),
    en: sign + grouped(whole, ',') + (kept === '' ? '' : `.${kept}`),
  }
}

const months: Bilingual[] = [
  { id: 'Januari', en: 'January' },
  { id: 'Februari', en: 'February' },
  { id: 'Maret', en: 'March' },
  { id: 'April', en: 'April' },
  { id: 'Mei', en: 'May' },
  { id: 'Juni', en: 'June' },
  { id: 'Juli', en: 'July' },
  { id: 'Agustus', en: 'August' },
  { id: 'September', en: 'September' },
  { id: 'Oktober', en: 'October' },
  { id: 'November', en: 'November' },
  { id: 'Desember', en: 'December' },
]

/** `31 Desember 2026` and `31 December 2026`, of `2026-12-31`. */
export function day(date: string): Bilingual {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
  return both(name => `${dayOfMonth} ${name} ${year}`, months[month - 1] ?? { id: String(month), en: String(month) })
}

/** `1 day`, `5 days`; Indonesian counts without a plural. */
export function counted(count: number, id: string, one: string, many: string): Bilingual {
  const { id: n, en } = number(count)
  return { id: `${n} ${id}`, en: `${en} ${count === 1 ? one : many}` }
}

/** The first few of a list, and how many are left: `a, b, c and 4 more`. */
export function listed(items: readonly string[], most = 5): Bilingual {
  const left = items.length - most
  const shown = items.slice(0, most).join(', ')
  return left <= 0 ? { id: shown, en: shown } : { id: `${shown} dan ${left} lagi`, en: `${shown} and ${left} more` }
}

const structureKinds: Record<string, Bilingual> = {
  pole: { id: 'tiang', en: 'pole' },
  handhole: { id: 'handhole', en: 'handhole' },
  manhole: { id: 'manhole', en: 'manhole' },
  closure: { id: 'closure', en: 'closure' },
  odf: { id: 'ODF', en: 'ODF' },
  cabinet: { id: 'kabinet', en: 'cabinet' },
  building: { id: 'gedung', en: 'building' },
}

/** Kind and id of a structure: `tiang T-0418`. */
export function structureName({
  id,
  declared,
}: {
  readonly id: string
  readonly declared: { readonly kind: string }
}): Bilingual {
  return both(kind => `${kind} ${id}`, structureKinds[declared.kind] ?? { id: declared.kind, en: declared.kind })
}

const kinds: Record<string, Bilingual> = {
  circuit: { id: 'sirkuit', en: 'circuit' },
  uplink: { id: 'uplink', en: 'uplink' },
  contract: { id: 'kontrak', en: 'contract' },
  route: { id: 'rute', en: 'route' },
  site: { id: 'situs', en: 'site' },
  router: { id: 'router', en: 'router' },
  structure: { id: 'struktur', en: 'structure' },
  span: { id: 'bentang', en: 'span' },
  cable: { id: 'kabel', en: 'cable' },
  zone: { id: 'zona', en: 'zone' },
  handoff: { id: 'hand-off', en: 'hand-off' },
}

/** Kind and id of any declared thing: `sirkuit ckt-a-1`. */
export function thingName({ kind, id }: { readonly kind: string; readonly id: string }): Bilingual {
  return both(word => `${word} ${id}`, kinds[kind] ?? { id: kind, en: kind })
}

/** A note for the other party of a conflict. */
export function note(id: string, en: string): Bilingual {
  return { id, en }
}

function both(form: (text: string) => string, { id, en }: Bilingual): Bilingual {
  return { id: form(id), en: form(en) }
}

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator)
}
