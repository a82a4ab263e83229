import type { Prefix } from '../model/ip.ts'
import type { From, Sourced } from './sourced.ts'

export interface Identity {
  readonly hostname: Sourced<string>
  /** Display name of the site: free text, to be quoted. */
  readonly siteName: Sourced<string>
  readonly domain: Sourced<string>
  readonly timeZone: Sourced<string>
  readonly banner: readonly Sourced<string>[]
}

export interface Loopback {
  readonly interface: string
  readonly v4: Prefix
  readonly v6: Prefix
  readonly from: From
}
