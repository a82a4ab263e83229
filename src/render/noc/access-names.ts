import type { WatchedRouter } from './watched.ts'

/** How the group of a router is called in programs that know one language. */
export const accessNames: Readonly<Record<WatchedRouter['access'], string>> = {
  core: 'Inti',
  fibre: 'Serat sendiri',
  leased: 'Sirkuit sewa',
}
