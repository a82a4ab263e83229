import type { Intent } from '../../../intent/intent.ts'
import { iosName } from '../text.ts'
import { ownCircuits, type OwnCircuits } from './circuits.ts'
import { concerns, listLength, matchOf, reaches, zonesOf, type Match, type Zone } from './zone-model.ts'

/**
 * The filter as a zone-based firewall: reflexive lists know one interface, and on a ring the answer comes in over
 * another; IOS XE has no other stateful filter. Within the backbone's zone packets pass without a state, which is what
 * `transit` asks for. What stands before the state (addresses that may never come in over a circuit) and the checks of
 * sources are lists at the interface.
 */
interface Firewall {
  readonly zones: readonly Zone[]
  readonly matches: readonly Match[]
  /** Those of them that concern the router itself. */
  readonly inputs: readonly Match[]
  readonly policies: readonly Policy[]
  readonly circuits: OwnCircuits | undefined
}

export interface Policy {
  readonly source: Zone | undefined
  readonly destination: Zone | undefined
  readonly matches: readonly Match[]
}

/** Rules in a row that one practice asks for, of one action and place, are one class; every other rule is its own. */
export interface Class {
  readonly name: string
  readonly matches: readonly Match[]
}

export function classesOf(matches: readonly Match[]): Class[] {
  const runs: Match[][] = []
  for (const match of matches) {
    const last = runs.at(-1)
    if (last?.[0] !== undefined && alike(last[0], match)) last.push(match)
    else runs.push([match])
  }
  return runs.map(run => ({
    name:
      run.length === 1 || run[0] === undefined
        ? (run[0]?.name ?? '')
        : iosName(`${run[0].name.slice(0, 2)}${run[0].rule.practice}`),
    matches: run,
  }))
}

function alike(a: Match, b: Match): boolean {
  return (
    a.rule.practice !== undefined &&
    a.rule.practice === b.rule.practice &&
    a.action === b.action &&
    JSON.stringify([a.rule.in, a.rule.out]) === JSON.stringify([b.rule.in, b.rule.out])
  )
}

export function firewallOf(intent: Intent): Firewall {
  const { filter } = intent
  const zones = zonesOf(filter)
  const circuits = ownCircuits(
    intent,
    filter.forward.filter(({ purpose }) => purpose === 'own-circuit'),
  )
  const forwards = distinct(
    [
      ...filter.forward
        .filter(({ state, purpose }) => state === undefined && purpose !== 'own-circuit')
        .map(rule => matchOf('F', rule, intent)),
    ].filter(possible),
  )
  if (filter.forward.some(({ in: over }) => over !== undefined && 'interface' in over))
    throw new Error('a zone does not tell its interfaces apart')
  if (filter.forward.some(({ limit }) => limit !== undefined))
    throw new Error('the control plane holds no rate of what is forwarded')
  const inputs = distinct(
    filter.input
      .filter(({ state }) => state === undefined)
      .map(rule => matchOf('I', rule, intent))
      .filter(possible),
  )
  const policies = [
    ...zones.flatMap(source => zones.flatMap(destination => between(intent, source, destination, forwards))),
    ...zones.flatMap((zone): Policy[] => [
      { source: zone, destination: undefined, matches: inputs.filter(({ rule }) => concerns(rule.in, zone)) },
      { source: undefined, destination: zone, matches: [] },
    ]),
  ]
  const used = new Set(policies.flatMap(({ matches }) => matches))
  return {
    zones,
    matches: [...forwards, ...inputs].filter(match => used.has(match)),
    inputs,
    policies,
    circuits,
  }
}

function possible({ families: some }: Match): boolean {
  return some.length > 0
}

/** Two rules of one name are those of the two families. */
function distinct(matches: readonly Match[]): Match[] {
  return matches.map((match, i) =>
    matches.findIndex(({ name }) => name === match.name) === i
      ? match
      : { ...match, name: iosName(`${match.name}-v${match.families.join('')}`, listLength) },
  )
}

/** Between two zones nothing passes without a policy; within one everything does. */
function between(intent: Intent, source: Zone, destination: Zone, all: readonly Match[]): Policy[] {
  const matches = all.filter(
    match =>
      concerns(match.rule.in, source) && concerns(match.rule.out, destination) && reaches(match, destination, intent),
  )
  const [first] = matches
  const free = source === destination && first?.rule.purpose === 'transit'
  if (free) return []
  const last = matches.findLastIndex(({ action }) => action !== 'drop')
  return last < 0 && source !== destination ? [] : [{ source, destination, matches: matches.slice(0, last + 1) }]
}
