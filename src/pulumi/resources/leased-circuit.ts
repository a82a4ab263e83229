import pulumi from '@pulumi/pulumi'
import type { z } from 'zod'
import type { circuitFile } from '../../model/lease-file.ts'
import { componentOptions, type PartOptions } from './declaration.ts'

/** A leased circuit as its file declares it, in the spelling of code. */
type LeasedCircuitArgs = Omit<z.input<typeof circuitFile>, 'circuit'>

/** A circuit bought from a provider. */
export class LeasedCircuit extends pulumi.ComponentResource {
  constructor(id: string, args: LeasedCircuitArgs, options: PartOptions) {
    super('serat:index:LeasedCircuit', id, {}, componentOptions(options, args.was))
    options.network.remember(this, 'circuit', id)
    this.registerOutputs({ provider: args.provider, site: args.site.id })
  }
}
