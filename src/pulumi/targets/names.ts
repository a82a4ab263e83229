/** Targets that a configuration can be deployed to; each is a file here, and a line in `index.ts`. */
export const targetNames = ['file', 'frr', 'routeros'] as const
export type TargetName = (typeof targetNames)[number]
