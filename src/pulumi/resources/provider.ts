import pulumi from '@pulumi/pulumi'
import type { StackSettings } from '../settings.ts'

/** The provider of one stack, told where its output goes and where its secrets are. */
export class SeratProvider extends pulumi.ProviderResource {
  constructor(
    name: string,
    { outputRoot, host, stack, secretsFile, storeCommand, secrets, digestKey, ssh, sftp }: StackSettings,
    options: pulumi.ResourceOptions,
    formerNames: Readonly<Record<string, readonly string[]>> = {},
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
        formerNames: Object.keys(formerNames).length === 0 ? undefined : JSON.stringify(formerNames),
        ssh: JSON.stringify(ssh),
        sftp: sftp === undefined ? undefined : JSON.stringify(sftp),
      },
      options,
    )
  }
}
