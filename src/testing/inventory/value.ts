import type { z } from 'zod'
import type { circuitFile, uplinkFile } from '../../model/lease-file.ts'
import type { providerFile, waiverFile } from '../../model/contract-file.ts'
import type { networkFile } from '../../model/network-file.ts'
import type { plantFile } from '../../model/plant-file.ts'
import type { routeFile } from '../../model/route-file.ts'
import type { areaFile, siteFile, tenantFile } from '../../model/site-file.ts'

export type NetworkValue = z.input<typeof networkFile>
export type SiteValue = z.input<typeof siteFile>
export type RouterValue = SiteValue['router']
export type TenantValue = z.input<typeof tenantFile>
export type AreaValue = z.input<typeof areaFile>
export type PlantValue = z.input<typeof plantFile>
export type RouteValue = z.input<typeof routeFile>
export type CircuitValue = z.input<typeof circuitFile>
export type UplinkValue = z.input<typeof uplinkFile>
export type ProviderValue = z.input<typeof providerFile>
export type ContractValue = NonNullable<ProviderValue['contracts']>[number]
export type WaiverValue = z.input<typeof waiverFile>

/** A whole inventory as a value, before it is text: what an engineer would write, with keys as the code names them. */
export interface InventoryValue {
  readonly network: NetworkValue
  readonly sites: readonly SiteValue[]
  readonly tenants: readonly TenantValue[]
  readonly areas: readonly AreaValue[]
  readonly plants: readonly PlantValue[]
  readonly routes: readonly RouteValue[]
  readonly circuits: readonly CircuitValue[]
  readonly uplinks: readonly UplinkValue[]
  readonly providers: readonly ProviderValue[]
  readonly waivers: readonly WaiverValue[]
}
