import type pulumi from '@pulumi/pulumi'

/** The network as its parts see it. */
export interface Whole extends pulumi.ComponentResource {
  /** Settles once the network compiled without an error. */
  readonly compiled: Promise<pulumi.Resource[]>
  /** Takes a part by what it is, so that what belongs to it is made below it. */
  readonly remember: (part: pulumi.ComponentResource, kind: PartKind, id: string) => void
}

export type PartKind = 'site' | 'route' | 'circuit' | 'contract'

/** Options of a component of the network. */
export interface PartOptions extends Omit<pulumi.ComponentResourceOptions, 'parent'> {
  readonly network: Whole
}

/**
 * Options for the engine: below the network, known by its earlier names, and held back until the whole network
 * compiled, so that an error stops the program before its first resource.
 */
export function componentOptions(
  { network, ...options }: PartOptions,
  was: readonly string[] = [],
): pulumi.ComponentResourceOptions {
  return {
    ...options,
    parent: network,
    dependsOn: network.compiled,
    aliases: [...(options.aliases ?? []), ...was.map(name => ({ name }))],
  }
}
