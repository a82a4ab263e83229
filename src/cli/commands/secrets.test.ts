import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ground, serat, type Ground } from './ground.fixture.ts'

interface Told {
  readonly secrets: readonly {
    readonly secret: string
    readonly state: string
    readonly maker: string
    readonly former: readonly string[]
    readonly users: readonly string[]
  }[]
  readonly retired: readonly string[] | null
}

async function told(at: Ground, ...args: string[]): Promise<Told> {
  return JSON.parse((await serat(at, 'secrets', '--format', 'json', ...args)).out) as Told
}

const storeOf = ({ store }: Ground): Record<string, string> =>
  parse(readFileSync(store, 'utf8')) as Record<string, string>

test('without a store every name stands there, with who uses it, and none was checked', async () => {
  const at = ground('nameless')
  const { code, out, err } = await serat(at, 'secrets')
  expect(code).toBe(0)
  expect(out).toMatch(/users\/darurat\/router\/utara +not checked +serat secrets --generate +utara/)
  expect(err).toContain('no store is named')
})

test('what may be made here is made, fits every place, and is made once', async () => {
  const at = ground('made')
  const first = await serat(at, 'secrets', '--secrets', at.store, '--generate')
  expect(first.code).toBe(0)
  expect(first.err).toContain('public halves of tunnel keys to sites/allocations.lock.yaml: 3')
  const values = storeOf(at)
  expect(statSync(at.store).mode & 0o777).toBe(0o600)
  for (const [name, value] of Object.entries(values)) {
    expect(value).toMatch(name.startsWith('tunnel/') ? /^[A-Za-z0-9+/]{43}=$/ : /^[A-Za-z0-9]{16,24}$/)
    expect(first.out + first.err).not.toContain(value)
  }
  for (const [name, value] of Object.entries(values)) if (name.includes('/md5/')) expect(value.length).toBe(16)
  expect((await serat(at, 'keys', '--secrets', at.store)).err).toContain('that are there already: 3')
  expect(storeOf(at)).toEqual(values)
  const { code, err } = await serat(at, 'secrets', '--secrets', at.store, '--generate')
  expect(code).toBe(0)
  expect(err).toContain('secrets made: 0')
  expect(storeOf(at)).toEqual(values)
})

test("a store's folder that is not there is made for its owner alone, and no tree above it", async () => {
  const at = ground('no-folder')
  const own = (name: string): string => join(at.folder, name, 'secrets.yaml')
  const config = { 'serat:storeFile': own('of-stack') }
  writeFileSync(join(at.folder, 'stacks/Pulumi.satu.yaml'), JSON.stringify({ config }))
  expect((await serat(at, 'secrets', '--secrets', own('looked-at'))).err).toContain('there is no such folder')
  expect((await serat(at, 'secrets', '--secrets', own('a/b'), '--generate')).err).toContain('there is no such folder')
  expect(readdirSync(at.folder)).not.toContain('a')
  expect(readdirSync(at.folder)).not.toContain('looked-at')
  await serat(at, 'keys', '--secrets', own('of-keys'))
  await serat(at, 'secrets', '--secrets', own('told'), '--generate')
  await serat(at, 'secrets', '--generate')
  for (const name of ['of-keys', 'told', 'of-stack']) {
    expect(statSync(join(at.folder, name)).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(at.folder, name))).toEqual(['secrets.yaml'])
  }
})

test('a name that is taken away is missing, one that nothing uses is retired, one of before is told as such', async () => {
  const at = ground('changed')
  await serat(at, 'secrets', '--secrets', at.store, '--generate')
  const values = storeOf(at)
  const name = 'users/darurat/router/utara'
  delete values[name]
  values['users/lama'] = 'rahasia-lama'
  writeFileSync(at.store, JSON.stringify(values), { mode: 0o600 })
  const now = await told(at, '--secrets', at.store)
  expect(now.secrets.filter(({ state }) => state === 'missing').map(({ secret }) => secret)).toEqual([name])
  expect(now.retired).toEqual(['users/lama'])
  await serat(at, 'build')
  await serat(at, 'rename', 'site', 'timur', 'dinkes')
  const renamed = (await told(at, '--secrets', at.store)).secrets.filter(({ state }) => state === 'renamed')
  expect(renamed).toContainEqual(
    expect.objectContaining({ secret: 'users/darurat/router/dinkes', former: ['users/darurat/router/timur'] }),
  )
  expect((await told(at, '--secrets', at.store)).retired).toEqual(['users/lama'])
})

