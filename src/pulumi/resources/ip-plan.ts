import pulumi from '@pulumi/pulumi'
import type { z } from 'zod'
import type { documentInputs } from '../provider/kinds.ts'

type IpPlanArgs = z.input<typeof documentInputs>

/** The address plan. */
export class IpPlan extends pulumi.CustomResource {
  /** Where a person finds it. */
  declare readonly location: pulumi.Output<string>
  /** `none`, or `unknown` where a router does not answer. */
  declare readonly drift: pulumi.Output<string>

  constructor(name: string, args: IpPlanArgs, options: pulumi.CustomResourceOptions) {
    super('serat:index:IpPlan', name, { ...args, location: undefined, drift: undefined }, options)
  }
}
