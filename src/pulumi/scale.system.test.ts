import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pulumi from '@pulumi/pulumi'
import type { Stack } from '@pulumi/pulumi/automation/index.js'
import { beforeAll, expect, it } from 'vitest'
import { atLength } from '../testing/at-length.ts'
import { stackOf, writeSecrets } from './engine.fixture.ts'
import { groundFor, repository } from './ground.fixture.ts'
import { built, namesIn } from './inventory.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'
import { OutputFolder } from './resources/output-folder.ts'
import { RouterConfig } from './resources/router-config.ts'
import { SeratProvider } from './resources/provider.ts'
import { settingsOfStack } from './settings.ts'

/** All 2,000 by `npm run test:length -- src/pulumi/scale.system.test.ts`. */
const count = atLength(500, 2000)
/** Where everything is run, a neighbour may come while one of the two is measured. */
const most = atLength(3, 1.5)

class BareProvider extends pulumi.ProviderResource {
  constructor() {
    super('bare', 'bare', {}, {})
  }
}

class BareConfig extends pulumi.CustomResource {
  constructor(name: string, args: pulumi.Inputs, options: pulumi.CustomResourceOptions) {
    super('bare:index:Config', name, args, options)
  }
}

describeWithPulumi(`${count} routers`, [], () => {
  const ground = groundFor('stacks/lembah')
  let configurations: readonly { readonly name: string; readonly text: string; readonly forms: string[] }[]

  beforeAll(async () => {
    const files = await built(ground.inventory)
    writeSecrets(ground.secretsFile, new Map(namesIn(files).map(name => [name, `Rhs-${name.replaceAll('/', '.')}`])))
    const texts = [...files].filter(([path]) => path.startsWith('routers/')).map(([, bytes]) => bytes.toString('utf8'))
    configurations = Array.from({ length: count }, (_, i) => {
      const text = `# ${i}\n${texts[i % texts.length] ?? ''}`
      return { name: `r-${i}`, text, forms: Array.from(text.matchAll(/<secret:/g), () => 'routeros') }
    })
  })

  const inputsOf = ({
    name,
    text,
    forms,
  }: (typeof configurations)[number]): {
    router: string
    files: Record<string, string>
    forms: Record<string, string[]>
  } => ({ router: name, files: { [`${name}.rsc`]: text }, forms: { [`${name}.rsc`]: forms } })

  async function ours(): Promise<void> {
    const provider = new SeratProvider('serat', settingsOfStack(), {})
    const made = configurations.map(each => new RouterConfig(each.name, inputsOf(each), { provider }))
    new OutputFolder(
      'output',
      { paths: configurations.map(({ name }) => `routers/${name}/${name}.rsc`).sort() },
      { provider, dependsOn: made },
    )
  }

  async function bare(): Promise<void> {
    const provider = new BareProvider()
    for (const each of configurations) new BareConfig(each.name, inputsOf(each), { provider })
  }

  const providers = { serat: join(repository, 'src/pulumi/provider/bin'), bare: join(repository, 'src/pulumi/bare') }
  const programs = { bare, ours }
  type Name = keyof typeof programs

  const stack = (name: Name): Promise<Stack> =>
    stackOf(ground, name, programs[name], {}, { PULUMI_SKIP_CHECKPOINTS: 'true' }, providers)

  interface Cost {
    readonly wallMs: number
    /** Of the program, the engine and the provider: what a neighbour takes none of. */
    readonly processorMs: number
  }

  async function costOf(run: () => Promise<unknown>): Promise<Cost> {
    const [start, processorBefore] = [performance.now(), processorMs()]
    await run()
    return { wallMs: performance.now() - start, processorMs: processorMs() - processorBefore }
  }

  /** A first `up`. */
  async function upCost(name: Name): Promise<Cost> {
    const made = await stack(name)
    return costOf(() => made.up({ onOutput: () => {} }))
  }

  /** A preview that finds nothing changed. */
  async function previewCost(name: Name): Promise<Cost> {
    const made = await stack(name)
    return costOf(async () => {
      const { changeSummary } = await made.preview({ onOutput: () => {} })
      const { same = 0, ...others } = changeSummary as Readonly<Record<string, number>>
      expect(same).toBeGreaterThanOrEqual(count)
      expect(Object.keys(others).filter(op => op !== 'refresh')).toEqual([])
    })
  }

  it('row 10: first `up` and unchanged `preview` stay near those of a bare program', async () => {
    const up = { bare: await upCost('bare'), ours: await upCost('ours') }
    const preview = { bare: await previewCost('bare'), ours: await previewCost('ours') }
    for (const [what, { bare: theirs, ours: own }] of Object.entries({ up, preview }))
      for (const clock of ['wallMs', 'processorMs'] as const)
        console.log(
          `${count} routers: ${what} ${clock} ${own[clock].toFixed(0)}, bare ${theirs[clock].toFixed(0)}, ratio ${(own[clock] / theirs[clock]).toFixed(2)}`,
        )
    for (const { bare: theirs, ours: own } of [up, preview]) expect(own.wallMs / theirs.wallMs).toBeLessThan(most)
  })
})

/** What this process and those that it has waited for have had of the processor. */
function processorMs(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // utime, stime, cutime, cstime, in hundredths of a second.
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * 10, 0)
}