test('a tunnel key whose private half is gone is told, and the rest is made', async () => {
  const at = ground('halved')
  await serat(at, 'keys', '--secrets', at.store)
  const { 'tunnel/bukit': gone, ...left } = storeOf(at)
  writeFileSync(at.store, JSON.stringify(left), { mode: 0o600 })
  const { code, err } = await serat(at, 'secrets', '--secrets', at.store, '--generate')
  expect([code, gone]).toEqual([1, expect.any(String)])
  expect(err).toContain('bukit: the ledger has its public half, but the store lacks the private one')
  expect(storeOf(at)).toMatchObject({ ...left, 'users/darurat/router/bukit': expect.any(String) as unknown })
})

test('a store of a stack behind commands, name by name and as a whole', async () => {
  const at = ground('commands')
  const script = join(at.folder, 'private/store.sh')
  writeFileSync(
    script,
    `#!/bin/sh
cd "$(dirname "$0")"
mkdir -p each
case $1 in
  get) [ ! -f locked ] && cat "each/$(echo "$2" | tr / .)" 2>/dev/null ;;
  put) cat > "each/$(echo "$2" | tr / .)" ;;
  list) ls each | tr . / ;;
  all) cat whole.json ;;
  save) cat > whole.json ;;
esac
`,
  )
  chmodSync(script, 0o700)
  writeFileSync(join(at.folder, 'private/whole.json'), '{"users/lama": "x"}')
  const stack = (name: string, words: object): void =>
    writeFileSync(
      join(at.folder, `stacks/Pulumi.${name}.yaml`),
      JSON.stringify({ config: { 'serat:storeCommand': words } }),
    )
  const byName = { read: [script, 'get', '{name}'], write: [script, 'put', '{name}'] }
  stack('satu', { ...byName, list: [script, 'list'] })
  stack('semua', { read: [script, 'all'], write: [script, 'save'] })
  expect((await serat(at, 'secrets')).err).toContain('several stacks have this inventory')
  for (const name of ['satu', 'semua']) {
    rmSync(join(at.folder, 'sites/allocations.lock.yaml'), { force: true })
    await serat(at, 'secrets', '--stack', name, '--generate')
    const { secrets, retired } = await told(at, '--stack', name)
    expect(secrets.filter(({ state }) => state !== 'there')).toEqual([])
    expect(readFileSync(join(at.folder, 'sites/allocations.lock.yaml'), 'utf8')).toMatch(/router\/bukit\/public-key: /)
    expect(retired).toEqual(name === 'satu' ? [] : ['users/lama'])
  }
  // Locked, or with no list, a store looks as if it had nothing: it stays as it is.
  const each = (): string[] =>
    readdirSync(join(at.folder, 'private/each')).map(file =>
      readFileSync(join(at.folder, 'private/each', file), 'utf8'),
    )
  const had = each()
  writeFileSync(join(at.folder, 'private/locked'), '')
  stack('tanpa-daftar', byName)
  for (const [name, why] of [
    ['satu', 'is it locked?'],
    ['tanpa-daftar', 'names no `list`'],
  ] as const) {
    const { code, err } = await serat(at, 'secrets', '--stack', name, '--generate')
    expect([code, err]).toEqual([2, expect.stringContaining(why)])
    expect(each()).toEqual(had)
  }
  stack('rusak', { read: [join(at.folder, 'nowhere'), 'x'] })
  const broken = await serat(at, 'secrets', '--stack', 'rusak')
  expect(broken.code).toBe(2)
  expect(broken.err).toContain('cannot be run (no such file or folder)')
}, 120_000)
