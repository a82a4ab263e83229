import { mkdtempSync, rmSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import grpc from '@grpc/grpc-js'
import providerGrpc from '@pulumi/pulumi/proto/provider_grpc_pb.js'
import rpc from '@pulumi/pulumi/proto/provider_pb.js'
import empty from 'google-protobuf/google/protobuf/empty_pb.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import struct from 'google-protobuf/google/protobuf/struct_pb.js'
import { purposeOfRun } from './purpose.ts'
import { received, sent, unknownValue, type Properties } from './properties.ts'
import { methods } from './server.ts'
import { resourceProvider } from './service.ts'

/** The contract with the engine, message by message, as the pinned SDK puts it. */
const urn = 'urn:pulumi:uji::serat::serat:index:Network$serat:index:RouterConfig::a'
const inputs = { router: 'a', target: 'file', files: { 'a.rsc': 'x\n' }, forms: {} }
const warnings: string[] = []
let server: grpc.Server
let client: InstanceType<typeof providerGrpc.ResourceProviderClient>
let root: string

beforeAll(async () => {
  root = join(mkdtempSync(join(tmpdir(), 'serat-provider-')), 'output')
  server = new grpc.Server()
  server.addService(
    resourceProvider,
    methods('1.2.3', {
      log: { warning: (_urn, message) => void warnings.push(message) },
      run: purposeOfRun({ processId: process.pid, address: 'test' }),
    }),
  )
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    ),
  )
  client = new providerGrpc.ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure())
  await call<rpc.ConfigureResponse>(
    'configure',
    new rpc.ConfigureRequest().setArgs(values({ root, stack: 'serat/uji' })),
  )
})

afterAll(() => {
  client.close()
  server.forceShutdown()
  rmSync(join(root, '..'), { recursive: true, force: true })
})

type Call = (request: unknown, callback: (error: Error | null, response: unknown) => void) => void

function call<Response>(method: string, request: unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    const invoke = (client as unknown as Readonly<Record<string, Call>>)[method] as Call
    invoke.call(client, request, (error, response) => (error === null ? resolve(response as Response) : reject(error)))
  })
}

/** Written and read as the SDK does it, so that what the provider does by itself is held against that. */
function values(given: Properties): struct.Struct {
  return struct.Struct.fromJavaScript(given as Record<string, struct.JavaScriptValue>)
}

function plain(found: struct.Struct | undefined): Properties {
  return found?.toJavaScript() ?? {}
}

const diff = (olds: Properties, news: Properties): Promise<rpc.DiffResponse> =>
  call('diff', new rpc.DiffRequest().setUrn(urn).setOldInputs(values(olds)).setNews(values(news)))

it('shakes hands and says that it keeps secrets', async () => {
  expect(
    (await call<rpc.ProviderHandshakeResponse>('handshake', new rpc.ProviderHandshakeRequest())).getAcceptSecrets(),
  ).toBe(true)
  expect((await call<{ getVersion: () => string }>('getPluginInfo', new empty.Empty())).getVersion()).toBe('1.2.3')
})

it('fills defaults, and refuses a path outside its root and a target without an address', async () => {
  const check = async (news: Properties): Promise<rpc.CheckResponse> =>
    call('check', new rpc.CheckRequest().setUrn(urn).setNews(values(news)))
  expect(plain((await check({ router: 'a', files: {} })).getInputs())).toEqual({
    router: 'a',
    target: 'file',
    files: {},
    forms: {},
  })
  expect(
    (await check({ ...inputs, files: { '../../etc/x': '' } })).getFailuresList().map(each => each.getReason()),
  ).toEqual([expect.stringMatching(/refused: .* is no path inside the output root/)])
  expect((await check({ ...inputs, target: 'frr' })).getFailuresList().map(each => each.getProperty())).toEqual([
    'address',
  ])
  expect((await check({ ...inputs, wrong: 1 })).getFailuresList().length).toBe(1)
})

