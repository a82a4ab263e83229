import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { execute } from '../testing/namespace.ts'
import { editedRouters, type Edited } from '../testing/changing/edits.ts'
import { itemsOf } from '../platforms/routeros/script/configuration.ts'
import { StandInRouter } from '../testing/routeros-stand-in/device.ts'
import { startStandIn, type StandInServer } from '../testing/routeros-stand-in/server.ts'
import type { Secrets } from './secrets/template.ts'
import { routerosTarget } from './targets/routeros.ts'
import { sshSettings } from './targets/ssh-settings.ts'
import type { Target, Unit } from './targets/target.ts'

/** The target against a stand-in: no device has met either. */
const folder = mkdtempSync(join(tmpdir(), 'serat-routeros-'))
for (const name of ['host', 'other', 'identity'])
  execute('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(folder, name))
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const minutes = (count: number): number => count * 60

const textOf = (files: Edited['before']): string => [...files.values()].join('\n')
const edited = [2, 5, 8]
  .flatMap(seed => editedRouters('routeros', seed))
  .find(({ before, after }) => accountIn(textOf(before)) === accountIn(textOf(after)))
if (edited === undefined) throw new Error('no edit')
const [old, next] = [textOf(edited.before), textOf(edited.after)]
const user = accountIn(old)
const { model, router: id } = edited

function accountIn(text: string): string {
  return /^(?:\/user )?add name=(\S+) group=full/m.exec(text)?.[1] ?? ''
}

let values: Map<string, string>
let router: StandInRouter
let server: StandInServer
let target: Target
let answers: () => boolean
const secrets: Secrets = { of: name => values.get(name) ?? 'A'.repeat(43) + '=', all: () => values }

function isArmed(): boolean {
  const schedulers = itemsOf(router.configuration(), '/system scheduler')
  return schedulers.some(({ values: own }) => own.get('name')?.startsWith('serat-take-back') === true)
}

function unit(text: string): Unit {
  const forms = [...text.matchAll(/<secret:[a-z0-9/-]+>/g)].map(() => 'routeros')
  const lasting = model.lastingFolder === undefined ? {} : { lastingFolder: model.lastingFolder }
  const files = new Map([[`${id}.rsc`, { text: text.endsWith('\n') ? text : `${text}\n`, forms }]])
  return {
    name: id,
    folder: `routers/${id}`,
    files,
    binaries: new Map(),
    address: '127.0.0.1',
    triesImports: true,
    ...lasting,
  }
}

function reach(own: Partial<{ identity: string; hostKey: string; readUser: string }> = {}): Target {
  writeFileSync(
    join(folder, 'known_hosts'),
    `[127.0.0.1]:${server.port} ${read(`${own.hostKey ?? 'host'}.pub`)
      .split(' ')
      .slice(0, 2)
      .join(' ')}\n`,
  )
  return routerosTarget(
    sshSettings.parse({
      user,
      ...(own.readUser === undefined ? {} : { readUser: own.readUser }),
      port: server.port,
      identityFile: join(folder, own.identity ?? 'identity'),
      knownHostsFile: join(folder, 'known_hosts'),
      connectSeconds: 3,
      confirmSeconds: 8,
    }),
  )
}

beforeEach(async () => {
  values = new Map()
  answers = () => true
  router = new StandInRouter(model)
  router.type(`/user add name=${user} group=full`)
  router.put('key.pub', read('identity.pub'))
  router.type(`/user ssh-keys import public-key-file=key.pub user=${user}`)
  server = await startStandIn(router, {
    hostKey: read('host'),
    deployer: read('identity.pub'),
    answers: () => answers(),
  })
  target = reach()
})
afterEach(() => server.stop())
afterAll(() => rmSync(folder, { recursive: true }))

async function drift(text: string): Promise<string[]> {
  const found = await target.read(unit(text), secrets)
  if (found.kind !== 'there') return [found.kind]
  return (found.files.get(`${id}.rsc`) ?? '')
    .slice(unit(text).files.get(`${id}.rsc`)?.text.length)
    .split('\n')
    .filter(line => line !== '')
}

describe('a router that holds nothing of ours', () => {
  it('loads the whole file, is confirmed, and keeps no file of it', async () => {
    expect(await drift(old)).toEqual(['gone'])
    await target.apply(unit(old), undefined, secrets)
    expect(await drift(old)).toEqual([])
    expect(isArmed()).toBe(false)
    expect([...router.files.keys()]).toEqual([])
    expect(itemsOf(router.configuration(), '/user').map(({ values: own }) => own.get('name'))).not.toContain('admin')
  })
  it('is left alone without the public half of the key that would confirm it', async () => {
    const bare = join(folder, 'bare')
    writeFileSync(bare, read('identity'), { mode: 0o600 })
    await expect(reach({ identity: 'bare' }).apply(unit(old), undefined, secrets)).rejects.toThrow(/public half/)
    expect(router.restarts).toBe(0)
  })
})

describe('a live router', () => {
  beforeEach(async () => {
    await target.apply(unit(old), undefined, secrets)
  })
  it('is changed by a script, confirmed, and changed back', async () => {
    await target.apply(unit(next), unit(old), secrets)
    expect(await drift(next)).toEqual([])
    expect([...router.files.keys()]).toEqual([])
    await target.apply(unit(old), unit(next), secrets)
    expect(await drift(old)).toEqual([])
    expect(router.restarts).toBe(1)
  })
  it('shows what somebody changed by hand, and brings it back', async () => {
    router.type('/ip firewall filter add chain=input action=accept comment="by hand"')
    router.type('/ip service set telnet disabled=no')
    expect((await drift(old)).join('\n')).toMatch(
      /runs and is not declared: \/ip firewall filter chain=input comment=by hand/,
    )
    expect((await drift(old)).join('\n')).toMatch(/is another: \/ip service name=telnet: disabled/)
    await target.apply(unit(old), unit(old), secrets)
    expect(await drift(old)).toEqual([])
    expect(isArmed()).toBe(false)
  })
  it('shows a secret that has a new value, and neither value', async () => {
    const secret = /auth-key="<secret:([a-z0-9/-]+)>"/.exec(old)?.[1] ?? ''
    values.set(secret, 'kunci-baru-0002')
    expect((await drift(old)).join('\n')).toMatch(/is another: .*auth-key/)
    expect((await drift(old)).join('\n')).not.toContain('kunci-baru')
  })
  it('takes back by itself what cut management, with nobody there to ask it to', async () => {
    const before = JSON.stringify([...router.configuration().menus].map(([menu, items]) => [menu, items.length]))
    answers = () => !isArmed()
    await expect(target.apply(unit(next), unit(old), secrets)).rejects.toThrow(/takes back by itself/)
    expect(answers()).toBe(false)
    router.passes(minutes(16))
    expect(answers()).toBe(true)
    expect(JSON.stringify([...router.configuration().menus].map(([menu, items]) => [menu, items.length]))).toBe(before)
    answers = () => true
    await target.apply(unit(next), unit(old), secrets)
    expect(await drift(next)).toEqual([])
  })
  it('whose host key has changed is told nothing any more', async () => {
    await server.stop()
    server = await startStandIn(router, { hostKey: read('other'), deployer: read('identity.pub'), answers })
    const [changes, files] = [router.changes, router.files.size]
    await expect(reach().apply(unit(next), unit(old), secrets)).rejects.toThrow(/nothing was changed/)
    expect(await reach().read(unit(old), secrets)).toMatchObject({ kind: 'unknown' })
    expect([server.commands(), router.changes, router.files.size]).toEqual([0, changes, files])
  })
  it('is read by an account that may only read', async () => {
    router.put('reader.pub', read('identity.pub'))
    router.type('/user ssh-keys import public-key-file=reader.pub user=noc-ro')
    const reader = reach({ readUser: 'noc-ro' })
    const before = server.commands()
    const found = await reader.read(unit(old), secrets)
    expect(found).toMatchObject({ kind: 'there' })
    expect([server.commands() - before, [...server.users()].at(-1)]).toEqual([1, 'noc-ro'])
    router.type('/user ssh-keys remove [find user=noc-ro]')
    expect(await reader.read(unit(old), secrets)).toMatchObject({ kind: 'unknown' })
  })
})

describe('nothing is sent', () => {
  it('to a router with another host key', async () => {
    await expect(reach({ hostKey: 'other' }).apply(unit(old), undefined, secrets)).rejects.toThrow(
      /nothing was changed/,
    )
    expect([server.commands(), router.files.size]).toEqual([0, 0])
  })
  it('for a key that the router does not know', async () => {
    await expect(reach({ identity: 'other' }).apply(unit(old), undefined, secrets)).rejects.toThrow(
      /nothing was changed/,
    )
    expect([server.commands(), router.files.size]).toEqual([0, 0])
  })
})
