/** Targets that a configuration can be deployed to; each is a file here, and a line in `index.ts`. */
export const targetNames = ['file', 'sftp', 'frr', 'routeros'] as const
export type TargetName = (typeof targetNames)[number]

/** Targets that speak with a router itself, and so with one platform. */
export const spoken: Readonly<Partial<Record<TargetName, string>>> = { frr: 'linux', routeros: 'routeros' }
