import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeKeys } from '../keys/make-keys.ts'
import { isRefusal } from '../shell/refusal.ts'
import { ground, serat } from './ground.fixture.ts'
import { change, jobOf, expectWhole, filesBelow, keys, publicKeysOf, secretsOf, withTunnels } from './keys.fixture.ts'

let hostile = 0

describe('makes', () => {
  test('a pair for every router that ends tunnels, and a build puts the public halves in place', async () => {
    const where = ground('whole')
    expect((await serat(where, 'build')).out).toContain(
      'routers without a tunnel key: 3; before a deployment make them with `serat secrets --generate`',
    )
    expect(
      filesBelow(join(where.folder, 'out')).some(path => readFileSync(path, 'utf8').includes('<public-key:')),
    ).toBe(true)
    const made = await keys(where)
    expect(made).toMatchObject({ code: 0, out: 'bukit: made\ncore-1: made\ncore-2: made\n' })
    expect(made.err).toContain('public halves to sites/allocations.lock.yaml: 3; run `serat build`')
    expectWhole(where)
    expect(await serat(where, 'check', '--frozen')).toMatchObject({ code: 0 })
    const built = await serat(where, 'build')
    expect(built.code).toBe(0)
    expect(built.out).not.toContain('tunnel key')
    const paths = filesBelow(join(where.folder, 'out'))
    const texts = paths.map(path => readFileSync(path, 'latin1'))
    // The page carries the compiler, which knows the word.
    expect(texts.filter((text, i) => text.includes('<public-key:') && !paths[i]?.endsWith('index.html'))).toEqual([])
    for (const key of Object.values(publicKeysOf(where))) expect(texts.some(text => text.includes(key))).toBe(true)
    for (const key of Object.values(secretsOf(where))) expect(texts.some(text => text.includes(key))).toBe(false)
    expectWhole(where)
    expect(readdirSync(join(where.folder, 'private'))).toEqual(['secrets.yaml'])
  })

  test('nothing where all are there, and says so', async () => {
    const where = ground('again')
    await keys(where)
    const before = [where.store, where.ledger].map(path => readFileSync(path, 'utf8'))
    expect(await keys(where)).toMatchObject({
      code: 0,
      out: '',
      err: 'tunnel keys that are there already: 3; nothing was changed\n',
    })
    expect(await keys(where, 'bukit', 'timur')).toMatchObject({
      code: 0,
      out: 'bukit: is there already, left as it is\ntimur: no encrypted tunnel ends here\n',
    })
    expect(await keys(where, 'timur', '--lang', 'id')).toMatchObject({
      code: 0,
      out: 'timur: tidak ada terowongan terenkripsi yang berakhir di sini\n',
      err: 'tidak ada kunci yang perlu dibuat\n',
    })
    expect([where.store, where.ledger].map(path => readFileSync(path, 'utf8'))).toEqual(before)
  })

  test('only those of the routers that are named', async () => {
    const where = ground('named')
    expect(await keys(where, 'core-2', 'bukit', 'core-2')).toMatchObject({
      code: 0,
      out: 'bukit: made\ncore-2: made\n',
    })
    expectWhole(where, ['bukit', 'core-2'])
    await keys(where)
    expectWhole(where)
  })

  test('what the store has already is taken, and everything else in it stays', async () => {
    const where = ground('stored')
    const own = 'QPfi1KN0CKhZ4RyPjaKMMlJRcRgxEhq5yWUFoj1TiVU='
    await serat(where, 'build')
    writeFileSync(where.store, `# dari rapat\nospf/backbone: 'kunci'\ntunnel/bukit: ${own} # dari router\n`, {
      mode: 0o600,
    })
    expect(await keys(where)).toMatchObject({
      code: 0,
      out: 'bukit: was in the store; its public half is recorded now\ncore-1: made\ncore-2: made\n',
    })
    expectWhole(where)
    expect(readFileSync(where.store, 'utf8')).toContain(
      `# dari rapat\nospf/backbone: 'kunci'\ntunnel/bukit: ${own} # dari router\n`,
    )
  })

  test('the shared key of a circuit whose tunnels are IPsec', async () => {
    const where = ground('ipsec')
    change(join(where.folder, 'sites/circuits/bukit.yaml'), 'role: primary', 'role: primary\ntunnel: gre-ipsec')
    const { code, out } = await keys(where, '--format', 'json')
    expect({ code, ...(JSON.parse(out) as object) }).toEqual({
      code: 0,
      secrets: 'private/secrets.yaml',
      ledger: 'sites/allocations.lock.yaml',
      routers: [],
      without_tunnels: [],
      circuits: [{ circuit: 'ckt-bukit', state: 'made', secret: 'tunnel/ckt-bukit', routers: withTunnels }],
    })
    expect(secretsOf(where)).toEqual({ 'tunnel/ckt-bukit': expect.stringMatching(/^[A-Za-z0-9]{40}$/) })
    expect(existsSync(where.ledger)).toBe(false)
    const [before] = Object.values(secretsOf(where))
    expect((await keys(where, 'core-1')).out).toBe(
      'ckt-bukit (IPsec, bukit, core-1, core-2): is there already, left as it is\n',
    )
    expect((await keys(where, 'core-1', '--renew')).out).toBe('ckt-bukit (IPsec, bukit, core-1, core-2): renewed\n')
    expect(Object.values(secretsOf(where))).not.toEqual([before])
  })

  test('JSON names public halves and far ends', async () => {
    const where = ground('json')
    const { out } = await keys(where, '--format', 'json', 'bukit', 'timur')
    expect(JSON.parse(out)).toMatchObject({
      routers: [
        {
          router: 'bukit',
          state: 'made',
          secret: 'tunnel/bukit',
          public_key: publicKeysOf(where)['bukit'],
          far_ends: ['core-1', 'core-2'],
        },
      ],
      without_tunnels: ['timur'],
    })
  })
})

