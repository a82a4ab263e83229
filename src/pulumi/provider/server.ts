import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js'
import grpc from '@grpc/grpc-js'
import empty from 'google-protobuf/google/protobuf/empty_pb.js'
import plugin from '@pulumi/pulumi/proto/plugin_pb.js'
import rpc from '@pulumi/pulumi/proto/provider_pb.js'
import { configurationFaults, configured } from './configuration.ts'
import { difference, type Change } from './difference.ts'
import type { EngineLog } from './engine-log.ts'
import { tokenOf } from './kinds.ts'
import { received, sent, unknownValue } from './properties.ts'
import { resourcesOf, type Resources } from './resources.ts'
import { packageSchema } from './schema.ts'

/** Methods of `pulumirpc.ResourceProvider`; those that are missing answer "unimplemented". */
export type Methods = Readonly<Record<string, grpc.UntypedHandleCall>>

const diffKinds: Readonly<Record<Change, rpc.PropertyDiff.Kind>> = { add: rpc.PropertyDiff.Kind.ADD, update: rpc.PropertyDiff.Kind.UPDATE, delete: rpc.PropertyDiff.Kind.DELETE }

/** Translates between the engine's messages and plain values. */
export function methods(version: string, log: EngineLog): Methods {
  let configuredResources: Resources | undefined
  const resources = (): Resources => {
    if (configuredResources === undefined) throw new Error('the provider was not configured')
    return configuredResources
  }

  return {
    handshake: unary(() => new rpc.ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptResources(true).setAcceptOutputs(true)),
    getPluginInfo: unary(() => new plugin.PluginInfo().setVersion(version)),
    getSchema: unary(() => new rpc.GetSchemaResponse().setSchema(JSON.stringify(packageSchema(version)))),
    checkConfig: unary((request: rpc.CheckRequest) => {
      const { plain, secretKeys } = received(request.getNews())
      return new rpc.CheckResponse().setInputs(sent(plain, secretKeys)).setFailuresList(failures(configurationFaults(plain)))
    }),
    diffConfig: unary((request: rpc.DiffRequest) => {
      const changes = difference(received(request.getOldInputs()).plain, received(request.getNews()).plain)
      return diffResponse(changes)
    }),
    configure: unary((request: rpc.ConfigureRequest) => {
      configuredResources = resourcesOf(configured(received(request.getArgs()).plain))
      return new rpc.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true).setAcceptresources(true).setAcceptoutputs(true)
    }),
    check: unary((request: rpc.CheckRequest) => {
      const { plain, secretKeys, unknownKeys } = received(request.getNews())
      // What is not known yet is checked when it is.
      if (unknownKeys.size > 0) return new rpc.CheckResponse().setInputs(sent(plain, secretKeys))
      const { inputs, faults } = resources().check(request.getType() || typeOf(request.getUrn()), plain)
      return new rpc.CheckResponse().setInputs(sent(inputs, secretKeys)).setFailuresList(failures(faults))
    }),
    diff: unary((request: rpc.DiffRequest) => {
      const ignored = new Set(request.getIgnorechangesList())
      // Their digests say it in one line.
      const changes = [...difference(received(request.getOldInputs()).plain, received(request.getNews()).plain)].filter(([path]) => !ignored.has(path.replace(/[[.].*/, '')) && !path.startsWith('binaries'))
      return diffResponse(new Map(changes))
    }),
    create: unary(async (request: rpc.CreateRequest) => {
      const { plain, unknownKeys } = received(request.getProperties())
      if (unknownKeys.size > 0) return new rpc.CreateResponse().setProperties(sent({ location: unknownValue }))
      const type = typeOf(request.getUrn())
      const id = request.getPreview() ? '' : await resources().create(type, plain)
      return new rpc.CreateResponse().setId(id).setProperties(sent(resources().outputs(type, plain))).setRefreshBeforeUpdate(true)
    }),
    read: unary(async (request: rpc.ReadRequest) => {
      const { plain, secretKeys } = received(request.getInputs())
      if (Object.keys(plain).length === 0) throw new Error('import needs no command here: `pulumi up` adopts the files that it finds in place')
      const live = await resources().read(typeOf(request.getUrn()), plain)
      if (live === undefined) return new rpc.ReadResponse()
      if (live.unknown !== undefined) log.warning(request.getUrn(), `drift is unknown: ${live.unknown}`)
      return new rpc.ReadResponse().setId(request.getId()).setInputs(sent(live.inputs, secretKeys)).setProperties(sent(live.outputs)).setRefreshBeforeUpdate(true)
    }),
    update: unary(async (request: rpc.UpdateRequest) => {
      const { plain, unknownKeys } = received(request.getNews())
      if (unknownKeys.size > 0) return new rpc.UpdateResponse().setProperties(sent({ location: unknownValue })).setRefreshBeforeUpdate(true)
      const type = typeOf(request.getUrn())
      if (!request.getPreview()) await resources().update(type, received(request.getOldInputs()).plain, plain)
      return new rpc.UpdateResponse().setProperties(sent(resources().outputs(type, plain))).setRefreshBeforeUpdate(true)
    }),
    delete: unary(async (request: rpc.DeleteRequest) => {
      await resources().remove(typeOf(request.getUrn()), received(request.getOldInputs()).plain)
      return new empty.Empty()
    }),
    cancel: unary(() => new empty.Empty()),
    attach: unary(() => new empty.Empty()),
  }
}

/** `urn:pulumi:stack::project::parent$type::name`. */
function typeOf(urn: string): string {
  return tokenOf(urn.split('::')[2]?.split('$').at(-1) ?? '')
}

function failures(faults: readonly { readonly property: string; readonly reason: string }[]): rpc.CheckFailure[] {
  return faults.map(({ property, reason }) => new rpc.CheckFailure().setProperty(property).setReason(reason))
}

function diffResponse(changes: ReadonlyMap<string, Change>): rpc.DiffResponse {
  const response = new rpc.DiffResponse().setHasdetaileddiff(true)
  response.setChanges(changes.size > 0 ? rpc.DiffResponse.DiffChanges.DIFF_SOME : rpc.DiffResponse.DiffChanges.DIFF_NONE)
  response.setDiffsList([...new Set([...changes.keys()].map(path => path.replace(/[[.].*/, '')))])
  for (const [path, change] of changes) response.getDetaileddiffMap().set(path, new rpc.PropertyDiff().setKind(diffKinds[change]).setInputdiff(true))
  return response
}

function unary<Request, Response>(answer: (request: Request) => Response | Promise<Response>): grpc.handleUnaryCall<Request, Response> {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
    void (async () => answer(call.request))().then(
      response => callback(null, response),
      error => callback({ code: grpc.status.UNKNOWN, details: error instanceof Error ? error.message : String(error) }),
    )
  }
}
