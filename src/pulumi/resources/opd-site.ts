import pulumi from '@pulumi/pulumi'
import type { z } from 'zod'
import type { siteFile } from '../../model/site-file.ts'
import { componentOptions, type PartOptions } from './declaration.ts'

/** A site as its file declares it, in the spelling of code. */
type OpdSiteArgs = Omit<z.input<typeof siteFile>, 'site'>

/** A site with its routers. Its URN is made of its id; an earlier id in `was` is an alias. */
export class OpdSite extends pulumi.ComponentResource {
  constructor(id: string, args: OpdSiteArgs, options: PartOptions) {
    super('serat:index:OpdSite', id, {}, componentOptions(options, args.was))
    options.network.remember(this, 'site', id)
    this.registerOutputs({ name: args.name, class: args.class })
  }
}
