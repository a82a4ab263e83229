import { alarmsOf } from '../../analysis/alarms/alarms.ts'
import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../artifact.ts'
import { once } from '../once.ts'
import { sourcesOf } from '../sources-of.ts'
import { alertmanagerConfig, subjectsOf } from './alertmanager.ts'
import { blackboxConfig, peers, prometheusConfig, snmpConfig, targets } from './prometheus.ts'
import { ruleTests } from './rule-tests.ts'
import { causeRules, stateRules } from './rules.ts'
import { watchedOf } from './watched.ts'
import { yamlFile } from './yaml.ts'

/** Above this many sites every failure of one component is not computed in a build; alarms are then of routers and routes alone. */
const mostSites = 1000

/** What watches the network, made from it: what was added this morning is watched, what was retired is not. */
export function nocDocuments(network: Network, plan: Plan): Artifact[] {
  const { sites, routes, circuits, plants, uplinks } = network
  const sources = once(() =>
    sourcesOf([network], sites.values(), routes.values(), circuits.values(), plants.values(), uplinks.values()),
  )
  const watched = once(() => watchedOf(plan))
  const alarms = once(() => (sites.size > mostSites ? [] : alarmsOf(plan)))
  const subjects = once(() => subjectsOf(alarms()))
  const remarks = [`For ${peers}. Made by serat build: edit the inventory, not this file.`]
  const file = (path: string, content: () => string): Artifact => ({ path: `noc/${path}`, sources, content })
  const yaml = (path: string, value: () => unknown, more: readonly string[] = []): Artifact =>
    file(path, () => yamlFile([...remarks, ...more], value()))
  return [
    yaml('alertmanager.yml', () => alertmanagerConfig(alarms(), subjects())),
    yaml('blackbox.yml', () => blackboxConfig),
    yaml('prometheus.yml', () => prometheusConfig(network.declared.network)),
    yaml('rules/causes.yml', () => causeRules(alarms(), subjects())),
    yaml('rules/states.yml', () => stateRules(watched())),
    yaml('snmp.yml', () => snmpConfig(network.declared.services.snmp.user), [
      'Put the two secrets of SNMP in the place of REPLACE_…: they are kept in no repository.',
    ]),
    file('targets/routers.json', () => targets(watched())),
    yaml('tests/causes_test.yml', () => ruleTests(alarms(), subjects()), ['promtool test rules tests/causes_test.yml']),
  ]
}
