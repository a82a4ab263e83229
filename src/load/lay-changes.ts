import type { CircuitChange, CircuitDeclaration, UplinkChange, UplinkDeclaration } from '../model/lease-file.ts'

/** A circuit with a change laid over. Another service keeps neither the hand-off nor the address of the one before. */
export function changedCircuit(
  facts: CircuitDeclaration,
  { from: _, site, ...change }: CircuitChange,
): CircuitDeclaration {
  const kept = change.service === undefined || change.service === facts.service
  const { address: _address, ...bare } = facts.site
  return {
    ...facts,
    ...(kept ? {} : { hub: undefined }),
    ...defined(change),
    site: { ...(kept ? facts.site : bare), ...defined(site ?? {}) },
  }
}

export function changedUplink(facts: UplinkDeclaration, { from: _, ...change }: UplinkChange): UplinkDeclaration {
  return { ...facts, ...defined(change) }
}

function defined<T extends object>(part: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: NonNullable<T[K]>
  }
}
