import { alarmsWatched } from '../../analysis/alarms/alarms.ts'
import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../artifact.ts'
import { documentHtml } from '../document/html.ts'
import { documentMarkdown } from '../document/markdown.ts'
import { once } from '../once.ts'
import { sourcesOf } from '../sources-of.ts'
import { allowanceRules, daysToKeep } from './allowance-rules.ts'
import { alertmanagerConfig, subjectsOf } from './alertmanager.ts'
import {
  blackboxConfig,
  carriersOf,
  peers,
  lightPlatforms,
  lightTargets,
  prometheusConfig,
  targets,
} from './prometheus.ts'
import { dutyBlocks } from './duty.ts'
import { grafanaDashboard } from './grafana.ts'
import { lightRules, lightTests } from './light.ts'
import { oxidizedConfig, routerDb } from './oxidized.ts'
import { smokepingConfig } from './smokeping.ts'
import { snmpConfig } from './snmp.ts'
import { zabbixHosts } from './zabbix.ts'
import { ruleTests } from './rule-tests.ts'
import { causeRules, signRules } from './rules.ts'
import { stateRules } from './states.ts'
import { watchedOf } from './watched.ts'
import { flowYamlFile, yamlFile } from './yaml.ts'

/** What watches the network, made from it: what was added this morning is watched, what was retired is not. */
export function nocDocuments(network: Network, plan: Plan): Artifact[] {
  const { network: id, name, services } = network.declared
  const { sites, routes, circuits, plants, uplinks, works } = network
  const sources = once(() =>
    sourcesOf(
      [network],
      sites.values(),
      routes.values(),
      circuits.values(),
      plants.values(),
      uplinks.values(),
      works.values(),
    ),
  )
  const watched = once(() => watchedOf(plan))
  const alarms = once(() => alarmsWatched(plan))
  const subjects = once(() => subjectsOf(alarms()))
  const duty = once(() => dutyBlocks(plan, alarms()))
  const remarks = [`For ${peers}. Made by serat build: edit the inventory, not this file.`]
  const file = (path: string, content: () => string): Artifact => ({ path: `noc/${path}`, sources, content })
  const yaml = (path: string, value: () => object, more: readonly string[] = []): Artifact =>
    file(path, () => yamlFile([...remarks, ...more], value()))
  const test = (name: string, value: () => object): Artifact =>
    file(`tests/${name}_test.yml`, () =>
      flowYamlFile([...remarks, `promtool test rules tests/${name}_test.yml`], value()),
    )
  return [
    yaml('alertmanager.yml', () => alertmanagerConfig(plan, alarms(), subjects())),
    yaml('blackbox.yml', () => blackboxConfig),
    yaml('prometheus.yml', () => prometheusConfig(id, watched()), keepingRemarks(plan)),
    yaml('rules/allowance.yml', () => allowanceRules(plan)),
    yaml('rules/causes.yml', () => causeRules(plan, alarms(), subjects())),
    yaml('rules/light.yml', () => lightRules(watched().lights)),
    yaml('rules/signs.yml', signRules),
    yaml('rules/states.yml', () => stateRules(watched())),
    yaml('snmp.yml', () => snmpConfig(services.snmp, watched()), [
      'Put the secrets that REPLACE_WITH names in their places, two of each router: they are kept in no repository.',
    ]),
    file('targets/routers.json', () => targets(watched())),
    ...(carriersOf(watched()).length === 0
      ? []
      : [file('targets/tunnels.json', () => targets({ routers: carriersOf(watched()) }))]),
    ...lightPlatforms(watched().lights).map(platform =>
      file(`targets/light-${platform}.json`, () => lightTargets(watched(), platform)),
    ),
    test('causes', () => ruleTests(alarms(), subjects())),
    test('light', () => lightTests(watched().lights)),
    yaml('oxidized/config.yml', () => oxidizedConfig, [
      'Put an account that may read in the place of REPLACE_…: it is kept in no repository.',
    ]),
    file('oxidized/router.db', () => routerDb(watched())),
    file('smokeping.conf', () => smokepingConfig(id, services.snmp.contact, watched())),
    yaml('zabbix-hosts.yml', () => zabbixHosts(id, services.snmp, watched()), [
      'The templates are those of a new Zabbix 6.0; each host has secret macros of its own, whose descriptions name what to set.',
    ]),
    file('duty.md', () => documentMarkdown(duty())),
    file('duty.html', () => documentHtml({ title: `${name}: duty`, page: 'A4 landscape' }, duty())),
    file('grafana.json', () => JSON.stringify(grafanaDashboard(id, name), undefined, 1) + '\n'),
  ]
}

/** Prometheus keeps 15 days unless it is told otherwise, by a word of its command and by no line of its file. */
function keepingRemarks(plan: Plan): string[] {
  const days = daysToKeep(plan)
  return days === undefined
    ? []
    : [
        `Start Prometheus with --storage.tsdb.retention.time=${days}d: the minutes of contracts are summed over so long.`,
      ]
}