describe('renews', () => {
  test('the pairs of named routers, and says whose configurations change', async () => {
    const where = ground('renewed')
    await keys(where)
    const before = publicKeysOf(where)
    const { code, out, err } = await keys(where, '--renew', 'bukit')
    expect({ code, out }).toEqual({
      code: 0,
      out: 'bukit: renewed; configurations that change with it: core-1, core-2\n',
    })
    expect(err).toContain('deploy them together')
    expectWhole(where)
    const { bukit, ...others } = publicKeysOf(where)
    expect(bukit).not.toBe(before['bukit'])
    expect({ bukit: before['bukit'], ...others }).toEqual(before)
  })

  test('no router that is not named', async () => {
    const where = ground('unnamed')
    expect(await keys(where, '--renew')).toMatchObject({ code: 2, err: expect.stringContaining('name the routers') })
    expect(existsSync(where.store)).toBe(false)
  })
})

describe('a renamed router', () => {
  test('keeps its pair; the private half is found under the name before', async () => {
    const where = ground('moved')
    await serat(where, 'build')
    await keys(where)
    const before = publicKeysOf(where)
    const site = join(where.folder, 'sites/opd/bukit.yaml')
    writeFileSync(
      join(where.folder, 'sites/opd/gunung.yaml'),
      readFileSync(site, 'utf8').replace('site: bukit', 'site: gunung\nwas: [bukit]'),
    )
    rmSync(site)
    change(join(where.folder, 'sites/circuits/bukit.yaml'), 'id: bukit', 'id: gunung')
    expect(await keys(where)).toMatchObject({
      code: 0,
      out: 'gunung: was in the store under another name; copied to this one\n',
    })
    expect(await serat(where, 'build')).toMatchObject({ code: 0 })
    expect(publicKeysOf(where)).toEqual({
      'core-1': before['core-1'],
      'core-2': before['core-2'],
      gunung: before['bukit'],
    })
    expectWhole(where, ['core-1', 'core-2', 'gunung'])
  })
})

