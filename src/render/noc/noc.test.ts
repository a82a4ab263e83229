import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { alarmsOf, explainedBy } from '../../analysis/alarms/alarms.ts'
import { compile } from '../../compile.ts'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import { edited, readKlaten } from '../../testing/klaten/inventory.ts'
import { subjectsOf } from './alertmanager.ts'
import { nocDocuments } from './noc.ts'
import { templateText } from './template-text.ts'

const plan = klaten()
const files = new Map(nocDocuments(plan.network, plan).map(({ path, content }) => [path, String(content())]))
const alarms = alarmsOf(plan)

interface Rule {
  readonly alert?: string
  readonly expr: string
  readonly labels: Readonly<Record<string, string>>
}

function rulesOf(path: string): Rule[] {
  const { groups } = parse(files.get(path) ?? '') as { groups: { rules: Rule[] }[] }
  return groups.flatMap(({ rules }) => rules)
}

const { inhibit_rules: rules } = parse(files.get('noc/alertmanager.yml') ?? '') as {
  inhibit_rules: { source_matchers: [string]; target_matchers: [string] }[]
}

/** What Alertmanager leaves: its matchers, as its documentation has them (anchored, both sides of every rule). */
function leftOf(firing: readonly string[]): string[] {
  const muted = new Set(
    rules
      .filter(({ source_matchers: [source] }) => firing.includes(/^subject="(.*)"$/.exec(source)?.[1] ?? ''))
      .flatMap(({ target_matchers: [target] }) => {
        const pattern = new RegExp(`^(?:${/^subject=~"(.*)"$/.exec(target)?.[1]})$`)
        return firing.filter(subject => pattern.test(subject))
      }),
  )
  return firing.filter(subject => !muted.has(subject))
}

test('of every fault that shows, one alert is left: its own', () => {
  const subjects = subjectsOf(alarms)
  const explained = explainedBy(alarms)
  expect(alarms.length).toBeGreaterThan(90)
  for (const alarm of alarms) {
    const firing = [...alarm.takes, ...[alarm, ...(explained.get(alarm) ?? [])].map(one => subjects.get(one) ?? '')]
    expect(leftOf(firing), alarm.id).toEqual([subjects.get(alarm)])
  }
})

test('every component that shows has its alarm, and a ring that opens is one', () => {
  const kinds = new Map(rulesOf('noc/rules/causes.yml').map(({ labels, alert }) => [labels['cause'], alert]))
  const ring = alarms.find(({ components }) => components.some(({ name }) => name === 'span:sp-selatan-012'))
  expect(ring?.takes).toEqual(['route:selatan-2'])
  expect(kinds.get(ring?.id)).toBe('RingOpen')
  expect(ring?.exposed.length).toBeGreaterThan(0)
  expect(new Set(alarms.map(({ id }) => id)).size).toBe(alarms.length)
  const components = alarms.flatMap(one => one.components.map(({ name }) => name))
  expect(new Set(components).size).toBe(components.length)
  expect(components.length).toBeGreaterThan(1600)
})

test('every alert says what it is about; all that is active is watched, by its own address', () => {
  const rules = ['causes', 'signs'].flatMap(name => rulesOf(`noc/rules/${name}.yml`))
  // Site and reference of a sign are labels of its state.
  const ofSign = new Set(rulesOf('noc/rules/states.yml').flatMap(({ labels }) => Object.keys(labels)))
  for (const { alert, labels } of rules) {
    expect([alert, labels['subject'], labels['cause'], labels['component']].every(Boolean), alert).toBe(true)
    for (const key of ['site', 'reference'])
      expect(labels['subject'] === '{{ $labels.sign }}' ? ofSign.has(key) : Boolean(labels[key]), alert).toBe(true)
  }
  for (const { labels } of rulesOf('noc/rules/states.yml'))
    expect([labels['site'], labels['reference']].every(Boolean)).toBe(true)
  const targets = JSON.parse(files.get('noc/targets/routers.json') ?? '') as {
    targets: [string]
    labels: { router: string }
  }[]
  const active = [...plan.routers.values()].filter(({ site }) => site.active).map(({ router }) => router.id)
  expect(targets.map(({ labels }) => labels.router)).toEqual(active.sort())
  expect(new Set(targets.map(({ targets: [address] }) => address)).size).toBe(active.length)
  expect(targets.every(({ targets: [address] }) => /^\d+\.\d+\.\d+\.\d+$/.test(address))).toBe(true)
})

test('what is retired is watched no more', () => {
  const inventory = edited(readKlaten(), 'circuits/penyedia-b.yaml', text =>
    text.replace('- circuit: ckt-kec-cawas\n', '- circuit: ckt-kec-cawas\n  status: retired\n'),
  )
  const { network, plan: without } = compile({
    ...inventory,
    asOf: '2026-11-02',
    today: '2026-11-02',
    entropy: new Uint8Array(16),
  })
  if (network === undefined || without === undefined) throw new Error('not loaded')
  const text = String(
    nocDocuments(network, without)
      .find(({ path }) => path === 'noc/targets/routers.json')
      ?.content(),
  )
  expect(files.get('noc/targets/routers.json')).toContain('ckt-kec-cawas')
  expect(text).toContain('kec-bayat')
  expect(text).not.toContain('ckt-kec-cawas')
})

