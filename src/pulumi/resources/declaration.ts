import pulumi from '@pulumi/pulumi'
import type { Network } from './network.ts'

/** Options of a component of the network. */
export interface PartOptions extends Omit<pulumi.ComponentResourceOptions, 'parent'> {
  readonly network: Network
}

/**
 * Options for the engine: below the network, known by its earlier names, and held back until the whole network compiled, so that an error
 * stops the program before its first resource.
 */
export function componentOptions({ network, ...options }: PartOptions, was: readonly string[] = []): pulumi.ComponentResourceOptions {
  return { ...options, parent: network, dependsOn: network.compiled, aliases: [...(options.aliases ?? []), ...was.map(name => ({ name }))] }
}
