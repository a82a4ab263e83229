import pulumi from '@pulumi/pulumi'
import type { z } from 'zod'
import type { documentInputs } from '../provider/kinds.ts'

type TopologyDocumentArgs = z.input<typeof documentInputs>

/** A drawing or an exchange format of the network. */
export class TopologyDocument extends pulumi.CustomResource {
  /** Where a person finds it. */
  declare readonly location: pulumi.Output<string>
  /** `none`, or `unknown` where a router does not answer. */
  declare readonly drift: pulumi.Output<string>

  constructor(name: string, args: TopologyDocumentArgs, options: pulumi.CustomResourceOptions) {
    super('serat:index:TopologyDocument', name, { ...args, location: undefined, drift: undefined }, options)
  }
}
