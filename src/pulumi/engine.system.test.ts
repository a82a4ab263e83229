import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Stack } from '@pulumi/pulumi/automation/index.js'
import { changed, filesUnder, stackOf, stepsOf, writeSecrets } from './engine.fixture.ts'
import { repository } from './ground.fixture.ts'
import { built, edit, preparedGroundFor } from './inventory.fixture.ts'
import program from './index.ts'
import { describeWithPulumi } from './peers.fixture.ts'

/** The URN that a path of the output belongs to. */
function urnOfPath(path: string): string {
  const [top = '', second = ''] = path.split('/')
  if (top === 'routers') return `RouterConfig::${second}`
  if (top === 'ip-plan') return 'IpPlan::ip-plan'
  if (top === 'contracts') return `ContractRecord::${second.replace(/\.[^.]*$/, '')}`
  return `TopologyDocument::${path.includes('/') ? path.slice(0, path.lastIndexOf('/')).replaceAll('/', '.') : path}`
}

function differentPaths(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter(path => !(a.get(path) ?? Buffer.alloc(0)).equals(b.get(path) ?? Buffer.alloc(0)))
    .sort()
}

const urnsOf = (paths: readonly string[]): string[] => [...new Set(paths.map(urnOfPath))].sort()

describeWithPulumi('all of Klaten, by the stack file of the project', [], () => {
  const { ground, values: secrets } = preparedGroundFor('sites')
  let stack: Stack

  beforeAll(async () => {
    stack = await stackOf(ground, 'klaten', program, {}, { PULUMI_SKIP_CHECKPOINTS: 'true' })
  })

  it('row 1: creates everything; files equal `serat build` byte for byte but for secrets', async () => {
    const out = join(ground.folder, 'built')
    execFileSync(
      process.execPath,
      [join(repository, 'src/cli/main.ts'), 'build', '--inventory', ground.inventory, '--out', out, '--frozen'],
      { stdio: 'ignore' },
    )
    const wanted = filesUnder(out)
    wanted.delete('manifest.json')
    const { steps } = await stepsOf(onEvent => stack.up({ onEvent }))
    expect(new Set(steps.values())).toEqual(new Set(['create']))
    const kinds = [...steps.keys()].map(urn => urn.split('::')[0])
    expect(kinds.filter(kind => kind === 'RouterConfig').length).toBe(
      new Set([...wanted.keys()].filter(path => path.startsWith('routers/')).map(path => path.split('/')[1])).size,
    )
    for (const kind of [
      'Network',
      'OpdSite',
      'FibreRoute',
      'LeasedCircuit',
      'Contract',
      'RouterConfig',
      'IpPlan',
      'ContractRecord',
      'TopologyDocument',
      'OutputFolder',
    ])
      expect(kinds).toContain(kind)
    const deployed = filesUnder(ground.output)
    expect([...deployed.keys()]).toEqual([...wanted.keys()])
    // The page of a deployment is its tables alone: the program that a build puts into it compiles what a build wrote.
    expect(deployed.get('index.html')?.toString('utf8')).toContain('</table>')
    wanted.delete('index.html')
    for (const [path, bytes] of wanted) {
      const text = withoutStop(bytes.toString('latin1'))
      const holdsSecret = text.includes('<secret:')
      const expected = holdsSecret
        ? text.replaceAll(/<secret:([a-z0-9/-]+)>/g, (_, name: string) => secrets.get(name) ?? '?')
        : text
      expect(deployed.get(path)?.toString('latin1') === expected, path).toBe(true)
      if (holdsSecret) expect(statSync(join(ground.output, path)).mode & 0o777, path).toBe(0o600)
    }
  })

  it('row 2: a second preview finds all unchanged', async () => {
    expect(changed((await stepsOf(onEvent => stack.preview({ onEvent }))).steps)).toEqual({})
  })

  it("row 3: an edit of one VLAN's hosts shows exactly what it changes, line by line", async () => {
    const before = await built(ground.inventory)
    edit(ground.inventory, 'opd/dishub.yaml', /( +data: )\d+/, '$1200')
    // As `serat release --in-use segment/dishub/data/v4` does: the segment has outgrown its prefix.
    edit(ground.inventory, 'allocations.lock.yaml', /^segment\/dishub\/data\/v4: .*\n/m, '')
    const after = await built(ground.inventory)
    const said: string[] = []
    const { steps } = await stepsOf(onEvent =>
      stack.preview({ onEvent, diff: true, onOutput: text => said.push(text) }),
    )
    const expected = urnsOf(differentPaths(before, after))
    expect(Object.keys(changed(steps))).toEqual(expected)
    expect(new Set(Object.values(changed(steps)))).toEqual(new Set(['update']))
    // The site has a leased backup, and both cores hold what they accept from it.
    expect(expected.filter(urn => urn.startsWith('RouterConfig'))).toEqual([
      'RouterConfig::core-1',
      'RouterConfig::core-2',
      'RouterConfig::dishub',
    ])
    expect(expected).toContain('IpPlan::ip-plan')
    expect(expected.filter(urn => urn.startsWith('ContractRecord'))).toEqual([])
    const diff = said.join('')
    const [old, now] = [before, after].map(files => linesOf(files, 'routers/dishub/dishub.rsc'))
    // The command line cuts what is longer than its line.
    const shown = (line: string): string => line.trim().slice(0, 140)
    for (const line of now?.filter(each => !old?.includes(each)) ?? []) expect(diff).toContain(`+ ${shown(line)}`)
    for (const line of old?.filter(each => !now?.includes(each)) ?? []) expect(diff).toContain(`- ${shown(line)}`)
  })
})

