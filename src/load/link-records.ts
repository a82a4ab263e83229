import type { Budget, Circuit, Claim, Contract, Payment, Ticket, Uplink } from '../model/network.ts'
import { inside } from '../source/source.ts'
import type { Declarations } from './declare.ts'
import { addMissing } from './missing.ts'
import { resolve, tableOf, unknownName, type Linking } from './resolve.ts'
import { isMissing } from '../model/missing.ts'

interface LinkedRecords {
  readonly payments: Map<string, Payment>
  readonly tickets: Map<string, Ticket>
  readonly claims: Map<string, Claim>
}

interface Tables {
  readonly contracts: ReadonlyMap<string, Contract>
  readonly budgets: ReadonlyMap<string, Budget>
  readonly circuits: ReadonlyMap<string, Circuit>
  readonly uplinks: ReadonlyMap<string, Uplink>
}

/** What happened: what was paid, what was down, what was claimed back. */
export function linkRecords(linking: Linking, declarations: Declarations, tables: Tables): LinkedRecords {
  const claims = linkClaims(linking, declarations, tables)
  return {
    claims,
    tickets: linkTickets(linking, declarations, tables),
    payments: linkPayments(linking, declarations, tables, claims),
  }
}

function linkClaims(linking: Linking, declarations: Declarations, { contracts }: Tables): Map<string, Claim> {
  const claims = new Map<string, Claim>()
  for (const { id, declared, origin } of tableOf(linking, 'claim', 'claim', declarations.claim).values()) {
    const contract = resolve(linking, 'contract', contracts, declared.contract, inside(origin, 'contract'))
    if (contract === undefined) addMissing(linking.missing, 'claim', id)
    else claims.set(id, { kind: 'claim', id, declared, origin, contract })
  }
  return claims
}

function linkTickets(linking: Linking, declarations: Declarations, { circuits, uplinks }: Tables): Map<string, Ticket> {
  const tickets = new Map<string, Ticket>()
  for (const { id, declared, origin } of tableOf(linking, 'ticket', 'ticket', declarations.ticket).values()) {
    const name = declared.circuit
    const bought = circuits.get(name) ?? uplinks.get(name)
    if (bought !== undefined) {
      tickets.set(id, { kind: 'ticket', id, declared, origin, bought })
      continue
    }
    addMissing(linking.missing, 'ticket', id)
    if (!isMissing(linking.missing, 'circuit', name) && !isMissing(linking.missing, 'uplink', name))
      linking.diagnostics.push(
        unknownName('circuit', name, [...circuits.keys(), ...uplinks.keys()], inside(origin, 'circuit')),
      )
  }
  return tickets
}

function linkPayments(
  linking: Linking,
  declarations: Declarations,
  { contracts, budgets }: Tables,
  claims: ReadonlyMap<string, Claim>,
): Map<string, Payment> {
  const payments = new Map<string, Payment>()
  for (const { id, declared, origin } of tableOf(linking, 'payment', 'payment', declarations.payment).values()) {
    const contract = resolve(linking, 'contract', contracts, declared.contract, inside(origin, 'contract'))
    const budget =
      declared.budget === undefined
        ? undefined
        : resolve(linking, 'budget', budgets, declared.budget, inside(origin, 'budget'))
    const deducted = declared.deductions.flatMap(({ claim }, i) => {
      const at = inside(origin, 'deductions', i, 'claim')
      return resolve(linking, 'claim', claims, claim, at) ?? []
    })
    const whole = contract !== undefined && deducted.length === declared.deductions.length
    if (!whole || (declared.budget !== undefined && budget === undefined)) addMissing(linking.missing, 'payment', id)
    else payments.set(id, { kind: 'payment', id, declared, origin, contract, budget, claims: deducted })
  }
  return payments
}
