import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Router } from '../../model/network.ts'
import { common } from '../../plan/links.ts'
import type { LeasePlan } from '../../plan/plan.ts'
import type { Place } from '../../source/source.ts'
import { rule } from '../define.ts'

export const tunnelImpossible = rule({
  code: 'RTE003',
  name: 'tunnel-impossible',
  severity: 'error',
  title: { id: 'Terowongan yang tidak mungkin', en: 'Tunnel that cannot be' },
  *check({ plan }) {
    for (const lease of plan.leases.values()) {
      const fault = lease.circuit.declared.status === 'retired' ? undefined : faultOf(lease)
      if (fault !== undefined)
        yield { at: fault.at, about: [lease.circuit], facts: { circuit: lease.circuit.id, words: fault.words } }
    }
  },
  message: ({ circuit, words }) => ({ id: `sirkuit ${circuit}: ${words.id}`, en: `circuit ${circuit}: ${words.en}` }),
  hint: () => ({
    id: 'wireguard dimulai dari situs dan melewati alamat dinamis dan CGNAT; hapus tunnel agar dipilih dari kedua platform',
    en: 'wireguard is begun by the site and passes dynamic addresses and CGNAT; remove tunnel to have it chosen from the two platforms',
  }),
})

interface Fault {
  readonly at: Place
  readonly words: Bilingual
}

function faultOf({ circuit, tunnels }: LeasePlan): Fault | undefined {
  const { tunnel, site } = circuit.declared
  for (const { kind, core, site: siteRouter } of tunnels) {
    const at = tunnel === undefined ? circuit.at('site', 'id') : circuit.at('tunnel')
    if (tunnel === undefined && common(tunnelsOf(siteRouter), tunnelsOf(core)) === undefined) {
      return {
        at,
        words: {
          id: `${siteRouter.id} dan ${core.id} tidak punya jenis terowongan yang sama`,
          en: `${siteRouter.id} and ${core.id} know no common kind of tunnel`,
        },
      }
    }
    const unable = [siteRouter, core].find(router => !tunnelsOf(router).includes(kind))
    if (unable !== undefined) {
      return {
        at,
        words: {
          id: `${unable.platform.name} di ${unable.id} tidak mengenal terowongan ${kind}`,
          en: `${unable.platform.name} on ${unable.id} knows no ${kind} tunnel`,
        },
      }
    }
  }
  const address = site.address?.kind
  const kind = tunnels[0]?.kind ?? tunnel
  if (kind === undefined || kind === 'wireguard' || (address !== 'dynamic' && address !== 'cgnat')) return undefined
  const at = tunnel === undefined ? circuit.at('site', 'address', 'kind') : circuit.at('tunnel')
  return {
    at,
    words: {
      id: `terowongan ${kind} butuh alamat tetap, sedangkan alamat situsnya ${address}`,
      en: `a ${kind} tunnel needs a fixed address, yet that of the site is ${address}`,
    },
  }
}

function tunnelsOf({ dialect }: Router) {
  return dialect.capabilities.tunnels
}
