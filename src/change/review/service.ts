import { listed } from '../../words/figures.ts'
import type { Raised, Reviewed } from './raised.ts'

export function* singlePoints({ service, networks }: Reviewed): Generator<Raised> {
  if (service === undefined) return
  const { before, after } = service.isolatingKept
  if (after <= before) return
  const sites = new Set(
    service.failures.flatMap(failure => failure.after.filter(site => !failure.before.includes(site))),
  )
  yield {
    code: 'REV001',
    about: [`network:${networks.after.declared.network}`, ...[...sites].map(site => `site:${site}`)],
    message: {
      id: `${after - before} komponen lagi memutus situs yang sudah ada bila gagal sendiri (${before} → ${after})`,
      en:
        `${after - before} more ${after - before === 1 ? 'component cuts' : 'components cut'} off a site that was ` +
        `there before by failing alone (${before} → ${after})`,
    },
    mend: {
      id: `beri jalan kedua untuk ${listed([...sites]).id}`,
      en: `give a second way to ${listed([...sites]).en}`,
    },
  }
}

export function* rings({ service }: Reviewed): Generator<Raised> {
  for (const { ring, ends, sites } of service?.ringsOpened ?? [])
    yield {
      code: 'REV002',
      about: [`ring:${ring}`, ...sites.map(site => `site:${site}`)],
      message: {
        id: `ring ${ring} menjadi terbuka dan berujung di ${listed(ends).id}`,
        en: `ring ${ring} is opened and ends at ${listed(ends).en}`,
      },
      mend: { id: `tutup kembali ring ${ring}`, en: `close ring ${ring} again` },
    }
}
