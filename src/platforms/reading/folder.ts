/** The platforms that have a reader. */
export const platformIds = ['routeros', 'linux', 'iosxe', 'junos'] as const
export type PlatformId = (typeof platformIds)[number]

/** Files of one router's folder by name. */
export type Folder = ReadonlyMap<string, string>
