import type { AnyRule } from '../define.ts'
import { segmentOfStranger } from './segment-of-stranger.ts'
import { siteWithoutTenant } from './site-without-tenant.ts'
import { tenantInTwoSites } from './tenant-in-two-sites.ts'
import { tenantWithoutSite } from './tenant-without-site.ts'

/** Rules of ORG, by code. */
export const peopleRules: readonly AnyRule[] = [
  siteWithoutTenant,
  tenantWithoutSite,
  tenantInTwoSites,
  segmentOfStranger,
]
