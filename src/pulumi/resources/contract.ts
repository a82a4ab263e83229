import pulumi from '@pulumi/pulumi'
import type { z } from 'zod'
import type { providerFile } from '../../model/contract-file.ts'
import { componentOptions, type PartOptions } from './declaration.ts'

type ContractDeclaration = NonNullable<z.input<typeof providerFile>['contracts']>[number]

/** A contract as the file of its provider declares it, in the spelling of code. */
interface ContractArgs extends Omit<ContractDeclaration, 'contract'> {
  /** Id of the provider, which has a file. */
  readonly provider: string
}

/** A contract with a provider, and its record. */
export class Contract extends pulumi.ComponentResource {
  constructor(id: string, { provider, was }: ContractArgs, options: PartOptions) {
    super('serat:index:Contract', id, {}, componentOptions(options, was))
    options.network.remember(this, 'contract', id)
    this.registerOutputs({ provider })
  }
}
