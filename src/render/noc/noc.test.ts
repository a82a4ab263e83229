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

/** What Alertmanager leaves: its matchers, as its documentation has them (anchored, both sides of every rule). */
function leftOf(firing: readonly string[]): string[] {
  const { inhibit_rules: rules } = parse(files.get('noc/alertmanager.yml') ?? '') as {
    inhibit_rules: { source_matchers: [string]; target_matchers: [string] }[]
  }
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
  const rules = [...rulesOf('noc/rules/causes.yml'), ...rulesOf('noc/rules/states.yml')]
  for (const { alert, labels } of rules) if (alert !== undefined) expect(labels['subject']).toBeTruthy()
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

test('no secret and no program of another: text of users is text to Prometheus', () => {
  expect(templateText('Kantor {{ query "up" }} {{{')).toBe('Kantor {{ "{{" }} query "up" }} {{ "{{" }}{')
  for (const [path, text] of files) expect(text, path).not.toMatch(/-----BEGIN|\$6\$/)
})
