import { expect, test } from 'vitest'
import { schemaFiles } from './files.ts'

const files = schemaFiles('en')

test('there is a schema for every kind of file', () => {
  expect(Object.keys(files).sort()).toEqual([
    'area.json',
    'downtime.json',
    'lease.json',
    'measurement.json',
    'network.json',
    'payment.json',
    'plant.json',
    'provider.json',
    'route.json',
    'site.json',
    'tenant.json',
    'type.json',
    'waiver.json',
    'work.json',
  ])
})

test.each(Object.entries(files))('%s names properties as files write them', (_, schema) => {
  const names: string[] = []
  const walk = (value: unknown, key: string): void => {
    if (typeof value !== 'object' || value === null) return
    if (key === 'properties' || key === 'default') names.push(...Object.keys(value))
    if (key === 'required') names.push(...(value as string[]))
    for (const [inner, child] of Object.entries(value)) walk(child, inner)
  }
  walk(schema, '')
  expect(names.length).toBeGreaterThan(3)
  expect(names.filter(name => /[A-Z]/.test(name))).toEqual([])
  expect(JSON.stringify(schema)).not.toContain('"scalar":')
})

test('a lease is a circuit, or an uplink where it says so; a file holds one or a list', () => {
  const lease = files['lease.json'] as {
    readonly $defs: {
      readonly uplink: { readonly required: string[] }
      readonly circuit: { readonly properties: object }
    }
    readonly then: unknown
  }
  expect(lease.$defs.uplink.required).toContain('nat_pool')
  expect(lease.$defs.circuit.properties).toHaveProperty('bandwidth_mbps')
  expect(lease.then).toEqual({ items: { $ref: '#/$defs/thing' } })
})

test('scalars are described in the language that was asked for', () => {
  expect(JSON.stringify(schemaFiles('id')['site.json'])).toContain('nama berhuruf kecil')
})
