import { ringsOf } from '../../analysis/graph/rings.ts'
import type { Network } from '../../model/network.ts'
import { listed } from '../../words/figures.ts'
import type { Sides } from '../parts.ts'
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

export function* rings({ service, networks }: Reviewed): Generator<Raised> {
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
  yield* undeclared(networks)
}

/** Rings that were closed, and that no route names now though some of theirs carry on: nobody hears when they open. */
function* undeclared({ before, after }: Sides<Network>): Generator<Raised> {
  const named = new Set(ringsOf(after).map(({ name }) => name))
  for (const { name, routes, opening } of ringsOf(before)) {
    if (opening !== undefined || named.has(name)) continue
    const members = new Set(routes.map(({ id }) => id))
    const unnamed = [...after.routes.values()]
      .filter(
        ({ id, active, declared: { ring, was = [] } }) =>
          active && ring === undefined && [id, ...was].some(of => members.has(of)),
      )
      .map(({ id }) => id)
    if (unnamed.length === 0) continue
    yield {
      code: 'REV002',
      about: [`ring:${name}`, ...unnamed.map(id => `route:${id}`)],
      message: {
        id: `ring ${name} tidak dinyatakan lagi, padahal masih dipakai (${listed(unnamed).id}): terbukanya tidak akan terdengar`,
        en: `ring ${name} is no longer declared, though in use (${listed(unnamed).en}): nobody will hear when it opens`,
      },
      mend: { id: `sebut kembali \`ring: ${name}\` di rutenya`, en: `name \`ring: ${name}\` at its routes again` },
    }
  }
}
