import { natPoolTakesAddress } from './addressing/nat-pool-takes-address.ts'
import type { AnyRule } from './define.ts'
import { documentDiffers } from './document/document-differs.ts'
import { documentShared } from './document/document-shared.ts'
import { claimDiffers } from './downtime/claim-differs.ts'
import { restitutionUnclaimed } from './downtime/restitution-unclaimed.ts'
import { ticketAstray } from './downtime/ticket-astray.ts'
import { fineDiffers } from './payment/fine-differs.ts'
import { monthPaidTwice } from './payment/month-paid-twice.ts'
import { paidFromOtherYear } from './payment/paid-from-other-year.ts'
import { partOfMonthPaid } from './payment/part-of-month-paid.ts'
import { paymentNumberTwice } from './payment/payment-number-twice.ts'
import { paymentOutOfOrder } from './payment/payment-out-of-order.ts'
import { paymentOutsideContract } from './payment/payment-outside-contract.ts'
import { paymentSumDiffers } from './payment/payment-sum-differs.ts'
import { paymentTaxDiffers } from './payment/payment-tax-differs.ts'
import { plannedAndPaid } from './payment/planned-and-paid.ts'
import { servedAndUnpaid } from './payment/served-and-unpaid.ts'
import { priceListDiffers } from './contract/price-list-differs.ts'
import { addendumAstray } from './contract/addendum-astray.ts'
import { budgetOfOtherYear } from './contract/budget-of-other-year.ts'
import { methodOverLimit } from './contract/method-over-limit.ts'
import { packageSplit } from './contract/package-split.ts'
import { rupTwice } from './contract/rup-twice.ts'
import { contractOutOfOrder } from './contract/contract-out-of-order.ts'
import { addendumOverTenth } from './contract/addendum-over-tenth.ts'
import { npwpImpossible } from './contract/npwp-impossible.ts'
import { addressTaken } from './addressing/address-taken.ts'
import { malformedAddress } from './addressing/malformed-address.ts'
import { natPoolOverlap } from './addressing/nat-pool-overlap.ts'
import { pinOutsidePool } from './addressing/pin-outside-pool.ts'
import { poolExhausted } from './addressing/pool-exhausted.ts'
import { poolNearlyFull } from './addressing/pool-nearly-full.ts'
import { poolOutsideAggregate } from './addressing/pool-outside-aggregate.ts'
import { poolOverlap } from './addressing/pool-overlap.ts'
import { segmentOutgrown } from './addressing/segment-outgrown.ts'
import { vlanTwice } from './addressing/vlan-twice.ts'
import { bandwidthOverPort } from './circuit/bandwidth-over-port.ts'
import { changeAstray } from './circuit/change-astray.ts'
import { circuitEnded } from './circuit/circuit-ended.ts'
import { circuitWithoutContract } from './circuit/circuit-without-contract.ts'
import { contractsOverlap } from './circuit/contracts-overlap.ts'
import { endsOfService } from './circuit/ends-of-service.ts'
import { handoffVlanTwice } from './circuit/handoff-vlan-twice.ts'
import { primaryBesideFibre } from './circuit/primary-beside-fibre.ts'
import { providerDiffers } from './circuit/provider-differs.ts'
import { providerReferenceTwice } from './circuit/provider-reference-twice.ts'
import { refersToRetired } from './circuit/refers-to-retired.ts'
import { twoPrimaryCircuits } from './circuit/two-primary-circuits.ts'
import { annexDiffers } from './contract/annex-differs.ts'
import { bastMissing } from './contract/bast-missing.ts'
import { budgetExceeded } from './contract/budget-exceeded.ts'
import { contractExpiring } from './contract/contract-expiring.ts'
import { contractNumberTwice } from './contract/contract-number-twice.ts'
import { contractWithoutCircuits } from './contract/contract-without-circuits.ts'
import { feesDoNotSum } from './contract/fees-do-not-sum.ts'
import { formAgainstValue } from './contract/form-against-value.ts'
import { periodReversed } from './contract/period-reversed.ts'
import { restitutionMissing } from './contract/restitution-missing.ts'
import { slaTooLow } from './contract/sla-too-low.ts'
import { taxArithmetic } from './contract/tax-arithmetic.ts'
import { taxRuleOutOfForce } from './contract/tax-rule-out-of-force.ts'
import { yearsWithoutApproval } from './contract/years-without-approval.ts'
import { cableTooShort } from './geo/cable-too-short.ts'
import { fibreToPlaceholder } from './geo/fibre-to-placeholder.ts'
import { leasedInsideRadius } from './geo/leased-inside-radius.ts'
import { routeOutsideRadius } from './geo/route-outside-radius.ts'
import { siteOutsideKecamatan } from './geo/site-outside-kecamatan.ts'
import { spanTooShort } from './geo/span-too-short.ts'
import { structureOutsideRadius } from './geo/structure-outside-radius.ts'
import { distanceOverReach } from './optical/distance-over-reach.ts'
import { lossOverBudget } from './optical/loss-over-budget.ts'
import { opticContradictsItself } from './optical/optic-contradicts-itself.ts'
import { opticUnknown } from './optical/optic-unknown.ts'
import { opticWithoutDatasheet } from './optical/optic-without-datasheet.ts'
import { receiverOverload } from './optical/receiver-overload.ts'
import { segmentOfStranger } from './people/segment-of-stranger.ts'
import { siteWithoutTenant } from './people/site-without-tenant.ts'
import { tenantInTwoSites } from './people/tenant-in-two-sites.ts'
import { tenantWithoutSite } from './people/tenant-without-site.ts'
import { cableShorterThanSpans } from './plant/cable-shorter-than-spans.ts'
import { cableSpansApart } from './plant/cable-spans-apart.ts'
import { coreAbsent } from './plant/core-absent.ts'
import { coreNotFree } from './plant/core-not-free.ts'
import { coreUsedTwice } from './plant/core-used-twice.ts'
import { danglingSpan } from './plant/dangling-span.ts'
import { fewSpareCores } from './plant/few-spare-cores.ts'
import { marksAgainstDrawn } from './plant/marks-against-drawn.ts'
import { odfPortAbsent } from './plant/odf-port-absent.ts'
import { odfPortClash } from './plant/odf-port-clash.ts'
import { pathAmbiguous } from './plant/path-ambiguous.ts'
import { spliceLossImplausible } from './plant/splice-loss-implausible.ts'
import { trayAbsent } from './plant/tray-absent.ts'
import { trayOverfull } from './plant/tray-overfull.ts'
import { permitExpiring } from './plant/permit-expiring.ts'
import { pointMisread } from './geo/point-misread.ts'
import { spanTooLong } from './geo/span-too-long.ts'
import { structureStray } from './geo/structure-stray.ts'
import { lineDoublesBack } from './geo/line-doubles-back.ts'
import { structuresOnOneSpot } from './geo/structures-on-one-spot.ts'
import { marksNotUsed } from './plant/marks-not-used.ts'
import { pathNotConnected } from './plant/path-not-connected.ts'
import { permitMissing } from './plant/permit-missing.ts'
import { ringOnOnePole } from './plant/ring-on-one-pole.ts'
import { ringOnOneSpan } from './plant/ring-on-one-span.ts'
import { slackAwayFromCable } from './plant/slack-away-from-cable.ts'
import { slackMissing } from './plant/slack-missing.ts'
import { slackWithoutLength } from './plant/slack-without-length.ts'
import { spliceAwayFromCable } from './plant/splice-away-from-cable.ts'
import { spliceClash } from './plant/splice-clash.ts'
import { spliceCoreAbsent } from './plant/splice-core-absent.ts'
import { spliceNotRecorded } from './plant/splice-not-recorded.ts'
import { spliceOnOtherSide } from './plant/splice-on-other-side.ts'
import { repairImpossible } from './plant/repair-impossible.ts'
import { repairWithoutMarks } from './plant/repair-without-marks.ts'
import { pieceWithFewerCores } from './plant/piece-with-fewer-cores.ts'
import { passiveMisdeclared } from './plant/passive-misdeclared.ts'
import { passivePortAbsent } from './plant/passive-port-absent.ts'
import { channelDiffers } from './optical/channel-differs.ts'
import { ringInOneTrench } from './plant/ring-in-one-trench.ts'
import { poleOverloaded } from './plant/pole-overloaded.ts'
import { unbuiltInTheWay } from './plant/unbuilt-in-the-way.ts'
import { ringNotClosed } from './resilience/ring-not-closed.ts'
import { assetUnregistered } from './router/asset-unregistered.ts'
import { featureLacking } from './router/feature-lacking.ts'
import { noWayOnTheSpot } from './router/no-way-on-the-spot.ts'
import { portAbsent } from './router/port-absent.ts'
import { portUsedTwice } from './router/port-used-twice.ts'
import { serialTwice } from './router/serial-twice.ts'
import { timeZoneUnknown } from './router/time-zone-unknown.ts'
import { bfdTooFast } from './routing/bfd-too-fast.ts'
import { bfdTooSlow } from './routing/bfd-too-slow.ts'
import { coresInOneBuilding } from './routing/cores-in-one-building.ts'
import { fewUplinks } from './routing/few-uplinks.ts'
import { gatewayOutsidePrefix } from './routing/gateway-outside-prefix.ts'
import { handoffOnOneCore } from './routing/handoff-on-one-core.ts'
import { handoffOversubscribed } from './routing/handoff-oversubscribed.ts'
import { internetWithoutUplink } from './routing/internet-without-uplink.ts'
import { linkOverPort } from './routing/link-over-port.ts'
import { mtuImpossible } from './routing/mtu-impossible.ts'
import { noCommonAuthentication } from './routing/no-common-authentication.ts'
import { opticsDoNotMate } from './routing/optics-do-not-mate.ts'
import { ospfKeyTooLong } from './routing/ospf-key-too-long.ts'
import { ospf3Unauthenticated } from './routing/ospf3-unauthenticated.ts'
import { prefixLimitTooLow } from './routing/prefix-limit-too-low.ts'
import { referenceBelowLinks } from './routing/reference-below-links.ts'
import { siteUnreachable } from './routing/site-unreachable.ts'
import { tunnelImpossible } from './routing/tunnel-impossible.ts'
import { guestReachesInside } from './security/guest-reaches-inside.ts'
import { keyLengthUnknown } from './security/key-length-unknown.ts'
import { managementForTenant } from './security/management-for-tenant.ts'
import { managementReached } from './security/management-reached.ts'
import { nocAwayFromHub } from './security/noc-away-from-hub.ts'
import { nocMissing } from './security/noc-missing.ts'
import { nocTooWide } from './security/noc-too-wide.ts'
import { secretShared } from './security/secret-shared.ts'
import { closureGotWorse } from './measurement/closure-got-worse.ts'
import { eventWithoutJoint } from './measurement/event-without-joint.ts'
import { indexDiffers } from './measurement/index-differs.ts'
import { lightLost } from './measurement/light-lost.ts'
import { traceAstray } from './measurement/trace-astray.ts'
import { announcedTooLate } from './works/announced-too-late.ts'
import { overOpenHours } from './works/over-open-hours.ts'
import { workAstray } from './works/work-astray.ts'
import { worksIsolate } from './works/works-isolate.ts'
import { waiverExpired } from './waiver/waiver-expired.ts'
import { waiverUnused } from './waiver/waiver-unused.ts'
import { waiverWithoutScope } from './waiver/waiver-without-scope.ts'

