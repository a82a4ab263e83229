import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll } from 'vitest'
import { compile } from '../compile.ts'
import { pretty } from '../diagnostic/pretty.ts'
import { hasErrors } from '../diagnostic/diagnostic.ts'
import { ledgerName } from '../source/ledger-name.ts'
import { readInventory } from '../source/read.ts'
import { addTunnelKeys, writeSecrets } from './engine.fixture.ts'
import { groundFor, type Ground } from './ground.fixture.ts'
import { places } from '../load/kinds.ts'

/**
 * What a build of an inventory would write, and the build itself: its ledger is written. Throws with the report where
 * there are errors.
 */
export async function built(inventory: string): Promise<Map<string, Buffer>> {
  const { sources, ledger } = readInventory(inventory, places)
  const compilation = compile({ sources, ledger, today: '2026-06-15', entropy: Buffer.from('0123456789abcdef') })
  if (hasErrors(compilation.diagnostics))
    throw new Error(pretty({ diagnostics: compilation.diagnostics, language: 'en', base: inventory }))
  if (compilation.ledger !== ledger) writeFileSync(join(inventory, ledgerName), compilation.ledger)
  const files = new Map<string, Buffer>()
  for (const { path, content } of compilation.artifacts) files.set(path, Buffer.from(await content()))
  return files
}

/**
 * An inventory that can be deployed: a ledger, a pair of keys for every tunnel end, a secret store with a value for
 * every name.
 */
export async function prepare({ inventory, secretsFile }: Ground): Promise<Map<string, string>> {
  const names = namesIn(await built(inventory))
  const known = readFileSync(join(inventory, ledgerName), 'utf8')
  const routers = names
    .filter(name => name.startsWith('tunnel/'))
    .map(name => name.slice('tunnel/'.length))
    .filter(router => !known.includes(`router/${router}/public-key:`))
  const tunnels = addTunnelKeys(inventory, routers)
  await built(inventory)
  const values = new Map(
    names.map((name, i) => [name, tunnels.get(name) ?? `Rhs${i}-${name.replaceAll('/', '.').slice(0, 9)}`]),
  )
  writeSecrets(secretsFile, values)
  return values
}

/** A ground for the tests of a `describe` that can be deployed, and the value of every secret in its store. */
export function preparedGroundFor(inventory: string): Prepared {
  const ground = groundFor(inventory)
  const values = new Map<string, string>()
  beforeAll(async () => {
    for (const [name, value] of await prepare(ground)) values.set(name, value)
  })
  return { ground, values }
}

interface Prepared {
  readonly ground: Ground
  readonly values: Map<string, string>
}

export function namesIn(files: ReadonlyMap<string, Buffer>): string[] {
  const names = [...files.values()].flatMap(bytes =>
    [...bytes.toString('latin1').matchAll(/<secret:([a-z0-9/-]+)>/g)].map(match => match[1] ?? ''),
  )
  return [...new Set(names)].sort()
}

/** Replaces words of a file of an inventory; throws where they are not there. */
export function edit(inventory: string, path: string, from: string | RegExp, to: string): void {
  const file = join(inventory, path)
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${path} does not hold ${from}`)
  writeFileSync(file, changed)
}
