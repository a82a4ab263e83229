import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { Cable, Span, Structure } from '../../model/network.ts'
import type { Hop, RoutePlan } from '../../plan/plant/plant-plan.ts'
import { spansOfHop, stationsOfHop } from '../../plan/plant/shared-risk.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { structureName, thingName } from '../../words/things.ts'

type Thing = Cable | Span | Structure

export const unbuiltInTheWay = rule({
  code: 'PLT107',
  name: 'unbuilt-in-the-way',
  severity: 'error',
  title: {
    id: 'Rute aktif melewati yang belum dibangun atau sudah dibongkar',
    en: 'Active route over what is not built yet or gone',
  },
  *check({ network, plan: { asOf } }) {
    for (const plan of planPlant(network).routes.values()) {
      const found = plan.route.active ? absentOn(plan, asOf) : undefined
      if (found === undefined) continue
      yield {
        at: inside(plan.route.origin, 'path', found.step),
        facts: { route: plan.route.id, ...found },
        about: [plan.route, found.thing],
        related: [{ at: found.at, message: { id: 'tercatat di sini', en: 'recorded here' } }],
      }
    }
  },
  message: ({ route, thing, state, date }) => {
    const name = thing.kind === 'structure' ? structureName(thing) : thingName(thing)
    const when = date === undefined ? undefined : day(date)
    return state === 'planned'
      ? {
          id: `rute ${route} aktif, tetapi ${name.id} ${when === undefined ? 'baru direncanakan' : `baru dibangun ${when.id}`}`,
          en: `route ${route} is active, yet ${name.en} is ${when === undefined ? 'only planned' : `built only on ${when.en}`}`,
        }
      : {
          id: `rute ${route} aktif, tetapi ${name.id} sudah dibongkar${when === undefined ? '' : ` ${when.id}`}`,
          en: `route ${route} is active, yet ${name.en} is retired${when === undefined ? '' : ` since ${when.en}`}`,
        }
  },
  hint: () => ({
    id: 'tulis status: planned pada rutenya, pindahkan jalurnya, atau perbarui status benda itu',
    en: 'write status: planned on the route, move its path, or bring the status of that thing up to date',
  }),
})

interface Absent {
  readonly thing: Thing
  readonly state: 'planned' | 'retired'
  readonly date: string | undefined
  readonly step: number
  readonly at: Place
}

/** The first thing on the way that carries no service on that day. */
function absentOn({ hops }: RoutePlan, asOf: string): Absent | undefined {
  for (const hop of hops) {
    for (const thing of thingsOf(hop)) {
      const found = absence(thing, asOf)
      if (found !== undefined) return { ...found, thing, step: hop.step }
    }
  }
  return undefined
}

function thingsOf(hop: Hop): Thing[] {
  return [
    hop.from,
    hop.cable.cable,
    ...spansOfHop(hop).map(({ plan }) => plan.span),
    ...stationsOfHop(hop).map(({ structure }) => structure),
    hop.to,
  ]
}

function absence(
  { declared: { status, built, retired }, origin }: Thing,
  asOf: string,
): Pick<Absent, 'state' | 'date' | 'at'> | undefined {
  if (status !== 'active')
    return { state: status, date: status === 'retired' ? retired : undefined, at: inside(origin, 'status') }
  if (built !== undefined && built > asOf) return { state: 'planned', date: built, at: inside(origin, 'built') }
  if (retired !== undefined && retired <= asOf)
    return { state: 'retired', date: retired, at: inside(origin, 'retired') }
  return undefined
}