function linesOf(files: ReadonlyMap<string, Buffer>, path: string): string[] {
  return (files.get(path)?.toString('utf8') ?? '').split('\n')
}

interface StateResource {
  readonly urn: string
  readonly custom: boolean
  readonly id?: string
  readonly inputs?: unknown
  readonly outputs?: unknown
}

/** What the state says of the resources that exist outside it. */
async function deployedState(stack: Stack): Promise<unknown> {
  const { resources } = (await stack.exportStack()).deployment as { readonly resources: readonly StateResource[] }
  return resources.filter(({ custom }) => custom).map(({ urn, id, inputs, outputs }) => ({ urn, id, inputs, outputs }))
}

describeWithPulumi('a small network through its life', [], () => {
  const { ground, values: secrets } = preparedGroundFor('stacks/lembah')
  let stack: Stack

  beforeAll(async () => {
    stack = await stackOf(ground, 'lembah', program)
    await stack.up()
  })

  afterAll(async () => {
    if (stack !== undefined) await stack.destroy()
    expect([...filesUnder(ground.output).keys()]).toEqual([])
  })

  it('row 4: what was edited and deleted by hand shows in a plain preview, and `up` heals it', async () => {
    const before = filesUnder(ground.output)
    const edited = join(ground.output, 'routers/utara/utara.rsc')
    writeFileSync(edited, readFileSync(edited, 'utf8').replace('/system identity', '# diubah tangan\n/system identity'))
    rmSync(join(ground.output, 'routers/timur/timur.rsc'))
    const { steps } = await stepsOf(onEvent => stack.preview({ onEvent }))
    expect(changed(steps)).toEqual({ 'RouterConfig::timur': 'create', 'RouterConfig::utara': 'update' })
    await stack.up()
    expect(differentPaths(before, filesUnder(ground.output))).toEqual([])
    expect(changed((await stepsOf(onEvent => stack.preview({ onEvent }))).steps)).toEqual({})
  })

  it('row 5: a site that is renamed with `was` is neither deleted nor created', async () => {
    const { inventory } = ground
    renameSync(join(inventory, 'opd/timur.yaml'), join(inventory, 'opd/dinkes.yaml'))
    edit(inventory, 'opd/dinkes.yaml', 'site: timur', 'site: dinkes\nwas: [timur]')
    for (const path of ['routes/ring.yaml', 'plant/ring.yaml'])
      edit(inventory, path, /(router|site): timur\b/g, '$1: dinkes')
    await built(inventory)
    // Secrets of a router are named as it is: whoever renames it files them under the new name.
    for (const [name, value] of [...secrets]) secrets.set(name.replace(/\/timur$/, '/dinkes'), value)
    writeSecrets(ground.secretsFile, secrets)
    const { steps } = await stepsOf(onEvent => stack.up({ onEvent }))
    expect(new Set(Object.values(changed(steps)))).toEqual(new Set(['update']))
    expect(steps.get('OpdSite::dinkes')).toBe('same')
    expect(steps.get('RouterConfig::dinkes')).toBe('update')
    expect(existsSync(join(ground.output, 'routers/timur'))).toBe(false)
    expect(existsSync(join(ground.output, 'routers/dinkes/dinkes.rsc'))).toBe(true)
    expect(changed((await stepsOf(onEvent => stack.preview({ onEvent }))).steps)).toEqual({})
  })

  const faults: readonly (readonly [string, string, string | RegExp, string, RegExp])[] = [
    [
      'a route outside the radius',
      'plant/ring.yaml',
      /(id: t-2, kind: pole, at: )\[[^\]]*\]/,
      '$1[110.9000, -7.9000]',
      /error\[GEO\d{3}\].*km/,
    ],
    ['a broken YAML', 'opd/utara.yaml', 'segments:', 'segments: {', /error\[LOD005\]/],
    [
      'a ledger that would change',
      'allocations.lock.yaml',
      /^segment\/utara\/data\/v4: .*\n/m,
      '',
      /the ledger would change/,
    ],
  ]

  it.each(faults)(
    'row 6: %s stops the program before the first resource, with the report',
    async (_, path, from, to, report) => {
      const file = join(ground.inventory, path)
      const kept = readFileSync(file, 'utf8')
      const before = filesUnder(ground.output)
      const state = await deployedState(stack)
      edit(ground.inventory, path, from, to)
      const said: string[] = []
      const failed = await stepsOf(onEvent => stack.up({ onEvent, onOutput: text => said.push(text) })).then(
        () => undefined,
        (error: Error) => error,
      )
      writeFileSync(file, kept)
      expect(failed?.message).toMatch(/exit code [1-9]/)
      expect(said.join('')).toMatch(report)
      expect(said.join('')).not.toContain('at async')
      expect(differentPaths(before, filesUnder(ground.output))).toEqual([])
      expect(await deployedState(stack)).toEqual(state)
    },
  )

  it('refuses an output root inside a repository, and one of another stack', async () => {
    const inside = await stackOf(ground, 'di-dalam', program, { outputRoot: join(repository, 'out/pulumi') })
    await expect(inside.up()).rejects.toThrow(/lies in the repository/)
    const other = await stackOf(ground, 'tetangga', program)
    await expect(other.up()).rejects.toThrow(/belongs to the stack serat\/lembah/)
    for (const each of [inside, other]) await each.destroy()
  })

  it('serves a schema that the command line reads', () => {
    const text = execFileSync(
      join(repository, '.cache/pulumi/bin/pulumi'),
      ['package', 'get-schema', join(repository, 'src/pulumi/provider/bin/pulumi-resource-serat')],
      { encoding: 'utf8', env: { ...process.env, ...ground.environment } },
    )
    const schema = JSON.parse(text) as {
      readonly name: string
      readonly resources: Readonly<Record<string, { readonly inputProperties: Readonly<Record<string, unknown>> }>>
    }
    expect(schema.name).toBe('serat')
    expect(Object.keys(schema.resources)).toEqual([
      'serat:index:ContractRecord',
      'serat:index:IpPlan',
      'serat:index:OutputFolder',
      'serat:index:RouterConfig',
      'serat:index:TopologyDocument',
    ])
    expect(Object.keys(schema.resources['serat:index:RouterConfig']?.inputProperties ?? {})).toEqual([
      'address',
      'files',
      'forms',
      'lastingFolder',
      'router',
      'target',
      'triesImports',
    ])
  })
})

/**
 * A file as a deployment fills it in: without the lines in front that stop whoever loads it with names in place of
 * secrets.
 */
function withoutStop(text: string): string {
  return text.replace(/^(?:.*serat-not-filled-in.*\n)+(?:exit\n)?/, '')
}
