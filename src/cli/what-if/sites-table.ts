import type { SiteOutcome } from '../../analysis/service/simulate.ts'
import { firstPath, pathCount, type Hop, type Way } from '../../analysis/service/ways.ts'
import { stateWords } from '../../words/states.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { column, type Column } from '../../render/tables/column.ts'

/** Sites that fare otherwise than before, for a terminal. */
export function siteColumns(language: Language): Column<SiteOutcome>[] {
  return [
    column('site', 'Situs', 'Site', 'code', 20, ({ element }) => element.site.id),
    column('state', 'Keadaan', 'State', 'text', 14, ({ after }) => stateWords[after.state][language]),
    column('before', 'Semula', 'Before', 'text', 14, ({ before }) => stateWords[before.state][language]),
    column('begins', 'Mulai (menit)', 'Begins (min)', 'integer', 6, ({ beginsMinutes }) => beginsMinutes()),
    column('tenants', 'Perangkat daerah', 'Agencies', 'text', 24, ({ element }) =>
      few(element.site.tenants.map(({ id }) => id)),
    ),
    column('circuits', 'Sirkuit', 'Circuits', 'code', 20, ({ ways }) => ways().circuits.join(' ')),
    column('uplinks', 'Uplink', 'Uplinks', 'code', 10, ({ ways }) => ways().uplinks.join(' ')),
    column('path', 'Jalur ke pusat', 'Path to the hub', 'text', 120, ({ ways, after }) =>
      after.state === 'isolated' ? lostAt(ways(), language) : pathText(ways().toHub),
    ),
  ]
}

function few(names: readonly string[]): string {
  return names.length <= 3 ? names.join(' ') : `${names.slice(0, 2).join(' ')} +${names.length - 2}`
}

/** The first of the equal paths, and how many others there are. */
function pathText(way: Way): string {
  const others = pathCount(way) - 1
  return `${chain(way.from, firstPath(way))}${others > 0 ? ` (+${others})` : ''}`
}

function chain(from: string, path: readonly Hop[]): string {
  return path.reduce(
    (text, { over, to }) =>
      `${text} ${over.startsWith('tunnel:') ? `=${over.slice('tunnel:'.length, over.indexOf('/'))}=` : '-'} ${to}`,
    from,
  )
}

/** Where packets of a site that cannot reach the hub end. */
function lostAt({ toHub, fromHub }: ReturnType<SiteOutcome['ways']>, language: Language): string {
  const [way, words] = toHub.arrives
    ? [fromHub, { id: 'balasan hilang di', en: 'answers are lost at' }]
    : [toHub, { id: 'hilang di', en: 'lost at' }]
  if (way.hops.length === 0) return { id: 'tidak ada jalan', en: 'no way' }[language]
  return `${words[language]} ${firstPath(way).at(-1)?.to ?? way.from}`
}
