import { z } from 'zod'

const user = z.string().regex(/^[a-z_][a-z0-9_-]{0,31}$/)
const command = z.string().regex(/^[a-z][a-z -]*$/)

/** How routers are reached over SSH. */
export const sshSettings = z.strictObject({
  user: user.default('root'),
  port: z.number().int().min(1).max(65_535).default(22),
  /** Private key of whoever deploys; else what the SSH client finds. */
  identityFile: z.string().optional(),
  knownHostsFile: z.string().optional(),
  connectSeconds: z.number().int().min(1).max(120).default(10),
  /**
   * Seconds after which a router takes a change back that nobody confirmed; a few of them pass until its routes stand
   * still.
   */
  confirmSeconds: z.number().int().min(5).max(3600).default(120),
  /** Command that becomes root on the router: `sudo -n`. */
  become: command.optional(),
  /** Account that a router is read by, which need not be able to change it; else `user`. */
  readUser: user.optional(),
  /** Command before what only root may read; that account's own rights without it. */
  readBecome: command.optional(),
})
export type SshSettings = z.output<typeof sshSettings>
