import type { Place } from '../source/source.ts'
import type { SegmentDeclaration, ZoneDeclaration } from './network-file.ts'
import type {
  CableDeclaration,
  CableTypeDeclaration,
  RepairDeclaration,
  SlackDeclaration,
  SpliceDeclaration,
} from './cable-file.ts'
import type { DarkFibreDeclaration, PlantDeclaration, SpanDeclaration, StructureDeclaration } from './plant-file.ts'
import type { RouteDeclaration } from './route-file.ts'
import type { Optic } from './optics.ts'
import type { OpticDeclaration } from './type-file.ts'
import type { PowerDeclaration, TraceDeclaration } from './measurement-file.ts'
import type { Point } from './scalars.ts'
import type { Dialect, Platform, RouterModel } from './platform.ts'
import type {
  AreaDeclaration,
  RouterDeclaration,
  SegmentUseDeclaration,
  SiteDeclaration,
  TenantDeclaration,
} from './site-file.ts'

/** What an engineer declared, with where; the linked thing around it has its names resolved. */
export interface Declared<Declaration> {
  readonly id: string
  readonly declared: Declaration
  readonly origin: Place
}

/** A declared thing of any kind, as rules and reports name it: `kind:id`. */
export interface Named {
  readonly kind: string
  readonly id: string
}

export interface Zone extends Declared<ZoneDeclaration> {
  readonly kind: 'zone'
  /** Zones that its hosts may open connections to; `internet` stands for what is outside. */
  readonly reaches: readonly (Zone | 'internet')[]
}

export interface SegmentKind extends Declared<SegmentDeclaration> {
  readonly kind: 'segment'
  readonly zone: Zone
}

/** A kecamatan. */
export interface Area extends Declared<AreaDeclaration> {
  readonly kind: 'area'
}

export interface Tenant extends Declared<TenantDeclaration> {
  readonly kind: 'tenant'
}

/**
 * One access network at a site. Its id is the catalogue's, with the tenant's behind it where a tenant owns it:
 * `data-bappeda`.
 */
export interface SegmentUse {
  readonly id: string
  readonly catalogue: SegmentKind
  readonly declared: SegmentUseDeclaration
  readonly origin: Place
  /** Where its number of hosts stands. */
  readonly hostsAt: Place
  readonly tenant: Tenant | undefined
  readonly active: boolean
}

export interface Router extends Declared<RouterDeclaration> {
  readonly kind: 'router'
  readonly role: 'core' | 'site'
  readonly siteId: string
  readonly was: readonly string[]
  readonly platform: Platform
  readonly dialect: Dialect
  readonly model: RouterModel
}

export interface Site extends Declared<SiteDeclaration> {
  readonly kind: 'site'
  readonly area: Area | undefined
  readonly tenants: readonly Tenant[]
  readonly router: Router
  readonly cores: readonly Router[]
  readonly segments: readonly SegmentUse[]
  readonly was: readonly string[]
  readonly active: boolean
}

export interface PortEnd {
  readonly router: Router
  readonly port: string
  readonly origin: Place
}

export interface LitEnd extends PortEnd {
  /** Undefined where none is named, or one that nobody knows. */
  readonly optic: Optic | undefined
}

export interface FibreRoute extends Declared<RouteDeclaration> {
  readonly kind: 'route'
  readonly a: LitEnd
  readonly b: LitEnd
  readonly active: boolean
}

/** A class of optics that `types/` declares. */
export interface OpticType extends Declared<OpticDeclaration> {
  readonly kind: 'optic'
  readonly optic: Optic
}

export interface Structure extends Declared<StructureDeclaration> {
  readonly kind: 'structure'
  /** Where it stands: its own point, that of the structure it hangs on, or its site's. */
  readonly point: Point
  /** Of a site the plant knows where it stands, and nothing that could change without it. */
  readonly site: Ground | undefined
}
export interface Ground extends Pick<Site, 'kind' | 'id' | 'origin'> {
  readonly declared: Pick<SiteDeclaration, 'location' | 'was'>
}
export interface Span extends Declared<SpanDeclaration> {
  readonly kind: 'span'
  readonly from: Structure
  readonly to: Structure
}
export interface CableType extends Declared<CableTypeDeclaration> {
  readonly kind: 'cabletype'
}
export interface Cable extends Declared<CableDeclaration> {
  readonly kind: 'cable'
  readonly type: CableType
  readonly spans: readonly Span[]
  readonly repairs: readonly Repair[]
  /** Where it is rented dark fibre: another's, between two handover points. */
  readonly rented: DarkFibreDeclaration | undefined
}
/** Where a cable was joined again after it was cut. */
export interface Repair {
  readonly declared: RepairDeclaration
  readonly origin: Place
  /** One, or two with a new piece between them. */
  readonly closures: readonly Structure[]
  /** Of the new piece. */
  readonly type: CableType
}
export interface Slack extends Declared<SlackDeclaration> {
  readonly kind: 'slack'
  readonly cable: Cable
  readonly at: Structure
}
export interface Splice extends Declared<SpliceDeclaration> {
  readonly kind: 'splice'
  readonly closure: Structure
}
export interface PlantArea extends Declared<PlantDeclaration> {
  readonly kind: 'plant'
}
export interface Trace extends Declared<TraceDeclaration> {
  readonly kind: 'trace'
  readonly cable: Cable
  readonly from: Structure
}
export interface PowerReading extends Declared<PowerDeclaration> {
  readonly kind: 'power'
  readonly route: FibreRoute
  readonly at: Router
}
