import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { parseLedger } from '../../plan/ledger.ts'
import { realDisk } from '../disk/disk.ts'
import { listening, type Heard } from '../heard.fixture.ts'
import { compileInventory } from '../inventory.ts'
import { keyEnds } from '../keys/ends.ts'
import { fileStore } from '../keys/key-store.ts'
import type { makeKeys } from '../keys/make-keys.ts'
import { publicKeyOf } from '../keys/tunnel-key.ts'
import { isRefusal } from '../shell/refusal.ts'
import { serat, type Ground } from './ground.fixture.ts'

export const withTunnels = ['bukit', 'core-1', 'core-2']

/** Also holds for every call that nothing told a private half. */
export async function keys(where: Ground, ...args: string[]): Promise<Heard> {
  const outcome = await serat(where, 'keys', '--secrets', 'private/secrets.yaml', ...args)
  for (const value of Object.values(secretsOf(where))) expect(outcome.out + outcome.err).not.toContain(value)
  return outcome
}

export function secretsOf({ store }: Ground): Record<string, string> {
  return existsSync(store) ? (parse(readFileSync(store, 'utf8')) as Record<string, string>) : {}
}

export function publicKeysOf({ ledger }: Ground): Record<string, string> {
  const { value, diagnostics } = parseLedger(existsSync(ledger) ? readFileSync(ledger, 'utf8') : '')
  expect(diagnostics).toEqual([])
  const found = [...value.entries].flatMap(([key, entry]) =>
    key.endsWith('/public-key') && entry.retired === undefined ? [[key.split('/')[1] ?? '', entry.value] as const] : [],
  )
  return Object.fromEntries(found)
}

/** Every public half in the ledger is that of the private half in the store. */
export function expectWhole(where: Ground, routers = withTunnels): void {
  const secrets = secretsOf(where)
  expect(publicKeysOf(where)).toEqual(
    Object.fromEntries(routers.map(router => [router, publicKeyOf(secrets[`tunnel/${router}`] ?? '')])),
  )
  expect(statSync(where.store).mode & 0o777).toBe(0o600)
}

export function change(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(path, 'utf8')
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${path} has no ${from}`)
  writeFileSync(path, changed)
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}

/** What the command hands to `makeKeys`. */
export function jobOf({ folder, store, ledger }: Ground, disk = realDisk): Parameters<typeof makeKeys>[0] {
  const compiled = compileInventory(
    listening({ cwd: folder }).shell(),
    { inventory: undefined, 'as-of': undefined },
    () => {},
  )
  if (isRefusal(compiled) || compiled.compilation.plan === undefined) throw new Error('the example compiles')
  const opened = fileStore(store, 'private/secrets.yaml', disk)
  if (isRefusal(opened)) throw new Error(opened.refused.en)
  return {
    ends: keyEnds(compiled.compilation.plan),
    renew: false,
    store: opened,
    ledgerPath: ledger,
    ledger: compiled.inventory.ledger,
  }
}
