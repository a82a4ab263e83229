import type { Place } from '../source/source.ts'
import type { Bought, Budget, Circuit, Contract, Handoff, Provider, Uplink } from './leases.ts'
import type { NetworkDeclaration } from './network-file.ts'
import type { Optic } from './optics.ts'
import type { Missing } from './missing.ts'
import type { Platform } from './platform.ts'
import type { Claim, Payment, Ticket, Waiver, Work } from './records.ts'
import type { ModelDeclaration } from './type-file.ts'
import type {
  Zone,
  SegmentKind,
  Area,
  Tenant,
  Router,
  Site,
  FibreRoute,
  OpticType,
  Structure,
  Span,
  CableType,
  Cable,
  Slack,
  Splice,
  PlantArea,
  Declared,
  Trace,
  PowerReading,
} from './things.ts'

export type * from './leases.ts'
export type * from './records.ts'
export type * from './things.ts'

/**
 * The whole inventory, linked and immutable. Each map is sorted by id, so that whoever walks one needs no order of its
 * own. What could not be loaded is left out; `missing` remembers its ids, so that one fault is one finding.
 */
export interface Network {
  /** The day whose facts hold; undefined where nobody asked for one, and then those of each thing's first day do. */
  readonly day: string | undefined
  readonly declared: NetworkDeclaration
  readonly origin: Place
  readonly hub: Site
  readonly zones: ReadonlyMap<string, Zone>
  readonly segmentKinds: ReadonlyMap<string, SegmentKind>
  readonly areas: ReadonlyMap<string, Area>
  readonly tenants: ReadonlyMap<string, Tenant>
  readonly sites: ReadonlyMap<string, Site>
  readonly routers: ReadonlyMap<string, Router>
  readonly handoffs: ReadonlyMap<string, Handoff>
  readonly providers: ReadonlyMap<string, Provider>
  readonly budgets: ReadonlyMap<string, Budget>
  readonly contracts: ReadonlyMap<string, Contract>
  readonly circuits: ReadonlyMap<string, Circuit>
  readonly uplinks: ReadonlyMap<string, Uplink>
  readonly routes: ReadonlyMap<string, FibreRoute>
  /** Every class of optics that a route may name. */
  readonly optics: ReadonlyMap<string, Optic>
  /** Those that the inventory declares. */
  readonly opticTypes: ReadonlyMap<string, OpticType>
  readonly modelTypes: ReadonlyMap<string, Declared<ModelDeclaration> & { readonly kind: 'model' }>
  readonly plants: ReadonlyMap<string, PlantArea>
  readonly cableTypes: ReadonlyMap<string, CableType>
  readonly structures: ReadonlyMap<string, Structure>
  readonly spans: ReadonlyMap<string, Span>
  readonly cables: ReadonlyMap<string, Cable>
  readonly slacks: ReadonlyMap<string, Slack>
  readonly splices: readonly Splice[]
  readonly payments: ReadonlyMap<string, Payment>
  readonly tickets: ReadonlyMap<string, Ticket>
  readonly claims: ReadonlyMap<string, Claim>
  readonly works: ReadonlyMap<string, Work>
  readonly traces: ReadonlyMap<string, Trace>
  readonly powers: ReadonlyMap<string, PowerReading>
  /** SHA-256 of the files in `documents/`, by their path below it; undefined where nobody has read them. */
  readonly documents: ReadonlyMap<string, string> | undefined
  readonly waivers: ReadonlyMap<string, Waiver>
  /** What routers may be, by id: with the models that the inventory declares. */
  readonly platforms: ReadonlyMap<string, Platform>
  readonly index: NetworkIndex
  /** Things that are declared but could not be loaded. */
  readonly missing: Missing
}

/** Who refers to whom, so that no pass searches a list inside a loop. */
export interface NetworkIndex {
  readonly circuitsOfSite: ReadonlyMap<string, readonly Circuit[]>
  readonly circuitsOfHandoff: ReadonlyMap<string, readonly Circuit[]>
  /** Whatever names it in any of its terms. */
  readonly boughtOfContract: ReadonlyMap<string, readonly Bought[]>
  readonly contractsOfBudget: ReadonlyMap<string, readonly Contract[]>
  readonly routesOfRouter: ReadonlyMap<string, readonly FibreRoute[]>
  readonly sitesOfTenant: ReadonlyMap<string, readonly Site[]>
  readonly uplinksOfRouter: ReadonlyMap<string, readonly Uplink[]>
  readonly cablesOfSpan: ReadonlyMap<string, readonly Cable[]>
}
