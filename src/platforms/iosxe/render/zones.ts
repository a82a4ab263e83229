import type { Intent } from '../../../intent/intent.ts'
import { block, iosName } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { classesOf, firewallOf, type Class, type Policy } from './firewall.ts'
import { listName, ruleLine } from './firewall-lists.ts'
import { places } from './places.ts'
import type { Match } from './zone-model.ts'

/**
 * The router's own sessions of TCP and UDP, whose answers come back; what else it sends passes, and has answers by
 * rules of their own.
 */
const ownSessions = 'SELF-SESSIONS'

/** Classes and policies, and the zones that they stand between. */
export function firewallPolicies(intent: Intent): Line[] {
  const { zones, policies } = firewallOf(intent)
  const own = line([], 'own-traffic')
  return [
    ...distinctClasses(policies).flatMap(({ name, matches }) =>
      block(
        classLine(matches)`class-map type inspect match-any ${name}`,
        matches.flatMap(match =>
          match.families.map(family => ruleLine(match)`match access-group name ${listName(match.name, family)}`),
        ),
      ),
    ),
    ...block(own`class-map type inspect match-any ${ownSessions}`, [own`match protocol tcp`, own`match protocol udp`]),
    ...policies.flatMap((policy, i) => policyMap(policy, i, policies)),
    ...zones.map(({ name, from }) => said(from, 'default-deny')`zone security ${name}`),
  ]
}

function distinctClasses(policies: readonly Policy[]): Class[] {
  return [...new Map(policies.flatMap(({ matches }) => classesOf(matches)).map(each => [each.name, each])).values()]
}

function classLine([first]: readonly Match[]): ReturnType<typeof line> {
  return first === undefined ? line([], 'structure') : ruleLine(first)
}

/** Stands behind the interfaces, which have to be in their zones. */
export function zonePairs(intent: Intent): Line[] {
  return firewallOf(intent)
    .policies.filter(
      ({ source, destination, matches }) => source !== undefined || destination !== undefined || matches.length > 0,
    )
    .flatMap(policy => {
      const { source, destination } = policy
      const write = said(places(source?.from ?? [], destination?.from ?? []), 'default-deny')
      return block(
        write`zone-pair security ${pairName(policy)} source ${source?.name ?? 'self'} destination ${destination?.name ?? 'self'}`,
        [
          source !== undefined && policyName(policy).includes('.')
            ? write`service-policy type inspect ${policyName(policy)}`
            : line(
                [],
                source === undefined ? 'own-traffic' : 'default-deny',
              )`service-policy type inspect ${policyName(policy)}`,
        ],
      )
    })
}

function pairName({ source, destination }: Policy): string {
  return iosName(`${source?.set ?? 'self'}.${destination?.set ?? 'self'}`)
}

const selfOut = 'P-SELF-OUT'

/** What says the same of several pairs is one policy. */
function policyName(policy: Policy): string {
  const { source, destination, matches } = policy
  if (source === undefined) return selfOut
  if (matches.length === 0) return 'P-NOTHING'
  return destination === undefined && matches.every(({ rule }) => rule.in === undefined)
    ? 'P-SELF-IN'
    : iosName(`P-${pairName(policy)}`)
}

function policyMap(policy: Policy, index: number, all: readonly Policy[]): Line[] {
  const name = policyName(policy)
  if (all.findIndex(other => policyName(other) === name) !== index) return []
  const own = line([], 'own-traffic')
  const deny = line([], 'default-deny')
  if (policy.source === undefined) {
    return block(own`policy-map type inspect ${selfOut}`, [
      ...block(own`class type inspect ${ownSessions}`, [own`inspect`]),
      ...block(own`class class-default`, [own`pass`]),
    ])
  }
  const head =
    name.startsWith('P-SELF') || name === 'P-NOTHING'
      ? deny
      : said(places(policy.source.from, policy.destination?.from ?? []), 'default-deny')
  return block(head`policy-map type inspect ${name}`, [
    ...classesOf(policy.matches).flatMap(({ name: own, matches }) =>
      block(classLine(matches)`class type inspect ${own}`, [
        classLine(matches)`${new Quoted(matches[0]?.action ?? 'drop')}`,
      ]),
    ),
    ...block(deny`class class-default`, [deny`drop`]),
  ])
}