it('says of a program that does not tell what it runs for that the store behind a command is asked nothing', async () => {
  const said = async (told: Properties): Promise<string[]> => {
    warnings.length = 0
    await call('checkConfig', new rpc.CheckRequest().setUrn(urn).setNews(values({ root, stack: 'serat/uji', ...told })))
    return [...warnings]
  }
  const storeCommand = JSON.stringify(['store'])
  expect(await said({ storeCommand })).toEqual([
    expect.stringContaining('replaced there under its name is not deployed'),
  ])
  expect(await said({ storeCommand, purpose: 'up' })).toEqual([])
  expect(await said({ storeCommand, purpose: 'preview' })).toEqual([])
  expect(await said({})).toEqual([])
})

it('tells what differs by the path of the field', async () => {
  expect((await diff(inputs, inputs)).getChanges()).toBe(rpc.DiffResponse.DiffChanges.DIFF_NONE)
  const changed = await diff(inputs, { ...inputs, files: { 'a.rsc': 'y\n', 'b.rsc': 'z\n' } })
  expect(
    [...changed.getDetaileddiffMap().entries()].map(([path, each]) => [path, (each as rpc.PropertyDiff).getKind()]),
  ).toEqual([
    ['files["a.rsc"]', rpc.PropertyDiff.Kind.UPDATE],
    ['files["b.rsc"]', rpc.PropertyDiff.Kind.ADD],
  ])
  expect(changed.getReplacesList()).toEqual([])
})

it('previews outputs without touching anything, also where inputs are unknown', async () => {
  const preview = async (given: Properties): Promise<Properties> =>
    plain(
      (
        await call<rpc.CreateResponse>(
          'create',
          new rpc.CreateRequest().setUrn(urn).setPreview(true).setProperties(values(given)),
        )
      ).getProperties(),
    )
  expect(await preview(inputs)).toEqual({ location: join(root, 'routers/a'), drift: 'none' })
  expect(await preview({ ...inputs, files: unknownValue })).toEqual({ location: unknownValue })
})

it('creates, reads, updates and deletes, and asks to be read before each update', async () => {
  const created = await call<rpc.CreateResponse>(
    'create',
    new rpc.CreateRequest().setUrn(urn).setProperties(values(inputs)),
  )
  expect([created.getId(), created.getRefreshBeforeUpdate()]).toEqual(['a', true])
  const read = async (): Promise<rpc.ReadResponse> =>
    call('read', new rpc.ReadRequest().setId('a').setUrn(urn).setInputs(values(inputs)))
  expect(plain((await read()).getInputs())).toEqual(inputs)
  await call(
    'update',
    new rpc.UpdateRequest()
      .setId('a')
      .setUrn(urn)
      .setOldInputs(values(inputs))
      .setNews(values({ ...inputs, files: { 'a.rsc': 'y\n' } })),
  )
  expect(readFileSync(join(root, 'routers/a/a.rsc'), 'utf8')).toBe('y\n')
  expect(plain((await read()).getInputs())).toEqual({ ...inputs, files: { 'a.rsc': 'y\n' } })
  await call('delete', new rpc.DeleteRequest().setId('a').setUrn(urn).setOldInputs(values(inputs)))
  expect((await read()).getId()).toBe('')
})

it('keeps the state of a router that does not answer, and says so', async () => {
  await call(
    'configure',
    new rpc.ConfigureRequest().setArgs(
      values({ root, stack: 'serat/uji', ssh: JSON.stringify({ port: 1, connectSeconds: 1 }) }),
    ),
  )
  const far = { ...inputs, target: 'frr', address: '127.0.0.1' }
  const live = await call<rpc.ReadResponse>('read', new rpc.ReadRequest().setId('a').setUrn(urn).setInputs(values(far)))
  expect(plain(live.getInputs())).toEqual(far)
  expect(plain(live.getProperties())['drift']).toBe('unknown')
  expect(warnings).toEqual([expect.stringMatching(/drift is unknown: .*a does not answer/)])
})

it('unwraps secrets and wraps them again', () => {
  const wrapped = sent({ a: { b: 1 }, c: 2 }, new Set(['a']))
  expect(received(wrapped)).toEqual({
    plain: { a: { b: 1 }, c: 2 },
    secretKeys: new Set(['a']),
    unknownKeys: new Set(),
  })
})
