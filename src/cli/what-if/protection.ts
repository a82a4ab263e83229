import type { Exposed } from '../../analysis/failures/protection.ts'
import type { ComponentClass } from '../../analysis/graph/classes.ts'
import { componentRanges } from '../../analysis/graph/class-name.ts'
import type { SinglePoint } from '../../analysis/failures/single-points.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { column, type Column } from '../../render/tables/column.ts'
import { compareText } from '../../text/order.ts'
import { tableText } from '../tables/print.ts'
import { shortened } from './shortened.ts'
import { filled } from './filled.ts'

/** The next failure of one component, with the sites that it takes out now and did not before. */
interface NextFailure {
  readonly failed: ComponentClass
  readonly isolated: readonly string[]
  readonly withoutInternet: readonly string[]
}

/** Protection that is lost while service stays, for people. */
export function protectionText(exposed: readonly Exposed[], language: Language): string {
  if (exposed.length === 0)
    return {
      id: 'Perlindungan tetap: tidak ada kegagalan tunggal yang baru dapat memutus situs lain.\n',
      en: 'Protection stays: no single failure can newly take another site out.\n',
    }[language]
  const sites = filled(siteColumns, exposed)
  const next = nextFailures(exposed)
  const shown = filled(nextColumns, next.slice(0, mostNext))
  const left = next.length - shown.rows.length
  const words = {
    id: [
      `Perlindungan hilang: ${exposed.length} situs masih dilayani, tetapi kini satu kegagalan lagi memutusnya.\n\n`,
      '\nKegagalan berikutnya, yang terburuk dahulu:\n\n',
      left > 0 ? `+${left} kelas komponen lain; semuanya dengan --format json.\n` : '',
    ],
    en: [
      `Protection lost: ${exposed.length} ${exposed.length === 1 ? 'site stays' : 'sites stay'} in service, ` +
        `but one more failure now takes ${exposed.length === 1 ? 'it' : 'them'} out.\n\n`,
      '\nThe next failures, the worst first:\n\n',
      left > 0 ? `+${left} other classes of components; all with --format json.\n` : '',
    ],
  }[language]
  return [
    words[0],
    tableText(sites, sites.rows, language),
    words[1],
    tableText(shown, shown.rows, language),
    words[2],
  ].join('')
}

const mostNext = 8

const siteColumns: readonly Column<Exposed>[] = [
  column('site', 'Situs', 'Site', 'code', 20, ({ site }) => site.site.id),
  column('before', 'Titik gagal semula', 'Single points before', 'integer', 6, ({ before }) => componentCount(before)),
  column('after', 'Sekarang', 'Now', 'integer', 6, ({ after }) => componentCount(after)),
  column('added', 'Kini juga putus oleh', 'Now also taken out by', 'text', 80, ({ added }) =>
    shortened(componentRanges(added.flatMap(({ failed }) => failed.components))),
  ),
]

const nextColumns: readonly Column<NextFailure>[] = [
  column('isolated', 'Memutus', 'Isolates', 'integer', 6, ({ isolated }) => isolated.length),
  column(
    'without_internet',
    'Tanpa internet',
    'No internet',
    'integer',
    6,
    ({ withoutInternet }) => withoutInternet.length,
  ),
  column('components', 'Komponen', 'Components', 'integer', 6, ({ failed }) => failed.components.length),
  column('failed', 'Salah satu dari', 'Any one of', 'text', 60, ({ failed }) =>
    shortened(componentRanges(failed.components)),
  ),
]

function componentCount(points: readonly SinglePoint[]): number {
  return points.reduce((sum, { failed }) => sum + failed.components.length, 0)
}

function nextFailures(exposed: readonly Exposed[]): NextFailure[] {
  const hits = exposed.flatMap(({ site, added }) => added.map(point => ({ ...point, site: site.site.id })))
  const named = (of: typeof hits, wanted: SinglePoint['state']): string[] =>
    of
      .filter(({ state }) => state === wanted)
      .map(({ site }) => site)
      .sort(compareText)
  return [...Map.groupBy(hits, ({ failed }) => failed)]
    .map(([failed, of]) => ({
      failed,
      isolated: named(of, 'isolated'),
      withoutInternet: named(of, 'without-internet'),
    }))
    .sort(
      (a, b) =>
        b.isolated.length - a.isolated.length ||
        b.withoutInternet.length - a.withoutInternet.length ||
        b.failed.components.length - a.failed.components.length ||
        compareText(a.failed.components[0]?.name ?? '', b.failed.components[0]?.name ?? ''),
    )
}

export function protectionJson(exposed: readonly Exposed[]): object {
  return {
    sites: exposed.map(({ site, before, after, added }) => ({
      site: site.site.id,
      single_points_before: componentCount(before),
      single_points: componentCount(after),
      added: added.map(({ failed, state }) => ({ components: failed.components.map(({ name }) => name), state })),
    })),
    next_failures: nextFailures(exposed).map(({ failed, isolated, withoutInternet }) => ({
      components: failed.components.map(({ name }) => name),
      isolated,
      without_internet: withoutInternet,
    })),
  }
}
