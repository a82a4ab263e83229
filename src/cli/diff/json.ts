import type { Change, Sides } from '../../change/change.ts'
import { verdictOf } from '../../change/report/verdict.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { locate } from '../../source/locate.ts'
import type { Place } from '../../source/source.ts'

/** A change for programs. */
export function changeJson(change: Change, subject: Sides<string>): object {
  const { errors, gaps, things, service, numbers, money, findings, routers } = change
  const { weight, verdict: id } = verdictOf(change, 'id')
  return {
    verdict: { id, en: verdictOf(change, 'en').verdict },
    weight,
    ...subject,
    errors,
    not_compared: gaps,
    service:
      service === undefined
        ? null
        : {
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
          },
    money:
      money === undefined
        ? null
        : {
            monthly_rupiah: money.monthlyRupiah,
            yearly_rupiah: money.yearlyRupiah,
            bought: money.bought,
            contracts: money.contracts,
            budgets: money.budgets.map(({ ceilingRupiah, ...budget }) => ({
              ...budget,
              ceiling_rupiah: ceilingRupiah,
            })),
          },
    things: things.map(({ kind, id: name, what, formerId, at, edits }) => ({
      kind,
      id: name,
      what,
      ...(formerId === undefined ? {} : { was: formerId }),
      ...placeJson(at),
      edits: edits.map(({ field, before, after, at: place }) => ({
        field,
        before: before ?? null,
        after: after ?? null,
        ...placeJson(place),
      })),
    })),
    numbers: numbers.map(({ formerKey, ...number }) => ({
      ...number,
      ...(formerKey === undefined ? {} : { was: formerKey }),
    })),
    findings: {
      appeared: findings.appeared.map(findingJson),
      gone: findings.gone.map(findingJson),
      waived: findings.waived.map(findingJson),
      unwaived: findings.unwaived.map(findingJson),
      accepted: findings.accepted,
    },
    routers: routers.map(({ router, formerId, what, files }) => ({
      router,
      ...(formerId === undefined ? {} : { was: formerId }),
      what,
      files: files.map(({ name, removed, added, moved }) => ({ file: name, removed, added, moved })),
    })),
  }
}

function placeJson(place: Place): { readonly file: string; readonly line: number } {
  return { file: place.source.path, line: locate(place).line }
}

function findingJson({ code, severity, message, about = [], at }: Diagnostic): object {
  return { code, severity, message, about, ...placeJson(at) }
}
