import type { Bilingual, Language } from '../diagnostic/diagnostic.ts'
import { sum } from '../diagnostic/pretty.ts'
import { yearRupiah } from '../money/budget-share.ts'
import { permitRentRupiah } from '../money/permit-rent.ts'
import type { Plan } from '../plan/plan.ts'
import type { Compiled } from './inventory.ts'
import { prefixCount } from '../render/ip-plan/handed-out.ts'
import { number, rupiah } from '../words/figures.ts'

/** What a build gives at its end: how much there is, and where to look. */
export function summary(
  { compilation, diagnostics }: Compiled,
  { out, files }: { readonly out: string; readonly files: number },
  language: Language,
): string {
  const { network, plan, waived, asOf } = compilation
  if (network === undefined || plan === undefined) return ''
  const year = Number(asOf.slice(0, 4))
  const rent = permitRentRupiah(network, year)
  const counts = {
    routers: number(network.routers.size)[language],
    sites: number(network.sites.size)[language],
    prefixes: number(prefixCount(plan))[language],
    contracts: number(network.contracts.size)[language],
    money: rupiah(yearRupiah(network, year) + rent)[language],
    files: number(files)[language],
  }
  const accepted =
    waived.length === 0
      ? { id: '', en: '' }
      : {
          id: `, ${waived.length} peringatan diterima di waivers.yaml`,
          en: `, ${waived.length} accepted in waivers.yaml`,
        }
  const permits: Bilingual =
    rent === 0
      ? { id: '', en: '' }
      : {
          id: `, termasuk sewa tiang, lintasan, dan serat gelap ${rupiah(rent)[language]}`,
          en: `, rents of poles, crossings and dark fibre of ${rupiah(rent)[language]} among it`,
        }
  const keyless = keylessHint(plan, language)
  const text: Bilingual = {
    id: `${counts.routers} router di ${counts.sites} situs, ${counts.prefixes} prefiks, ${counts.contracts} kontrak (${counts.money} dengan PPN pada ${year}${permits.id})
${sum(diagnostics, 'id')}${accepted.id}; acuan ${asOf}
${counts.files} berkas di ${out}/: buka ${out}/index.html, konfigurasi di ${out}/routers/
${keyless}`,
    en: `${counts.routers} routers at ${counts.sites} sites, ${counts.prefixes} prefixes, ${counts.contracts} contracts (${counts.money} with PPN in ${year}${permits.en})
${sum(diagnostics, 'en')}${accepted.en}; as of ${asOf}
${counts.files} files in ${out}/: open ${out}/index.html, configurations are in ${out}/routers/
${keyless}`,
  }
  return text[language]
}

/**
 * Keys are made before the first deployment, which refuses without them. That is no finding about the inventory: as a
 * warning it would ask every network for a waiver, and the waiver would be out of date on the day on which the keys are
 * made.
 */
function keylessHint({ routers }: Plan, language: Language): string {
  const keyless = [...routers.values()].filter(
    ({ publicKey, tunnels }) =>
      publicKey === undefined && tunnels.some(({ active, kind }) => active && kind === 'wireguard'),
  )
  if (keyless.length === 0) return ''
  const count = number(keyless.length)[language]
  const text: Bilingual = {
    id: `router tanpa kunci terowongan: ${count}; sebelum diterapkan, buat dengan \`serat secrets --generate\`\n`,
    en: `routers without a tunnel key: ${count}; before a deployment make them with \`serat secrets --generate\`\n`,
  }
  return text[language]
}
