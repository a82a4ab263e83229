import type { Network } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import type { ThingEvent } from './event.ts'

/** Permits and waivers that end. */
export function paperEvents({ structures, spans, waivers }: Network): ThingEvent[] {
  const permits = [
    ...[...structures.values()].map(thing => ({ thing, kind: 'structure' })),
    ...[...spans.values()].map(thing => ({ thing, kind: 'span' })),
  ].flatMap(({ thing: { id, declared, origin }, kind }): ThingEvent[] => {
    const { permit, status } = declared
    if (permit === undefined || status === 'retired') return []
    const event = { kind: 'permit-ends', number: permit.number } as const
    return [{ day: permit.until, event, about: { kind, id }, at: inside(origin, 'permit', 'until') }]
  })
  const accepted = [...waivers.values()].map(
    (waiver): ThingEvent => ({
      day: waiver.declared.until,
      event: { kind: 'waiver-ends', code: waiver.declared.code },
      about: waiver,
      at: inside(waiver.origin, 'until'),
    }),
  )
  return [...permits, ...accepted]
}
