import type { Site } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { listed } from '../../words/figures.ts'

/** Prefixes of each family: the loopback and every active segment. */
function announcedBy(site: Site): number {
  return 1 + site.segments.filter(({ active }) => active).length
}

export const prefixLimitTooLow = rule({
  code: 'RTE015',
  name: 'prefix-limit-too-low',
  severity: 'error',
  title: { id: 'Batas prefiks di bawah yang diumumkan situs', en: 'Prefix limit below what a site announces' },
  *check({ network, plan }) {
    const limit = network.declared.routing.maximumPrefixes
    const leased = new Set(
      [...plan.leases.values()].filter(({ active }) => active).map(({ circuit }) => circuit.site.id),
    )
    const over = [...network.sites.values()]
      .filter(({ id }) => leased.has(id))
      .map(site => ({ site, announced: announcedBy(site) }))
      .filter(({ announced }) => announced > limit)
    if (over.length === 0) return
    const most = Math.max(...over.map(({ announced }) => announced))
    yield {
      at: inside(network.origin, 'routing', 'maximumPrefixes'),
      about: over.map(({ site }) => site),
      facts: { limit, most, sites: over.map(({ site, announced }) => `${site.id} (${announced})`) },
    }
  },
  message: ({ limit, sites }) => ({
    id: `maximum_prefixes ${limit} lebih kecil daripada yang diumumkan ${listed(sites).id}: inti memutus BGP ke situs itu`,
    en: `maximum_prefixes ${limit} is less than what is announced by ${listed(sites).en}: the cores shut BGP to them down`,
  }),
  hint: ({ most }) => ({
    id: `tulis ${most * 2} atau lebih: loopback dan setiap segmen aktif dihitung, dan situs bertambah segmennya`,
    en: `write ${most * 2} or more: the loopback and each active segment count, and sites gain segments`,
  }),
})
