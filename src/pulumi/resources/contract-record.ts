import pulumi from '@pulumi/pulumi'
import type { z } from 'zod'
import type { documentInputs } from '../provider/kinds.ts'

type ContractRecordArgs = z.input<typeof documentInputs>

/** The record of one contract, or the register of all. */
export class ContractRecord extends pulumi.CustomResource {
  /** Where a person finds it. */
  declare readonly location: pulumi.Output<string>
  /** `none`, or `unknown` where a router does not answer. */
  declare readonly drift: pulumi.Output<string>

  constructor(name: string, args: ContractRecordArgs, options: pulumi.CustomResourceOptions) {
    super('serat:index:ContractRecord', name, { ...args, location: undefined, drift: undefined }, options)
  }
}
