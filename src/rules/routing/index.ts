import type { AnyRule } from '../define.ts'
import { bfdTooFast } from './bfd-too-fast.ts'
import { bfdTooSlow } from './bfd-too-slow.ts'
import { coresInOneBuilding } from './cores-in-one-building.ts'
import { fewUplinks } from './few-uplinks.ts'
import { gatewayOutsidePrefix } from './gateway-outside-prefix.ts'
import { handoffOnOneCore } from './handoff-on-one-core.ts'
import { handoffOversubscribed } from './handoff-oversubscribed.ts'
import { internetWithoutUplink } from './internet-without-uplink.ts'
import { linkOverPort } from './link-over-port.ts'
import { mtuImpossible } from './mtu-impossible.ts'
import { noCommonAuthentication } from './no-common-authentication.ts'
import { opticsDoNotMate } from './optics-do-not-mate.ts'
import { ospfKeyTooLong } from './ospf-key-too-long.ts'
import { ospf3Unauthenticated } from './ospf3-unauthenticated.ts'
import { prefixLimitTooLow } from './prefix-limit-too-low.ts'
import { referenceBelowLinks } from './reference-below-links.ts'
import { siteUnreachable } from './site-unreachable.ts'
import { tunnelImpossible } from './tunnel-impossible.ts'

/** Rules of RTE, by code. */
export const routingRules: readonly AnyRule[] = [
  noCommonAuthentication,
  ospf3Unauthenticated,
  tunnelImpossible,
  handoffOversubscribed,
  ospfKeyTooLong,
  linkOverPort,
  mtuImpossible,
  handoffOnOneCore,
  siteUnreachable,
  fewUplinks,
  internetWithoutUplink,
  opticsDoNotMate,
  coresInOneBuilding,
  gatewayOutsidePrefix,
  prefixLimitTooLow,
  bfdTooFast,
  referenceBelowLinks,
  bfdTooSlow,
]
