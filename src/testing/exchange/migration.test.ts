import { expect, test } from 'vitest'
import { compile, type Compilation } from '../../compile.ts'
import { compareRunning } from '../../exchange/running/compare.ts'
import { saidIn } from '../../exchange/running/said.ts'
import { proposedFiles } from '../../exchange/write/files.ts'
import { places } from '../../load/kinds.ts'
import { prefixText } from '../../model/ip.ts'
import { readInventory } from '../../source/read.ts'
import type { Source } from '../../source/source.ts'
import { imported, knownOf } from './base.ts'

const inventory = readInventory('sites', places)

function compiled(sources: readonly Source[]): Compilation {
  return compile({
    sources,
    ledger: inventory.ledger,
    documents: inventory.documents,
    today: '2026-11-02',
    entropy: new Uint8Array(16),
  })
}

const now = compiled(inventory.sources)
const routers = [...(now.network?.sites.values() ?? [])]
  .filter(
    ({ declared, router }) =>
      declared.class === 'opd' &&
      router.declared.platform === 'routeros' &&
      typeof segmentOf(declared.segments['data']) === 'number',
  )
  .slice(0, 12)
  .map(({ id }) => id)

function segmentOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'hosts' in data && Object.keys(data).length === 1
    ? data.hosts
    : data
}

/** The network that runs: twelve offices have a data prefix that somebody chose years ago. */
const chosen = new Map(
  routers.map((id, i) => [id, `10.39.${100 + i}.0/${now.plan?.segments.get(`${id}/data`)?.v4.length}`] as const),
)
const running = compiled(
  inventory.sources.map(({ path, text }) => {
    const v4 = chosen.get(path.replace(/^opd\/|\.yaml$/g, ''))
    return {
      path,
      text: v4 === undefined ? text : text.replace(/^ {2}data: (\d+)$/m, `  data: { hosts: $1, v4: ${v4} }`),
    }
  }),
)

/** What hands have changed on the routers since, thirty in all: of each kind of thing a few. */
const differences: readonly (readonly [RegExp, string])[] = [
  [/^(\/system note set .*)note="/m, '$1note="Lama. '],
  [/servers=10\.33\.16\.53/, 'servers=8.8.8.8'],
  [/^(\/ip dns set.*\n)/m, '$1/ip route add dst-address=172.30.0.0/16 gateway=10.36.0.9\n'],
]

test('twelve running routers come in: their addresses do not move, and each of thirty differences is named, and nothing else', async () => {
  expect(routers).toHaveLength(12)
  const planted: string[] = []
  const exports = new Map<string, string>()
  for (const [i, id] of routers.entries()) {
    const [artifact] = running.drafts([id])
    let text = String(artifact?.content())
    for (const [k, [from, to]] of differences.entries()) {
      if ((i + k) % 6 === 0) continue
      const changed = text.replace(from, to)
      expect([id, k, changed === text]).toEqual([id, k, false])
      planted.push(`${id} ${k}`)
      text = changed
    }
    exports.set(`${id}.rsc`, text)
  }
  expect(planted).toHaveLength(30)

  const known = knownOf(inventory.sources, inventory.ledger)
  const proposal = await imported(
    new Map([...exports].map(([name, text]) => [name, Buffer.from(text.replaceAll('\n', '\r\n'))])),
    known,
  )
  const files = proposedFiles(proposal.drafts, known.network)
  const written = new Set(files.map(({ path }) => path))
  expect([...written].sort()).toEqual(routers.map(id => `opd/${id}.yaml`).sort())
  const after = compiled([...inventory.sources.filter(({ path }) => !written.has(path)), ...files])
  expect(after.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual([])
  for (const [id, v4] of chosen) {
    const planned = after.plan?.segments.get(`${id}/data`)?.v4
    expect([id, planned === undefined ? '' : prefixText(planned)]).toEqual([id, v4])
  }
  const told = routers.map(id => {
    const [artifact] = after.drafts([id])
    const ours = saidIn(`${id}.rsc`, String(artifact?.content()))
    const { contradicted, unknown, missing, moved } = compareRunning(
      saidIn(`${id}.rsc`, exports.get(`${id}.rsc`) ?? '').sentences,
      ours.sentences,
    )
    expect([id, missing, moved]).toEqual([id, [], []])
    return contradicted.length + unknown.length
  })
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(30)
})
