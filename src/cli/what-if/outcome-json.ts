import { protectionJson } from './protection.ts'
import type { Cost } from '../../analysis/service/cost.ts'
import type { Outcome, SiteOutcome } from '../../analysis/service/simulate.ts'
import { pathCount, type Way } from '../../analysis/service/ways.ts'

/** Everything about a failure, for programs. */
export function outcomeJson({ failed, given, sites, changes, cost, exposed }: Outcome): object {
  const changed = new Set(changes.map(({ site }) => site))
  return {
    failed: failed.map(({ name }) => name),
    given: given.map(({ name }) => name),
    sites: sites.map(site => siteJson(site, changed.has(site.element))),
    cost: costJson(cost),
    protection: protectionJson(exposed()),
  }
}

function siteJson({ element: { site }, before, after, ways, beginsMinutes }: SiteOutcome, changed: boolean): object {
  const head = {
    site: site.id,
    state: after.state,
    before: before.state,
    changed,
    internet_v4: after.internetV4,
    internet_v6: after.internetV6,
  }
  if (!changed) return head
  const { toHub, fromHub, toInternet, fromInternet, circuits, uplinks } = ways()
  return {
    ...head,
    begins_minutes: beginsMinutes(),
    circuits,
    uplinks,
    to_hub: wayJson(toHub),
    from_hub: wayJson(fromHub),
    to_internet: wayJson(toInternet),
    from_internet: fromInternet.map(wayJson),
  }
}

/** All equal paths as one set of hops. */
function wayJson(way: Way): object {
  return { from: way.from, arrives: way.arrives, paths: pathCount(way), hops: way.hops }
}

export function costJson({ sites, tenants, publicServices, unused, monthlyRupiah }: Cost): object {
  return {
    isolated: sites.isolated,
    without_internet: sites['without-internet'],
    on_backup: sites['on-backup'],
    tenants: tenants.map(({ id }) => id),
    public_services: publicServices.map(({ id }) => id),
    paid_and_unusable: unused.map(({ kind, id }) => `${kind}:${id}`),
    monthly_rupiah: monthlyRupiah,
  }
}
