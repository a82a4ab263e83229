import { componentRanges } from '../../analysis/graph/class-name.ts'
import type { Cost } from '../../analysis/service/cost.ts'
import type { Outcome } from '../../analysis/service/simulate.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { tableText } from '../tables/print.ts'
import { filled } from './filled.ts'
import { protectionText } from './protection.ts'
import { siteColumns } from './sites-table.ts'
import { rupiah } from '../../words/figures.ts'

/** What a failure does, for people. */
export function outcomeText(outcome: Outcome, language: Language): string {
  const { failed, given, sites, cost, exposed } = outcome
  const table = filled(
    siteColumns(language),
    sites.filter(({ before, after }) => before.state !== after.state),
  )
  const nothing = {
    id: 'Layanan semua situs tetap seperti semula.\n',
    en: 'The service of every site stays as it was.\n',
  }[language]
  return [
    given.length === 0
      ? ''
      : `${{ id: 'Sudah gagal sebelumnya', en: 'Down already' }[language]}: ${componentRanges(given).join(', ')}\n`,
    `${{ id: 'Gagal', en: 'Failed' }[language]}: ${componentRanges(failed).join(', ')}\n\n`,
    table.rows.length === 0 ? nothing : tableText(table, table.rows, language),
    '\n',
    costText(cost, sites.length, language),
    sixthText(outcome, language),
    '\n',
    protectionText(exposed(), language),
  ].join('')
}

/** IPv6 to the internet may go while IPv4 stays: not every uplink has a prefix. */
function sixthText({ sites }: Outcome, language: Language): string {
  const lost = sites.filter(({ before, after }) => before.internetV6 && !after.internetV6 && after.internetV4).length
  if (lost === 0) return ''
  return {
    id: `Internet IPv6 hilang, IPv4 tetap: ${lost} situs.\n`,
    en: `IPv6 internet is lost while IPv4 stays: ${lost} sites.\n`,
  }[language]
}

function costText(
  { sites, tenants, publicServices, unused, monthlyRupiah }: Cost,
  total: number,
  language: Language,
): string {
  const count = (state: keyof Cost['sites']): number => sites[state].length
  const lines =
    language === 'id'
      ? [
          `Dari ${total} situs: ${count('isolated')} terputus, ${count('without-internet')} tanpa internet, ` +
            `${count('on-backup')} lewat cadangan.`,
          `Perangkat daerah yang kehilangan layanan: ${tenants.length}${names(tenants)}; yang melayani warga: ${publicServices.length}.`,
          `Dibayar tetapi tidak terpakai: ${unused.length}${names(unused)}; ${rupiah(monthlyRupiah).id} sebulan.`,
        ]
      : [
          `Of ${total} sites: ${count('isolated')} isolated, ${count('without-internet')} without internet, ` +
            `${count('on-backup')} on backup.`,
          `Agencies that lose service: ${tenants.length}${names(tenants)}; that serve citizens: ${publicServices.length}.`,
          `Paid for and not usable: ${unused.length}${names(unused)}; ${rupiah(monthlyRupiah).en} a month.`,
        ]
  return lines.join('\n') + '\n'
}

const mostNames = 8

function names(things: readonly { readonly id: string }[]): string {
  if (things.length === 0) return ''
  const shown = things
    .slice(0, mostNames)
    .map(({ id }) => id)
    .join(', ')
  return ` (${shown}${things.length > mostNames ? `, +${things.length - mostNames}` : ''})`
}
