import pulumi from '@pulumi/pulumi'
import type { z } from 'zod'
import type { routerConfigInputs } from '../provider/kinds.ts'

type RouterConfigArgs = z.input<typeof routerConfigInputs>

/** The configuration of one router, deployed to its target. */
export class RouterConfig extends pulumi.CustomResource {
  /** Where a person finds it. */
  declare readonly location: pulumi.Output<string>
  /** `none`, or `unknown` where a router does not answer. */
  declare readonly drift: pulumi.Output<string>

  constructor(name: string, args: RouterConfigArgs, options: pulumi.CustomResourceOptions) {
    super('serat:index:RouterConfig', name, { ...args, location: undefined, drift: undefined }, options)
  }
}
