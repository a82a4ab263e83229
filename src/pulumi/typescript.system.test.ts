import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { filesUnder, stackOf, stepsOf } from './engine.fixture.ts'
import { built, preparedGroundFor } from './inventory.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'
import { declaredNetwork, type Wishes } from './typescript.fixture.ts'
import { withoutFoot } from '../testing/without-foot.ts'

describeWithPulumi('a network declared in TypeScript', [], () => {
  const { ground } = preparedGroundFor('src/testing/contoh')
  let byFiles: Map<string, Buffer>

  beforeAll(async () => {
    byFiles = await built(ground.inventory)
    // From here on the program says what these files said.
    for (const path of [
      'opd/bukit.yaml',
      'opd/timur.yaml',
      'opd/utara.yaml',
      'routes/ring.yaml',
      'circuits/bukit.yaml',
    ])
      rmSync(join(ground.inventory, path))
  })

  const stack = async (wishes: Wishes): Promise<Awaited<ReturnType<typeof stackOf>>> =>
    stackOf(ground, 'ts', () => declaredNetwork(wishes))

  it('row 11: three sites, routes and a circuit in code deploy the same files as YAML', async () => {
    const { steps } = await stepsOf(async onEvent => {
      const { outputs } = await (await stack({})).up({ onEvent })
      expect(outputs['loopback']?.value).toMatch(/^10\./)
      expect(outputs['vlan']?.value).toBe(1001)
    })
    for (const urn of [
      'OpdSite::utara',
      'OpdSite::timur',
      'OpdSite::bukit',
      'FibreRoute::ring-1',
      'LeasedCircuit::ckt-bukit',
      'RouterConfig::bukit',
    ])
      expect(steps.get(urn)).toBe('create')
    const deployed = filesUnder(ground.output)
    expect([...deployed.keys()]).toEqual([...byFiles.keys()].sort())
    const plain = [...byFiles].filter(([path, bytes]) => !bytes.includes('<secret:') && path !== 'index.html')
    for (const [path, bytes] of plain) {
      const same = path.endsWith('.xlsx') ? withoutFoot : withoutPlaces
      expect(same(deployed.get(path) ?? Buffer.alloc(0)), path).toBe(same(bytes))
    }
  })

  it('row 11: a wrong value gives the diagnostic of the compiler, before the first resource', async () => {
    const said: string[] = []
    const events = await stepsOf(async onEvent =>
      (await stack({ class: 'kantor' as 'opd' }))
        .preview({ onEvent, onOutput: text => said.push(text) })
        .catch(() => {}),
    )
    expect(said.join('')).toContain('error[LOD014]: `kantor` is not a choice here')
    expect(said.join('')).toMatch(/typescript\.fixture\.ts:\d+:\d+/)
    expect([...events.steps].filter(([, op]) => op !== 'refresh')).toEqual([])
  })

  it('row 11: a rule speaks about what code declares', async () => {
    const said: string[] = []
    await (await stack({ latitude: -7.99 })).preview({ onOutput: text => said.push(text) }).catch(() => {})
    expect(said.join('')).toMatch(/error\[GEO\d{3}\]|warning\[GEO\d{3}\]/)
  })
})

/** The operands of money name files and lines, and what a program declares has its own. */
function withoutPlaces(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/"file": "[^"]*"|"line": \d+/g, 'place')
}
