import pulumi from '@pulumi/pulumi'
import type { z } from 'zod'
import type { routeFile } from '../../model/route-file.ts'
import { componentOptions, type PartOptions } from './declaration.ts'

/** An owned route between two router ports, as its file declares it, in the spelling of code. */
type FibreRouteArgs = Omit<z.input<typeof routeFile>, 'route'>

/** An owned light path between two routers. */
export class FibreRoute extends pulumi.ComponentResource {
  constructor(id: string, args: FibreRouteArgs, options: PartOptions) {
    super('serat:index:FibreRoute', id, {}, componentOptions(options, args.was))
    options.network.remember(this, 'route', id)
    this.registerOutputs({ a: args.a.router, b: args.b.router })
  }
}
