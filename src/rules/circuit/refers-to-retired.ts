import type { Circuit, Named, Network } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { thingName } from '../../words/things.ts'

export const refersToRetired = rule({
  code: 'CKT010',
  name: 'refers-to-retired',
  severity: 'error',
  title: {
    id: 'Sirkuit atau rute aktif menuju situs yang sudah berhenti',
    en: 'Active circuit or route to a retired site',
  },
  *check({ network }) {
    for (const { thing, at, site } of references(network)) {
      if (site.declared.status !== 'retired') continue
      yield {
        at,
        about: [thing, site],
        facts: { thing, site: site.id },
        related: [
          {
            at: inside(site.origin, 'status'),
            message: { id: `${site.id} berhenti di sini`, en: `${site.id} is retired here` },
          },
        ],
      }
    }
  },
  message: ({ thing, site }) => ({
    id: `${thingName(thing).id} masih aktif, padahal situs ${site} sudah berhenti`,
    en: `${thingName(thing).en} is still active, yet site ${site} is retired`,
  }),
  hint: () => ({
    id: 'tulis status: retired pada keduanya, atau aktifkan situsnya lagi',
    en: 'write status: retired on both, or bring the site back',
  }),
})

interface Reference {
  readonly thing: Named
  readonly at: Place
  readonly site: Circuit['site']
}

function references(network: Network): Reference[] {
  const circuits = [...network.circuits.values()]
    .filter(isActive)
    .map(circuit => ({ thing: circuit, at: inside(circuit.origin, 'site', 'id'), site: circuit.site }))
  const routes = [...network.routes.values()].filter(isActive).flatMap(route =>
    (['a', 'b'] as const).flatMap(side => {
      const site = network.sites.get(route[side].router.siteId)
      return site === undefined ? [] : [{ thing: route, at: inside(route.origin, side, 'router'), site }]
    }),
  )
  return [...circuits, ...routes]
}

function isActive({ declared }: { readonly declared: { readonly status: string } }): boolean {
  return declared.status === 'active'
}