describe('refuses', () => {
  test('a router that does not exist, with a near name; nothing is written', async () => {
    const where = ground('unknown')
    expect(await keys(where, 'buki', 'core-1')).toMatchObject({
      code: 2,
      out: '',
      err: 'there is no router buki; did you mean bukit?; nothing was written\n',
    })
    expect(existsSync(where.store)).toBe(false)
  })

  test.each([
    '__proto__',
    'constructor',
    '../../etc/passwd',
    'core-1/../core-2',
    '',
    ' ',
    '\u001b[2Jbukit',
    'bukit\ncore-1',
    'tunnel/bukit',
    '*',
    '\u202ebukit',
    'x'.repeat(5000),
  ])('the name %j', async name => {
    const where = ground(`hostile-${hostile++}`)
    const { code, out, err } = await keys(where, name)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).not.toMatch(/[\u001b\u202e]|fault of this program/)
    expect([existsSync(where.store), existsSync(where.ledger)]).toEqual([false, false])
  })

  test('a missing --secrets, a store that others can read, one in a repository', async () => {
    const where = ground('stores')
    expect(await serat(where, 'keys')).toMatchObject({ code: 2, err: expect.stringContaining('--secrets FILE') })
    writeFileSync(where.store, 'a: "b"\n')
    chmodSync(where.store, 0o640)
    expect(await keys(where)).toMatchObject({ code: 2, err: expect.stringContaining('chmod 600 private/secrets.yaml') })
    mkdirSync(join(where.folder, 'private/.git'))
    expect(await keys(where)).toMatchObject({ code: 2, err: expect.stringContaining('Git repository') })
    expect(await serat(where, 'keys', '--secrets', 'sites/secrets.yaml', '--lang', 'id')).toMatchObject({
      code: 2,
      err: expect.stringContaining('di folder inventaris'),
    })
    expect([readFileSync(where.store, 'utf8'), existsSync(where.ledger)]).toEqual(['a: "b"\n', false])
    expect(readdirSync(join(where.folder, 'sites')).filter(name => name.startsWith('.'))).toEqual([])
  })

  test('an inventory with errors, and a ledger that cannot be read', async () => {
    const where = ground('broken')
    writeFileSync(where.ledger, 'format: 1\n<<<<<<< HEAD\n')
    expect(await keys(where)).toMatchObject({ code: 1, err: expect.stringContaining('run `serat check`') })
    expect([readFileSync(where.ledger, 'utf8'), existsSync(where.store)]).toEqual(['format: 1\n<<<<<<< HEAD\n', false])
  })

  test('a router and a circuit that would share one secret', () => {
    const where = ground('doubled')
    const job = jobOf(where)
    const refused = makeKeys({
      ...job,
      ends: {
        ...job.ends,
        shared: [{ circuit: 'core-1', secret: 'tunnel/core-1', formerSecrets: [], routers: ['core-1'] }],
      },
    })
    expect(isRefusal(refused) && refused.refused.en).toContain(
      'secret tunnel/core-1 would serve a router and a circuit',
    )
    expect(existsSync(where.store)).toBe(false)
  })
})

describe('is wrong, and left', () => {
  test('a private half that is gone, and one that is no key: exit 1, the others are made', async () => {
    const where = ground('lost')
    await keys(where, 'bukit', 'core-1')
    const { bukit } = publicKeysOf(where)
    writeFileSync(where.store, 'tunnel/core-1: "rusak"\n', { mode: 0o600 })
    const { code, out } = await keys(where)
    expect(code).toBe(1)
    expect(out).toMatch(
      /^bukit: the ledger has its public half, but the store lacks the private one.*\ncore-1: what the store has is no WireGuard key.*\ncore-2: made\n$/,
    )
    expect(publicKeysOf(where)['bukit']).toBe(bukit)
    expect(secretsOf(where)).toMatchObject({ 'tunnel/core-1': 'rusak' })
    await keys(where, '--renew', 'bukit', 'core-1')
    expectWhole(where)
    expect(await keys(where)).toMatchObject({ code: 0 })
  })
})
