import type { Site, Tenant } from '../model/network.ts'
import { byText } from '../text/order.ts'

/** Sorts agencies that serve citizens before the others, each by id. */
export function citizensFirst({ id, declared }: Tenant): string {
  return `${declared.publicService ? 0 : 1} ${id}`
}

export function tenantsFirst({ tenants }: Site): Tenant[] {
  return tenants.toSorted(byText(citizensFirst))
}
