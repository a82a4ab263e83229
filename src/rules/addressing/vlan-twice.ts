import type { Plan, SegmentPlan } from '../../plan/plan.ts'
import { inside, type Place } from '../../source/source.ts'
import { clashes, grouped } from '../grouping.ts'
import { rule } from '../define.ts'

export const vlanTwice = rule({
  code: 'ADR009',
  name: 'vlan-twice',
  severity: 'error',
  title: { id: 'Dua segmen satu situs pada VLAN yang sama', en: 'Two segments of a site on one VLAN' },
  *check({ plan }) {
    for (const { first, later } of clashes(
      grouped(fixedVlans(plan), ({ site, vlan }) => `${site.id} ${vlan}`).values(),
    )) {
      yield {
        at: vlanPlace(later),
        about: [later.site],
        facts: { site: later.site.id, vlan: later.vlan, first: first.id, later: later.id },
        related: [{ at: vlanPlace(first), message: { id: `segmen ${first.id}`, en: `segment ${first.id}` } }],
      }
    }
  },
  message: ({ site, vlan, first, later }) => ({
    id: `segmen ${later} dan ${first} di ${site} sama-sama VLAN ${vlan}`,
    en: `segments ${later} and ${first} of ${site} are both on VLAN ${vlan}`,
  }),
  hint: () => ({
    id: 'beri salah satunya vlan lain di situs itu, atau di katalog network.yaml',
    en: 'give one of them another vlan at the site, or in the catalogue of network.yaml',
  }),
})

/**
 * Those that were declared; what is allocated from the tenants' range is kept apart by the plan, which says so where it
 * cannot.
 */
function fixedVlans({ segments }: Plan): SegmentPlan[] {
  return [...segments.values()].filter(({ use, tenant }) => use.declared.vlan !== undefined || tenant === undefined)
}

function vlanPlace({ use }: SegmentPlan): Place {
  return use.declared.vlan === undefined ? use.hostsAt : inside(use.origin, 'vlan')
}
