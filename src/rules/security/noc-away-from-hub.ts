import { rule } from '../define.ts'

export const nocAwayFromHub = rule({
  code: 'SEC008',
  name: 'noc-away-from-hub',
  severity: 'warning',
  title: { id: 'Segmen NOC di luar pusat', en: 'NOC segment away from the hub' },
  *check({ network }) {
    for (const site of network.sites.values()) {
      if (site.id === network.hub.id) continue
      for (const { catalogue, hostsAt, active } of site.segments) {
        if (catalogue.zone.declared.kind === 'noc' && active)
          yield { at: hostsAt, about: [site], facts: { site: site.id, segment: catalogue.id } }
      }
    }
  },
  message: ({ site, segment }) => ({
    id: `segmen ${segment} di ${site} memberi alamat NOC, kunci ke semua router, di luar pusat`,
    en: `segment ${segment} of ${site} hands out NOC addresses, the key to every router, away from the hub`,
  }),
  hint: () => ({
    id: 'layani petugas jauh lewat komputer di NOC, atau catat alasan dan batas waktunya di waivers.yaml',
    en: 'let remote staff work over a computer of the NOC, or give reason and end date in waivers.yaml',
  }),
})
