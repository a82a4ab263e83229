import pulumi from '@pulumi/pulumi'
import type { z } from 'zod'
import type { outputFolderInputs } from '../provider/kinds.ts'

type OutputFolderArgs = z.input<typeof outputFolderInputs>

/** The output root as a whole: what a killed deployment left there, and nobody wants any more, goes. */
export class OutputFolder extends pulumi.CustomResource {
  declare readonly location: pulumi.Output<string>

  constructor(name: string, args: OutputFolderArgs, options: pulumi.CustomResourceOptions) {
    super('serat:index:OutputFolder', name, { ...args, location: undefined }, options)
  }
}
