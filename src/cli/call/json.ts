import { ladderOf, type Call } from '../../noc/call.ts'
import type { Phones } from './phones.ts'

/** The same for a program. */
export function callJson(call: Call, phones: Phones, minutes: number | undefined): object {
  const { bought, site, tenants, contracts, allowance, others, routes } = call
  const { provider, declared } = bought
  const numbers = phones[provider.id] ?? {}
  return {
    kind: bought.kind,
    id: bought.id,
    provider: provider.id,
    provider_name: provider.declared.name,
    noc: { ...provider.declared.noc, phone: numbers['noc'] ?? null },
    reference: declared.providerRef,
    bandwidth_mbps: declared.bandwidthMbps,
    site: site?.id ?? null,
    tenants: tenants.map(({ id, declared }) => ({
      tenant: id,
      name: declared.name,
      public_service: declared.publicService,
    })),
    contracts,
    others: others.map(({ id }) => id),
    routes,
    sla:
      allowance === undefined
        ? null
        : {
            contract: allowance.contract.id,
            availability_percent: allowance.availabilityPercent,
            from: allowance.from,
            to: allowance.to,
            allowed_minutes: allowance.allowedMinutes,
            used_minutes: allowance.usedMinutes,
            left_minutes: allowance.leftMinutes,
          },
    escalation: ladderOf(call, minutes ?? -1).map(({ level, role, afterMinutes, isDue }) => ({
      level,
      role,
      after_minutes: afterMinutes,
      due: isDue,
      phone: numbers[String(level)] ?? null,
    })),
  }
}
