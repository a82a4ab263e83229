import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { intentOf } from '../../intent/build.ts'
import { load } from '../../load/load.ts'
import { linux } from '../linux/platform.ts'
import { routeros } from './platform.ts'
import { emptyLedger } from '../../plan/ledger.ts'
import { makePlan } from '../../plan/make-plan.ts'
import { lineText, type Line } from '../text/line.ts'
import { nameFaults } from './routeros.names.ts'
import { routerosRenderer } from './routeros.ts'

interface Rendered {
  readonly router: string
  readonly dialect: string
  readonly lines: readonly Line[]
  readonly script: string
}

/** Every RouterOS router of the reference network, on a ledger of its own. */
function reference(): Rendered[] {
  const folder = join(import.meta.dirname, '../../../sites')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => /(?<!\.lock)\.yaml$/.test(path))
    .sort()
  const sources = paths.map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
  const { value: network } = load(sources, new Map([routeros, linux].map(platform => [platform.id, platform])))
  if (network === undefined) throw new Error('the reference network does not load')
  const plan = makePlan({ network, ledger: emptyLedger, asOf: '2026-06-01', entropy: new Uint8Array(16).fill(7) })
  return [...plan.routers.values()]
    .filter(({ router }) => router.platform.id === routeros.id)
    .map(own => {
      const lines = routerosRenderer.render(intentOf(plan, own)).flatMap(({ lines }) => lines)
      return {
        router: own.router.id,
        dialect: own.router.dialect.id,
        lines,
        script: lines.map(lineText).join('\n') + '\n',
      }
    })
}

const rendered = reference()

it('has routers of three dialects', () => expect(new Set(rendered.map(({ dialect }) => dialect)).size).toBe(3))

it('defines every name before its use, each once', () => {
  expect(rendered.flatMap(({ router, script }) => nameFaults(script).map(fault => `${router}:${fault}`))).toEqual([])
})

it('gives every line a place or a practice, and a place to at least 60 %', () => {
  const lines = rendered.flatMap(({ lines }) => lines)
  expect(lines.filter(({ from, practice }) => from.length === 0 && practice === undefined).map(lineText)).toEqual([])
  expect(lines.filter(({ from }) => from.length > 0).length / lines.length).toBeGreaterThan(0.6)
})
