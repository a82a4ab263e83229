import type { Change } from '../../change/change.ts'
import type { Gap, MoneyChange, RouterChange, ServiceChange, Sides, ThingChange } from '../../change/parts.ts'
import type { Marks } from '../../change/marks.ts'
import type { RolloutOrder } from '../../change/order/order.ts'
import { verdictOf } from '../../change/report/verdict.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { locate } from '../../source/locate.ts'
import type { Place } from '../../source/source.ts'

/** A change for programs. */
export function changeJson(change: Change, subject: Sides<string>, marks?: Marks): object {
  const { errors, gaps, things, service, numbers, money, findings, routers, order, review } = change
  const { weight, verdict } = verdictOf(change, 'id')
  return {
    verdict: { id: verdict, en: verdictOf(change, 'en').verdict },
    weight,
    ...subject,
    errors,
    not_compared: gaps.map(gapJson),
    service: service === undefined ? null : serviceJson(service),
    money: money === undefined ? null : moneyJson(money),
    review: {
      refused: review.refused.map(findingJson),
      accepted: review.accepted.map(({ finding, waiver }) => ({ ...findingJson(finding), waiver: waiver.id })),
    },
    things: things.map(thingJson),
    numbers: numbers.map(({ formerKey, ...number }) => ({ ...number, ...formerly(formerKey) })),
    findings: {
      appeared: findings.appeared.map(findingJson),
      gone: findings.gone.map(findingJson),
      accepted_new: findings.acceptedNew.map(findingJson),
      waived: findings.waived.map(findingJson),
      unwaived: findings.unwaived.map(findingJson),
      accepted: findings.accepted ?? null,
    },
    routers: routers.map(routerJson),
    order: order === undefined ? null : orderJson(order),
    ...(marks === undefined ? {} : { proof: proofJson(marks) }),
  }
}

function gapJson(gap: Gap): object {
  if (gap.what === 'failures') return { what: gap.what, most_sites: gap.mostSites }
  if (gap.what === 'not-rendered') return gap
  const { first, ...rest } = gap
  return { ...rest, first: first === undefined ? null : findingJson(first) }
}

function proofJson({ failures, states, unchanged }: Marks): object {
  const rows = (marks: Marks['failures'], of: string): object[] =>
    [...marks].map(([name, { isConfirmed, seen }]) => ({ [of]: name, confirmed: isConfirmed, seen }))
  return { failures: rows(failures, 'component'), states: rows(states, 'site'), unchanged: rows(unchanged, 'thing') }
}

function serviceJson(service: ServiceChange): object {
  return {
    sites: service.sites,
    components: service.components,
    isolating: service.isolating,
    failures: service.failures.map(({ components, before, after }) => ({
      components: components.map(({ name }) => name),
      before,
      after,
    })),
    gain_second_way: service.gainSecondWay,
    lose_second_way: service.loseSecondWay,
    states: service.states,
    rings_opened: service.ringsOpened,
    rings_closed: service.ringsClosed,
  }
}

function moneyJson({ monthlyRupiah, yearlyRupiah, yearlyRents, bought, contracts, budgets }: MoneyChange): object {
  return {
    monthly_rupiah: monthlyRupiah,
    yearly_rupiah: yearlyRupiah,
    yearly_rents_rupiah: yearlyRents,
    bought,
    contracts,
    budgets: budgets.map(({ ceilingRupiah, ...budget }) => ({ ...budget, ceiling_rupiah: ceilingRupiah })),
  }
}

function thingJson({ kind, id, what, formerId, at, edits }: ThingChange): object {
  return {
    kind,
    id,
    what,
    ...formerly(formerId),
    ...placeJson(at),
    edits: edits.map(({ field, before, after, at: place }) => ({
      field,
      before: before ?? null,
      after: after ?? null,
      ...placeJson(place),
    })),
  }
}

function routerJson({ router, formerId, what, isOtherDevice, files }: RouterChange): object {
  return {
    router,
    ...formerly(formerId),
    what,
    other_device: isOtherDevice === true,
    files: files.map(({ name, removed, added, moved }) => ({ file: name, removed, added, moved })),
  }
}

function orderJson({ steps, cost, isLeast }: RolloutOrder): object {
  return {
    steps: steps.map(({ onBackup, isReached, reachedFromStep, ...step }) => ({
      ...{ ...step, on_backup: onBackup, reached: isReached },
      ...(reachedFromStep === undefined ? {} : { reached_from_step: reachedFromStep }),
    })),
    site_steps: cost.siteSteps,
    segment_steps: cost.segmentSteps,
    unreached: cost.unreached,
    is_least: isLeast,
  }
}

function formerly(name: string | undefined): { readonly was?: string } {
  return name === undefined ? {} : { was: name }
}

function placeJson(place: Place): { readonly file: string; readonly line: number } {
  return { file: place.source.path, line: locate(place).line }
}

function findingJson({ code, severity, message, about = [], at }: Diagnostic): object {
  return { code, severity, message, about, ...placeJson(at) }
}
