import { z } from 'zod'

/** How routers are reached over SSH. */
export const sshSettings = z.strictObject({
  user: z
    .string()
    .regex(/^[a-z_][a-z0-9_-]{0,31}$/)
    .default('root'),
  port: z.number().int().min(1).max(65_535).default(22),
  /** Private key of whoever deploys; else what the SSH client finds. */
  identityFile: z.string().optional(),
  knownHostsFile: z.string().optional(),
  connectSeconds: z.number().int().min(1).max(120).default(10),
  /** Seconds after which a router takes a change back that nobody confirmed; a few of them pass until its routes stand still. */
  confirmSeconds: z.number().int().min(5).max(3600).default(120),
  /** Command that becomes root on the router: `sudo -n`. */
  become: z
    .string()
    .regex(/^[a-z][a-z -]*$/)
    .optional(),
})
export type SshSettings = z.output<typeof sshSettings>
