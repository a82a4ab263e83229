import { rule } from '../define.ts'

export const nocAwayFromHub = rule({
  code: 'SEC008',
  name: 'noc-away-from-hub',
  severity: 'error',
  title: { id: 'Segmen NOC di luar pusat', en: 'NOC segment away from the hub' },
  *check({ network, plan }) {
    const cores = network.hub.cores.filter(({ id }) => (plan.routers.get(id)?.tunnels.length ?? 0) > 0)
    for (const site of network.sites.values()) {
      if (site.id === network.hub.id || network.declared.policy.nocSites.includes(site.id)) continue
      for (const { catalogue, hostsAt, active } of site.segments) {
        if (catalogue.zone.declared.kind !== 'noc' || !active) continue
        yield {
          at: hostsAt,
          about: [site],
          facts: { site: site.id, segment: catalogue.id, cores: cores.map(({ id }) => id).join(', ') },
        }
      }
    }
  },
  message: ({ site, segment, cores }) => ({
    id:
      `segmen ${segment} di ${site} memberi alamat NOC, kunci ke semua router, di luar pusat` +
      (cores === ''
        ? ''
        : `; ${cores} menerimanya dari terowongan situs itu, sehingga siapa yang menguasai situs itu dapat mengelola semua router`),
    en:
      `segment ${segment} of ${site} hands out NOC addresses, the key to every router, away from the hub` +
      (cores === ''
        ? ''
        : `; ${cores} take them out of that site's tunnels, so that who holds the site can manage every router`),
  }),
  hint: ({ site }) => ({
    id: `layani petugas jauh lewat komputer di NOC; jika memang diputuskan demikian: \`policy: { noc_sites: [${site}] }\` di network.yaml`,
    en: `let remote staff work over a computer of the NOC; where it is a decision: \`policy: { noc_sites: [${site}] }\` in network.yaml`,
  }),
})
