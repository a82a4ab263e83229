/**
 * A network in the TypeScript of a Pulumi program: things are declared, and deploy by themselves. Every argument may be
 * an output of another resource, and what was decided is an output.
 */
export { FibreRoute, LeasedCircuit, Site, type ThingOptions } from './things.ts'
export type { Inputs } from './inputs.ts'
