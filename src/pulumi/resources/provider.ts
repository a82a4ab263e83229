import pulumi from '@pulumi/pulumi'
import type { StackSettings } from '../settings.ts'

/** The provider of one stack, told where its output goes and where its secrets are. */
export class SeratProvider extends pulumi.ProviderResource {
  constructor(
    name: string,
    { outputRoot, host, stack, secretsFile, storeCommand, secrets, digestKey, ssh }: StackSettings,
    options: pulumi.ResourceOptions,
  ) {
    super(
      'serat',
      name,
      {
        purpose: pulumi.runtime.isDryRun() ? 'preview' : 'up',
        hostName: host,
        root: outputRoot,
        stack,
        secretsFile,
        storeCommand: storeCommand === undefined ? undefined : JSON.stringify(storeCommand),
        digestKey: digestKey === undefined ? undefined : pulumi.secret(digestKey),
        secrets: secrets === undefined ? undefined : pulumi.secret(secrets),
        ssh: JSON.stringify(ssh),
      },
      options,
    )
  }
}