/** Every rule, by code. */
export const rules: readonly AnyRule[] = [
  poolOverlap,
  pinOutsidePool,
  segmentOutgrown,
  poolNearlyFull,
  poolExhausted,
  malformedAddress,
  poolOutsideAggregate,
  addressTaken,
  vlanTwice,
  natPoolOverlap,
  natPoolTakesAddress,
  paymentSumDiffers,
  paymentTaxDiffers,
  monthPaidTwice,
  paymentOutsideContract,
  paymentOutOfOrder,
  servedAndUnpaid,
  plannedAndPaid,
  paidFromOtherYear,
  paymentNumberTwice,
  partOfMonthPaid,
  fineDiffers,
  circuitWithoutContract,
  contractsOverlap,
  providerReferenceTwice,
  bandwidthOverPort,
  twoPrimaryCircuits,
  handoffVlanTwice,
  providerDiffers,
  endsOfService,
  circuitEnded,
  refersToRetired,
  primaryBesideFibre,
  changeAstray,
  documentDiffers,
  documentShared,
  structureOutsideRadius,
  routeOutsideRadius,
  leasedInsideRadius,
  siteOutsideKecamatan,
  cableTooShort,
  spanTooShort,
  fibreToPlaceholder,
  pointMisread,
  spanTooLong,
  structureStray,
  lineDoublesBack,
  structuresOnOneSpot,
  ticketAstray,
  claimDiffers,
  restitutionUnclaimed,
  workAstray,
  announcedTooLate,
  overOpenHours,
  worksIsolate,
  periodReversed,
  budgetExceeded,
  contractExpiring,
  formAgainstValue,
  taxArithmetic,
  slaTooLow,
  restitutionMissing,
  annexDiffers,
  feesDoNotSum,
  contractWithoutCircuits,
  contractNumberTwice,
  bastMissing,
  yearsWithoutApproval,
  taxRuleOutOfForce,
  priceListDiffers,
  addendumAstray,
  budgetOfOtherYear,
  methodOverLimit,
  packageSplit,
  rupTwice,
  contractOutOfOrder,
  addendumOverTenth,
  npwpImpossible,
  lossOverBudget,
  distanceOverReach,
  receiverOverload,
  opticWithoutDatasheet,
  opticUnknown,
  channelDiffers,
  opticContradictsItself,
  siteWithoutTenant,
  tenantWithoutSite,
  tenantInTwoSites,
  segmentOfStranger,
  danglingSpan,
  cableSpansApart,
  coreUsedTwice,
  pathNotConnected,
  fewSpareCores,
  coreNotFree,
  permitMissing,
  coreAbsent,
  odfPortClash,
  odfPortAbsent,
  spliceClash,
  ringOnOneSpan,
  pathAmbiguous,
  spliceCoreAbsent,
  spliceAwayFromCable,
  marksAgainstDrawn,
  cableShorterThanSpans,
  ringOnOnePole,
  slackMissing,
  unbuiltInTheWay,
  spliceNotRecorded,
  slackAwayFromCable,
  slackWithoutLength,
  spliceLossImplausible,
  trayAbsent,
  trayOverfull,
  permitExpiring,
  marksNotUsed,
  spliceOnOtherSide,
  repairImpossible,
  repairWithoutMarks,
  pieceWithFewerCores,
  passivePortAbsent,
  ringInOneTrench,
  poleOverloaded,
  passiveMisdeclared,
  ringNotClosed,
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
  portUsedTwice,
  portAbsent,
  featureLacking,
  assetUnregistered,
  serialTwice,
  timeZoneUnknown,
  noWayOnTheSpot,
  guestReachesInside,
  managementReached,
  secretShared,
  keyLengthUnknown,
  nocMissing,
  nocTooWide,
  managementForTenant,
  nocAwayFromHub,
  closureGotWorse,
  indexDiffers,
  traceAstray,
  eventWithoutJoint,
  lightLost,
  waiverUnused,
  waiverExpired,
  waiverWithoutScope,
]
