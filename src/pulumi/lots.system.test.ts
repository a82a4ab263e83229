import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Stack } from '@pulumi/pulumi/automation/index.js'
import { beforeAll, expect, it } from 'vitest'
import { atLength } from '../testing/at-length.ts'
import { stackOf } from './engine.fixture.ts'
import { groundFor, repository } from './ground.fixture.ts'
import { lotBefore } from './order.ts'
import { describeWithPulumi } from './peers.fixture.ts'
import { SeratProvider } from './resources/provider.ts'
import { RouterConfig } from './resources/router-config.ts'
import { settingsOfStack } from './settings.ts'

/** What is asked of one deployment. */
interface Wish {
  readonly count: number
  readonly version: number
  readonly targets: readonly ('routeros' | 'frr' | 'file')[]
}

const nameOf = (i: number): string => `r-${String(i + 1).padStart(3, '0')}`

/**
 * Lots of routers through the real engine and our provider, in which stand-ins of the test's take the place of routers:
 * they keep what they are given, and one does not come back. `npm run test:length -- src/pulumi/lots.system.test.ts`
 * has two hundred routers.
 */
describeWithPulumi('routers that are changed so many at a time', [], () => {
  const ground = groundFor('src/testing/contoh')
  let wish: Wish
  const said: string[] = []

  beforeAll(() => {
    ground.environment['SERAT_TEST_LOTS'] = ground.folder
  })

  async function program(): Promise<void> {
    const settings = settingsOfStack()
    const provider = new SeratProvider('serat', settings, {})
    const reached: RouterConfig[] = []
    for (let i = 0; i < wish.count; i++) {
      const [router, target = 'file'] = [nameOf(i), wish.targets[i % wish.targets.length]]
      const inputs = {
        router,
        target,
        address: '192.0.2.1',
        files: { conf: `# ${router}, ${wish.version}\n` },
        forms: {},
      }
      const dependsOn = target === 'file' ? [] : [...lotBefore(reached, settings.atOnce)]
      const made = new RouterConfig(router, inputs, { provider, dependsOn })
      if (target !== 'file') reached.push(made)
    }
  }

  const stackFor = (name: string, atOnce: number): Promise<Stack> =>
    stackOf(
      ground,
      name,
      program,
      { atOnce: String(atOnce), outputRoot: join(ground.folder, 'output', name) },
      { PULUMI_SKIP_CHECKPOINTS: 'false' },
      { serat: join(repository, 'src/pulumi/lots') },
    )

  /** What the routers saw of one `up`, in its order, and whether it ended well. */
  async function up(stack: Stack, asked: Wish, failing: readonly string[] = []): Promise<Outcome> {
    wish = asked
    writeFileSync(join(ground.folder, 'failing'), failing.join('\n'))
    const log = join(ground.folder, 'log')
    rmSync(log, { force: true })
    said.length = 0
    const listen = (text: string): unknown => said.push(text)
    const isDone = await stack.up({ onOutput: listen, onError: listen, continueOnError: false }).then(
      () => true,
      () => false,
    )
    const seen = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
    return { isDone, seen, said: said.join('') }
  }

  interface Outcome {
    readonly isDone: boolean
    readonly seen: readonly string[]
    readonly said: string
  }

  const those = ({ seen }: Outcome, verb: string): string[] =>
    seen.filter(line => line.startsWith(`${verb} `)).map(line => line.slice(verb.length + 1))

  async function inState(stack: Stack): Promise<Record<string, string>> {
    const { resources = [] } = (await stack.exportStack()).deployment as {
      readonly resources?: readonly { readonly urn: string; readonly type: string; readonly inputs?: Inputs }[]
    }
    return Object.fromEntries(
      resources
        .filter(({ type }) => type === 'serat:index:RouterConfig')
        .map(({ urn, inputs }) => [urn.split('::').at(-1) ?? '', inputs?.files['conf'] ?? '']),
    )
  }

  interface Inputs {
    readonly files: Readonly<Record<string, string>>
  }

  const names = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => nameOf(from + i))

  it('part 7: of twenty the eleventh fails: what stands is known, the rest waits, and the next `up` goes on from there', async () => {
    const stack = await stackFor('dua-puluh', 1)
    const wanted: Wish = { count: 20, version: 1, targets: ['routeros'] }
    const first = await up(stack, wanted, [nameOf(10)])
    expect(first.isDone).toBe(false)
    expect(those(first, 'end')).toEqual(names(0, 10))
    expect(those(first, 'begin')).toEqual(names(0, 11))
    expect(first.said).toContain('r-011 does not answer: connection timed out')
    expect(Object.keys(await inState(stack))).toEqual(names(0, 10))
    const second = await up(stack, wanted)
    expect([second.isDone, those(second, 'begin')]).toEqual([true, names(10, 20)])
    const changed: Wish = { ...wanted, version: 2 }
    const third = await up(stack, changed, [nameOf(10)])
    expect([third.isDone, those(third, 'begin')]).toEqual([false, names(0, 11)])
    const half = await inState(stack)
    expect(names(0, 20).map(name => half[name]?.trim().endsWith('2'))).toEqual([
      ...names(0, 10).map(() => true),
      ...names(10, 20).map(() => false),
    ])
    const fourth = await up(stack, changed)
    expect([fourth.isDone, those(fourth, 'begin')]).toEqual([true, names(10, 20)])
    expect((await up(stack, changed)).seen).toEqual([])
  })

  const [count, atOnce, bad] = [atLength(48, 200), 8, 20]

  it(
    `row 9: ${count} of three platforms, ${atOnce} at a time: one that fails stops those behind its lot, ` +
      `and the next \`up\` goes on`,
    async () => {
      const stack = await stackFor('banyak', atOnce)
      const wanted: Wish = { count, version: 1, targets: ['routeros', 'frr', 'file'] }
      const reached = names(0, count).filter((_, i) => i % 3 !== 2)
      const lots = Array.from({ length: Math.ceil(reached.length / atOnce) }, (_, i) =>
        reached.slice(i * atOnce, (i + 1) * atOnce),
      )
      const failing = reached[bad] ?? ''
      const lotOf = (name: string): number => lots.findIndex(lot => lot.includes(name))
      const first = await up(stack, wanted, [failing])
      expect(first.isDone).toBe(false)
      inLots(first, lotOf)
      expect(Math.max(...those(first, 'begin').map(lotOf))).toBe(lotOf(failing))
      expect(those(first, 'fail')).toEqual([failing])
      const second = await up(stack, wanted)
      expect(second.isDone).toBe(true)
      inLots(second, lotOf)
      expect([...those(first, 'end'), ...those(second, 'end')].sort()).toEqual(reached)
      expect((await up(stack, wanted)).seen).toEqual([])
      console.log(`${count} routers, ${reached.length} of them reached in ${lots.length} lots of ${atOnce}`)
    },
  )

  /** No lot begins before that before it has ended, and never are more at it than are allowed. */
  function inLots({ seen }: Outcome, lotOf: (name: string) => number): void {
    const open = new Set<string>()
    let most = 0
    for (const line of seen) {
      const [verb = '', name = ''] = line.split(' ')
      if (verb !== 'begin') open.delete(name)
      else {
        expect([...open].every(other => lotOf(other) === lotOf(name))).toBe(true)
        open.add(name)
        most = Math.max(most, open.size)
      }
    }
    expect(most).toBeLessThanOrEqual(atOnce)
    expect(most).toBeGreaterThan(1)
  }
})
