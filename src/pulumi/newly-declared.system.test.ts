import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pulumi from '@pulumi/pulumi'
import type { PulumiFn } from '@pulumi/pulumi/automation/index.js'
import { beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { LeasedCircuit, Site } from './declare/index.ts'
import { changed, filesUnder, stackOf, stepsOf } from './engine.fixture.ts'
import { repository } from './ground.fixture.ts'
import program from './index.ts'
import { edit, preparedGroundFor } from './inventory.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'

interface Wishes {
  readonly id: string
  readonly was?: readonly string[]
}

/** A leased site that no file knows: one value of it comes from another resource, as an output. */
function leased({ id, was = [] }: Wishes): PulumiFn {
  return async () => {
    const site = new Site(id, {
      was,
      name: pulumi.output('Kecamatan Lereng'),
      class: 'kecamatan',
      kecamatan: '33.99.02',
      location: { lat: -7.57, lon: 110.6, quality: 'approximate' },
      tenants: ['kec-lereng'],
      router: { platform: 'routeros', model: 'L009UiGS-RM', version: '7.22', assetRegister: 'KIB-0007' },
      segments: { data: 20 },
    })
    const circuit = new LeasedCircuit('ckt-lereng', {
      provider: 'penyedia-a',
      providerRef: 'A-1002',
      contract: 'ktr-1',
      service: 'metro-ethernet',
      bandwidthMbps: 50,
      monthlyRupiah: 0,
      hub: { handoff: 'nni-a', vlan: 1002 },
      site: { id: site, port: 'ether1' },
      role: 'primary',
      period: { from: '2026-01-01', to: '2026-12-31' },
    })
    return { loopback: site.loopback, tunnels: circuit.tunnels }
  }
}

interface Outcome {
  readonly said: string
  readonly failed: boolean
  readonly steps: Record<string, string>
}

describeWithPulumi('a leased site that stands in code alone', [], () => {
  const { ground } = preparedGroundFor('stacks/lembah')

  beforeAll(async () => {
    const first = await run('up', program)
    expect(first.failed, first.said).toBe(false)
    // What stays in files: the agency, and a contract that counts one circuit more.
    const agency = '- { tenant: kec-lereng, name: Kecamatan Lereng, kind: kecamatan }\n'
    edit(ground.inventory, 'tenants/opd.yaml', /$/, agency)
    const counts = (circuits: number, mbps: number): string => `circuits: ${circuits}, bandwidth_mbps: ${mbps}`
    edit(ground.inventory, 'providers/penyedia-a.yaml', counts(3, 450), counts(4, 500))
  })

  async function run(operation: 'preview' | 'up', code: PulumiFn): Promise<Outcome> {
    const said: string[] = []
    let failed = false
    const listen = (text: string): void => void said.push(text)
    const { steps } = await stepsOf(async onEvent => {
      const stack = await stackOf(ground, 'lembah', code)
      await stack[operation]({ onEvent, onOutput: listen, onError: listen }).catch(() => {
        failed = true
      })
    })
    return { said: said.join(''), failed, steps: changed(steps) }
  }

  function serat(...args: readonly string[]): { readonly code: number | null; readonly said: string } {
    const all = [join(repository, 'src/cli/main.ts'), ...args, '--inventory', ground.inventory, '--lang', 'en']
    const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8', cwd: ground.folder })
    return { code: status, said: stdout + stderr }
  }

  /** The one command. */
  function expectMade(): void {
    const { code, said } = serat('secrets', '--generate', '--secrets', ground.secretsFile)
    expect(code, said).toBe(0)
  }

  const ledger = (): string => readFileSync(join(ground.inventory, 'allocations.lock.yaml'), 'utf8')
  const fileOf = (id: string): string => join(ground.inventory, `opd/program/${id}.yaml`)
  const deployed = (path: string): string => filesUnder(ground.output).get(path)?.toString('utf8') ?? ''
  const numbersOf = (id: string): string[] =>
    ledger()
      .split('\n')
      .filter(line => line.includes(`/${id}/`))

  it('a preview says what is missing, shows the rest and hands out nothing', async () => {
    const before = ledger()
    const { said, failed, steps } = await run('preview', leased({ id: 'lereng' }))
    expect(failed).toBe(true)
    expect(said).toMatch(/2 files of the inventory say what the program declares: circuits\/program\/ckt-lereng\.yaml/)
    expect(said).toMatch(/1 routers have no tunnel key yet, so nothing is deployed; `serat secrets --generate`/)
    expect(said).toContain('  tunnel/lereng: lereng')
    expect(said).toMatch(/ {2}users\/darurat\/router\/lereng: lereng/)
    expect(steps).toMatchObject({ 'RouterConfig::lereng': 'create', 'RouterConfig::core-1': 'update' })
    expect(ledger()).toBe(before)
  })

  it('one command makes keys and secrets, and `up` deploys the site and its hub', async () => {
    expectMade()
    const routers = (): string[] => [...filesUnder(ground.output).keys()].filter(path => path.endsWith('.rsc'))
    const others = routers().filter(path => !/core-\d/.test(path))
    const before = others.map(deployed)
    const { failed, said, steps } = await run('up', leased({ id: 'lereng' }))
    expect(failed, said).toBe(false)
    expect(steps).toMatchObject({
      'OpdSite::lereng': 'create',
      'LeasedCircuit::ckt-lereng': 'create',
      'RouterConfig::lereng': 'create',
      'RouterConfig::core-1': 'update',
      'RouterConfig::core-2': 'update',
    })
    const publicKey = /^router\/lereng\/public-key: (.+)$/m.exec(ledger())?.[1] ?? 'none'
    const secrets = parse(readFileSync(ground.secretsFile, 'utf8')) as Record<string, string>
    expect(deployed('routers/lereng/lereng.rsc')).toContain(secrets['tunnel/lereng'])
    expect(deployed('routers/lereng/lereng.rsc')).not.toMatch(/<(secret|public-key):/)
    for (const core of ['core-1', 'core-2']) expect(deployed(`routers/${core}/${core}.rsc`)).toContain(publicKey)
    expect(others.map(deployed)).toEqual(before)
  })

  it('every other tool sees it, and nothing is left to do', async () => {
    expect(numbersOf('lereng').join('\n')).toMatch(/^router\/lereng\/loopback: 10\./m)
    expect(serat('check', '--frozen')).toMatchObject({ code: 0 })
    expect(serat('show', 'sites').said).toContain('lereng')
    expect(serat('secrets', '--generate', '--secrets', ground.secretsFile).said).toContain('secrets made: 0')
    expect(await run('preview', leased({ id: 'lereng' }))).toMatchObject({ failed: false, steps: {} })
    const refused = serat('rename', 'site', 'lereng', 'puncak')
    expect([refused.code, refused.said]).toEqual([2, expect.stringContaining('a program writes circuits/program/')])
  })

  it('a new name keeps its numbers, and what the program no longer says goes', async () => {
    const had = numbersOf('lereng').map(line => line.slice(line.indexOf(': ')))
    const renamed = leased({ id: 'puncak', was: ['lereng'] })
    const { failed, said, steps } = await run('up', renamed)
    expect(failed, said).toBe(false)
    expect([existsSync(fileOf('puncak')), existsSync(fileOf('lereng'))]).toEqual([true, false])
    expect(steps).toHaveProperty('RouterConfig::puncak')
    expect(numbersOf('puncak').map(line => line.slice(line.indexOf(': ')))).toEqual(had)
  })
})
