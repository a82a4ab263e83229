/**
 * A network in TypeScript: things are declared, `compile` decides and checks. For deployments with Pulumi the same
 * classes stand in `serat/pulumi`, where arguments may be outputs of other resources.
 */
export { compile, readInventory } from './compile.ts'
export type { Compiled, CompileOptions, Finding, InventoryFiles, OutputFile } from './compile.ts'
export { FibreRoute, LeasedCircuit, Site, type Thing } from './things.ts'
export type { DeclaredSite, FibreRouteArgs, LeasedCircuitArgs, SiteArgs } from './args.ts'
export type { DecidedCircuit, DecidedRoute, DecidedSegment, DecidedSite, DecidedTunnel } from './decisions.ts'
export type { CallSite } from './called-from.ts'
