import type { Contract, Network } from './network.ts'
import { inside, type Place } from '../source/source.ts'

/** A paper that something in the inventory names, and where. */
export interface NamedDocument {
  readonly owner: { readonly kind: string; readonly id: string }
  /** The contract that it is evidence for; undefined for a ticket's. */
  readonly contract: string | undefined
  readonly document: Contract['declared']['documents'][number]
  readonly at: Place
}

/** Every paper that a contract, an addendum, a payment, a claim or a ticket names. */
export function namedDocuments({ contracts, payments, claims, tickets }: Network): NamedDocument[] {
  const ofContracts = [...contracts.values()].flatMap(contract => [
    ...named(contract, contract.id, contract.declared.documents, inside(contract.origin, 'documents')),
    ...contract.declared.addenda.flatMap(({ documents }, i) =>
      named(contract, contract.id, documents, inside(contract.origin, 'addenda', i, 'documents')),
    ),
  ])
  const ofRecords = [...payments.values(), ...claims.values()].flatMap(record =>
    named(record, record.contract.id, record.declared.documents, inside(record.origin, 'documents')),
  )
  const ofTickets = [...tickets.values()].flatMap(ticket =>
    named(ticket, undefined, ticket.declared.documents, inside(ticket.origin, 'documents')),
  )
  return [...ofContracts, ...ofRecords, ...ofTickets]
}

function named(
  owner: NamedDocument['owner'],
  contract: string | undefined,
  documents: readonly NamedDocument['document'][],
  list: Place,
): NamedDocument[] {
  return documents.map((document, i) => ({ owner, contract, document, at: inside(list, i) }))
}
