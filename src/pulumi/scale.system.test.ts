import { join } from 'node:path'
import pulumi from '@pulumi/pulumi'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeGround, removeGround, repository, stackOf, writeSecrets, type Ground } from './engine.fixture.ts'
import { built, namesIn } from './inventory.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'
import { OutputFolder } from './resources/output-folder.ts'
import { RouterConfig } from './resources/router-config.ts'
import { SeratProvider } from './resources/provider.ts'
import { settingsOfStack } from './settings.ts'

const count = 2000
const most = 1.5

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

describeWithPulumi('2,000 routers', [], () => {
  let ground: Ground
  let configurations: readonly { readonly name: string; readonly text: string; readonly forms: string[] }[]

  beforeAll(async () => {
    ground = makeGround(join(repository, 'stacks/lembah'))
    const files = await built(ground.inventory)
    writeSecrets(ground.secretsFile, new Map(namesIn(files).map(name => [name, `Rhs-${name.replaceAll('/', '.')}`])))
    // Routers of sites: the two cores are no measure of the rest.
    const texts = [...files].filter(([path]) => path.startsWith('routers/') && !path.includes('core-')).map(([, bytes]) => bytes.toString('utf8'))
    configurations = Array.from({ length: count }, (_, i) => {
      const text = `# ${i}\n${texts[i % texts.length] ?? ''}`
      return { name: `r-${i}`, text, forms: Array.from(text.matchAll(/<secret:/g), () => 'routeros') }
    })
  })

  afterAll(() => {
    if (ground !== undefined) removeGround(ground)
  })

  const inputsOf = ({ name, text, forms }: (typeof configurations)[number]): { router: string; files: Record<string, string>; forms: Record<string, string[]> } => ({ router: name, files: { [`${name}.rsc`]: text }, forms: { [`${name}.rsc`]: forms } })

  async function ours(): Promise<void> {
    const provider = new SeratProvider('serat', settingsOfStack(), {})
    const made = configurations.map(each => new RouterConfig(each.name, inputsOf(each), { provider }))
    new OutputFolder('output', { paths: configurations.map(({ name }) => `routers/${name}/${name}.rsc`).sort() }, { provider, dependsOn: made })
  }

  async function bare(): Promise<void> {
    const provider = new BareProvider()
    for (const each of configurations) new BareConfig(each.name, inputsOf(each), { provider })
  }

  async function measured(name: string, program: () => Promise<void>): Promise<{ readonly upMs: number; readonly previewMs: number }> {
    const stack = await stackOf(ground, name, program, {}, { PULUMI_SKIP_CHECKPOINTS: 'true' }, { serat: join(repository, 'src/pulumi/provider/bin'), bare: join(repository, 'src/pulumi/bare') })
    const start = performance.now()
    await stack.up({ onOutput: () => {} })
    const middle = performance.now()
    const { changeSummary } = await stack.preview({ onOutput: () => {} })
    const end = performance.now()
    const { same = 0, ...others } = changeSummary as Readonly<Record<string, number>>
    expect(same).toBeGreaterThanOrEqual(count)
    expect(Object.keys(others).filter(op => op !== 'refresh')).toEqual([])
    return { upMs: middle - start, previewMs: end - middle }
  }

  it('row 10: first `up` and unchanged `preview` within 1.5 times of a bare program', async () => {
    const floor = await measured('bare', bare)
    const found = await measured('routers', ours)
    const ratios = { up: found.upMs / floor.upMs, preview: found.previewMs / floor.previewMs }
    const seconds = (ms: number): string => (ms / 1000).toFixed(1)
    console.log(`${count} routers: up ${seconds(found.upMs)} s, bare ${seconds(floor.upMs)} s, ratio ${ratios.up.toFixed(2)}; preview ${seconds(found.previewMs)} s, bare ${seconds(floor.previewMs)} s, ratio ${ratios.preview.toFixed(2)}`)
    expect(ratios.up).toBeLessThan(most)
    expect(ratios.preview).toBeLessThan(most)
  })
})