/** What promtool says nothing of: it lets a missing file pass with a warning, and a target that is a URL without one. */
test('every file that a configuration names is there, and every target is an address', () => {
  const { scrape_configs: jobs, rule_files: rules } = parse(files.get('noc/prometheus.yml') ?? '') as {
    scrape_configs: {
      file_sd_configs: { files: string[] }[]
      params?: { module: string[] }
      relabel_configs: { target_label: string; replacement?: string }[]
    }[]
    rule_files: string[]
  }
  expect(rules).toEqual(['rules/*.yml'])
  const modules = { ...(parse(files.get('noc/blackbox.yml') ?? '') as { modules: object }).modules, ...snmpModules() }
  for (const { file_sd_configs: found, params, relabel_configs: labels } of jobs) {
    const own = labels.find(({ target_label: label }) => label === '__param_module')?.replacement
    const asked = params?.module ?? []
    for (const path of found.flatMap(one => one.files)) {
      const groups = JSON.parse(files.get(`noc/${path}`) ?? '[]') as {
        targets: string[]
        labels: { router: string }
      }[]
      expect(groups.length, path).toBeGreaterThan(0)
      for (const target of groups.flatMap(({ targets }) => targets)) expect(target).toMatch(/^\d+(\.\d+){3}$/)
      if (own !== undefined) asked.push(...groups.map(({ labels: { router } }) => own.replace('$1', router)))
    }
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter(module => !Object.hasOwn(modules, module))).toEqual([])
  }
})

function snmpModules(): object {
  return parse(files.get('noc/snmp.yml') ?? '') as object
}

test('each router that Oxidized can read is in its list once, by name, address, model and group', () => {
  const lines = (files.get('noc/oxidized/router.db') ?? '')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
  const active = [...plan.routers.values()].filter(({ site }) => site.active)
  expect(lines).toHaveLength(active.filter(({ router }) => router.platform.monitoring?.oxidized !== undefined).length)
  for (const line of lines)
    expect(line).toMatch(/^[a-z0-9-]+:\d+(\.\d+){3}:(routeros|junos|iosxe):(core|fibre|leased)$/)
})

test('hosts of Zabbix have the shape that its import of 6.0 asks for, and the same names on every build', () => {
  const { zabbix_export: made } = parse(files.get('noc/zabbix-hosts.yml') ?? '') as {
    zabbix_export: {
      groups: { uuid: string; name: string }[]
      hosts: { groups: { name: string }[]; interfaces: object[] }[]
    }
  }
  const names = new Set(made.groups.map(({ name }) => name))
  for (const { uuid } of made.groups) expect(uuid).toMatch(/^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$/)
  for (const { groups, interfaces } of made.hosts) {
    expect(groups.every(({ name }) => names.has(name))).toBe(true)
    expect(interfaces).toHaveLength(1)
  }
})

test('no secret and no program of another: text of users is text to Prometheus', () => {
  expect(templateText('Kantor {{ query "up" }} {{{')).toBe('Kantor {{ "{{" }} query "up" }} {{ "{{" }}{')
  for (const [path, text] of files) expect(text, path).not.toMatch(/-----BEGIN|\$6\$/)
})

test('what takes a secret names it, and nothing else stands there', () => {
  const places = [...files].flatMap(([path, text]) =>
    [...text.matchAll(/^.*\b(?:pass\w*|priv_?pass\w*|communit\w*|bearer\w*|token)["']?\s*[:=]\s*(.*)$/gim)].map(
      ([, value = '']) => ({
        path,
        value,
      }),
    ),
  )
  expect(places.length).toBeGreaterThan(100)
  for (const { path, value } of places)
    expect(value, path).toMatch(/^(REPLACE_WITH [a-z0-9/-]+|'\{\$SNMP_[A-Z]+\}'|REPLACE_\w+)$/)
})

test('no personal data: no telephone number, no number of an official or a citizen, no mail but of a desk', () => {
  const desks = new Set([
    plan.network.declared.services.snmp.contact,
    ...[...plan.network.providers.values()].map(({ declared }) => declared.noc.mail),
  ])
  for (const [path, text] of files) {
    expect(text, path).not.toMatch(/(?:\+62|\b62|\b0)8\d{7,11}\b/)
    expect(text, path).not.toMatch(/\b(?:\d{16}|\d{18})\b/)
    for (const [mail] of text.matchAll(/[\w.+-]+@[\w-]+\.[\w.-]+/g)) expect(desks, path).toContain(mail)
  }
})
