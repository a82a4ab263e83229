import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { things } from './things.ts'

/** How things stand that the compiler worked out: their kinds and states, as documents name them. */

/** The service of a site under a failure. */
export const stateWords: Readonly<Record<'in-service' | 'on-backup' | 'without-internet' | 'isolated', Bilingual>> = {
  'in-service': { id: 'normal', en: 'in service' },
  'on-backup': { id: 'lewat cadangan', en: 'on backup' },
  'without-internet': { id: 'tanpa internet', en: 'without internet' },
  isolated: { id: 'terputus', en: 'isolated' },
}

export const coreWords = {
  free: { id: 'bebas', en: 'free' },
  reserved: { id: 'dicadangkan', en: 'reserved' },
  lit: { id: 'menyala', en: 'lit' },
  faulty: { id: 'rusak', en: 'faulty' },
  dead: { id: 'mati', en: 'dead' },
} as const satisfies Record<string, Bilingual>

/** What becomes of a core in a closure. */
export const spliceWords = {
  splice: { id: 'sambung', en: 'spliced' },
  uncut: { id: 'lewat utuh', en: 'uncut' },
  end: { id: 'berakhir', en: 'ends' },
} as const satisfies Record<string, Bilingual>

/** What a router is in the network. */
export const routerRoleWords = {
  core: { id: 'inti', en: 'core' },
  site: { id: 'situs', en: 'site' },
} as const satisfies Record<string, Bilingual>

/** What a site hangs on. */
export const accessWords = {
  owned: { id: 'serat milik', en: 'owned fibre' },
  leased: { id: 'sirkuit sewa', en: 'leased circuit' },
} as const satisfies Record<string, Bilingual>

/** What a range of addresses is for. */
export const addressWords = {
  aggregate: { id: 'agregat', en: 'aggregate' },
  zone: things.zone,
  pool: { id: 'pool', en: 'pool' },
  loopback: { id: 'loopback', en: 'loopback' },
  link: { id: 'rute serat', en: 'fibre route' },
  tunnel: things.tunnel,
  transfer: { id: 'transfer sirkuit', en: 'circuit transfer' },
  segment: things.segment,
  uplink: { id: 'uplink internet', en: 'internet uplink' },
  'nat-pool': { id: 'pool NAT', en: 'NAT pool' },
  'provider-prefix': { id: 'prefix dari penyedia', en: "provider's prefix" },
} as const satisfies Record<string, Bilingual>
