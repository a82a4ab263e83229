import { z } from 'zod'
import { sshSettings } from './ssh-settings.ts'

const step = '[A-Za-z0-9_+-][A-Za-z0-9._+-]*'

/** The host whose folder the target `sftp` fills. One that is named no longer keeps what it was given. */
export const sftpSettings = sshSettings
  .pick({ port: true, identityFile: true, knownHostsFile: true, connectSeconds: true })
  .extend({
    host: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.:-]{0,252}$/),
    user: sshSettings.shape.user.unwrap(),
    /** Has to be there. */
    folder: z.string().regex(new RegExp(`^/(?:${step}(?:/${step})*)?$`)),
    /** Of files with secrets; 640 where the server that hands them out reads them by its group. */
    mode: z.enum(['600', '640']).default('600'),
  })
export type SftpSettings = z.output<typeof sftpSettings>
