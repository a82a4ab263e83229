import { compare } from '../../change/compare.ts'
import { compile, type Compilation } from '../../compile.ts'
import { removeLab } from '../../lab/boot/down.ts'
import { missingForLab } from '../../lab/peers.ts'
import { proveChange } from '../../lab/prove/prove.ts'
import type { Source } from '../../source/source.ts'
import { recordedChanges, withChange } from '../golden/changes/changes.fixture.ts'
import { readSites } from '../reference-intents.ts'

/**
 * `npm run test:proofs -- 3 [NAME...]`: recorded changes of the reference network, both sides of each booted in the
 * lab, so many failures held against packets, those whose effect changes first, and every site. Ten that do something
 * to service, or that must not.
 */
const today = '2026-11-02'
const usual = [
  'ring-opened',
  'route-planned',
  'backup-dropped',
  'site-retired',
  'site-renamed',
  'circuit-to-another-provider',
  'router-replaced',
  'core-port-moved',
  'vlan-outgrown',
  'guest-reopened',
]
const [, , count = '3', ...asked] = process.argv
const names = asked.length === 0 ? usual : asked
const { sources, ledger } = readSites()
const before = compiled(sources)
const missing = missingForLab()
if (missing.length > 0) throw new Error(`it needs ${missing.map(({ en }) => en).join('; ')}`)
let [refuted, proved] = [0, 0]

await removeLab()
for (const name of names) {
  const recorded = recordedChanges.find(change => change.name === name)
  if (recorded === undefined) throw new Error(`no recorded change ${name}`)
  const now = withChange(sources, recorded)
  const change = compare(before, compiled(now))
  const input = (files: readonly Source[]) => ({ sources: files, ledger, folder: name, hash: name, today })
  const began = performance.now()
  const marks = await proveChange({ before: input(sources), after: input(now) }, change, Number(count), () => undefined)
  if ('cannot' in marks) throw new Error(`${name}: ${marks.cannot.en}`)
  const all = [...marks.failures, ...marks.states, ...marks.unchanged]
  const wrong = all.filter(([, { isConfirmed }]) => !isConfirmed)
  proved += all.length - wrong.length
  refuted += wrong.length
  const seconds = Math.round((performance.now() - began) / 1000)
  const { failures, states, unchanged } = marks
  const sizes = { failures: failures.size, states: states.size, unchanged: unchanged.size }
  console.log(JSON.stringify({ name, ...sizes, seconds, wrong }))
}
console.log(JSON.stringify({ changes: names.length, proved, refuted }))
process.exitCode = refuted > 0 ? 1 : 0

function compiled(files: readonly Source[]): Compilation {
  return compile({ sources: files, ledger, today, asOf: today, entropy: new Uint8Array(16).fill(7) })
}
