import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Stack } from '@pulumi/pulumi/automation/index.js'
import { beforeAll, expect, it } from 'vitest'
import { changed, stackOf, stepsOf } from './engine.fixture.ts'
import program from './index.ts'
import { built, edit, preparedGroundFor } from './inventory.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'

interface Outcome {
  readonly steps: Readonly<Record<string, string>>
  /** What the terminal shows, and the events behind it: the command line cuts long lines. */
  readonly said: string
}

describeWithPulumi('a preview without any secret of production', [], () => {
  const { ground, values } = preparedGroundFor('stacks/lembah')
  let stack: Stack
  const everything: string[] = []

  beforeAll(async () => {
    stack = await stackOf(ground, 'lembah', program)
    await stack.setConfig('serat:digestKey', { value: 'kunci-sidik-uji-0123456789', secret: true })
    await stack.up()
  })

  async function preview(): Promise<Outcome> {
    const said: string[] = []
    const listen = {
      onOutput: (text: string): unknown => said.push(text),
      onError: (text: string): unknown => said.push(text),
    }
    const { steps, events } = await stepsOf(onEvent => stack.preview({ diff: true, onEvent, ...listen }))
    const whole = [...said, JSON.stringify(events)].join('\n')
    everything.push(whole)
    return { steps: changed(steps), said: whole }
  }

  /** The same question with the store and without it. */
  async function both(): Promise<{ readonly having: Outcome; readonly lacking: Outcome }> {
    const having = await preview()
    const away = `${ground.secretsFile}.away`
    renameSync(ground.secretsFile, away)
    try {
      return { having, lacking: await preview() }
    } finally {
      renameSync(away, ground.secretsFile)
    }
  }

  it('nothing changed: says so, and which names it did not check', async () => {
    const { having, lacking } = await both()
    expect(having.steps).toEqual({})
    expect(lacking.steps).toEqual({})
    expect(lacking.said).toContain(`${values.size} secrets were not checked`)
    expect(lacking.said).not.toContain('were not compared')
  })

  it('a change of the inventory: the same steps and lines', async () => {
    const path = join(ground.inventory, 'opd/utara.yaml')
    const kept = readFileSync(path, 'utf8')
    edit(ground.inventory, 'opd/utara.yaml', /name: .*/, 'name: Dinas Lain')
    const { having, lacking } = await both()
    writeFileSync(path, kept)
    expect(having.steps).toHaveProperty('RouterConfig::utara')
    expect(lacking.steps).toEqual(having.steps)
    const lines = ({ said }: Outcome): string[] =>
      said
        .split('\n')
        .filter(line => /^ +[-+~] /.test(line))
        .sort()
    expect(lines(lacking)).toEqual(lines(having))
  })

  it('drift: a line and a value changed by hand, a file gone', async () => {
    const file = join(ground.output, 'routers/utara/utara.rsc')
    const key = values.get('ospf/backbone/sha256/ring-1') ?? ''
    expect(readFileSync(file, 'utf8')).toContain(key)
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replaceAll(key, 'kunci-tangan-99') +
        `# catatan ${values.get('snmp/priv/router/utara')}\n`,
    )
    rmSync(join(ground.output, 'routers/timur/timur.rsc'))
    const { having, lacking } = await both()
    expect(having.steps).toEqual({ 'RouterConfig::timur': 'create', 'RouterConfig::utara': 'update' })
    expect(lacking.steps).toEqual(having.steps)
    for (const { said } of [having, lacking]) {
      expect(said).toMatch(/timur\.rsc *: "\d+ baris \/ \d+ lines; .*\.serat\/preview\/routers\/timur\/timur\.rsc"/)
      expect(said).toContain('<secret:ospf/backbone/sha256/ring-1, nilai lain / another value>')
      expect(said).toContain('# catatan <secret:snmp/priv/router/utara, salah tempat / out of place>')
    }
    await stack.up()
  })

  it('without the key of the digests equality of values is unknown, and said to be', async () => {
    await stack.removeConfig('serat:digestKey')
    // What was deployed before is read with the key that it was deployed with.
    await stack.up()
    const file = join(ground.output, 'routers/utara/utara.rsc')
    const key = values.get('ospf/backbone/sha256/ring-1') ?? ''
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(key, 'kunci-tangan-98'))
    const { having, lacking } = await both()
    expect(having.steps).toHaveProperty('RouterConfig::utara')
    expect(lacking.steps).not.toHaveProperty('RouterConfig::utara')
    expect(lacking.said).toMatch(/\d+ secrets were not compared/)
  })

  it('no value was shown or kept by any of them', async () => {
    const seen = [...everything, JSON.stringify(await stack.exportStack())].join('\n')
    expect(seen.length).toBeGreaterThan(20_000)
    for (const value of [...values.values(), 'kunci-tangan-99', 'kunci-tangan-98'])
      expect(seen.includes(value), value).toBe(false)
    await built(ground.inventory)
  })
})
