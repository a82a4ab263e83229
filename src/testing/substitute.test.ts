import { expect, it } from 'vitest'
import { load } from '../load/load.ts'
import { compile, platforms } from '../compile.ts'
import { portUses } from '../rules/router/port-uses.ts'
import { readSites } from './reference-intents.ts'
import { exceptions, substitute } from './substitute.ts'

const { sources, ledger } = readSites()

it.each(Object.keys(exceptions))('puts every router on %s, and compiles but for the exceptions that are named', id => {
  const moved = substitute(sources, id)
  const network = load(moved, platforms).value!
  expect([...network.routers.values()].filter(({ platform }) => platform.id !== id)).toEqual([])
  expect(portUses(network).filter(({ router, port }) => !router.model.ports.some(({ name }) => name === port))).toEqual(
    [],
  )
  const { diagnostics } = compile({ sources: moved, ledger, today: '2026-11-02', entropy: new Uint8Array(8) })
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, about }) => `${code} ${about?.[0]?.replace(/^[a-z]+:/, '')}`)
  expect(errors.sort()).toEqual([...exceptions[id]!].sort())
})

it('leaves alone what names no router', () => {
  const moved = substitute(sources, 'junos')
  const changed = moved.filter(({ text }, i) => text !== sources[i]!.text).map(({ path }) => path.split('/')[0])
  expect([...new Set(changed)].sort()).toEqual(['circuits', 'network.yaml', 'opd', 'routes'])
})

it('is the same when done again', () => {
  const once = substitute(sources, 'junos')
  expect(substitute(once, 'junos')).toEqual(once)
})

it('knows no platform that has no table', () => expect(() => substitute(sources, 'nobody')).toThrow('no substitutes'))
