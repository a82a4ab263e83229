import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js'
import grpc from '@grpc/grpc-js'
import empty from 'google-protobuf/google/protobuf/empty_pb.js'
import plugin from '@pulumi/pulumi/proto/plugin_pb.js'
import rpc from '@pulumi/pulumi/proto/provider_pb.js'
import { configurationFaults, configured, placedInputs } from './configuration.ts'
import { difference, type Change } from './difference.ts'
import type { EngineLog } from './engine-log.ts'
import { tokenOf, type Token } from './kinds.ts'
import { purposeOf, type RunPurpose } from './purpose.ts'
import { received, sent, unknownValue } from './properties.ts'
import { resourcesOf, type Resources } from './resources.ts'
import { packageSchema } from './schema.ts'
import type { Opened, Sealed } from './service.ts'
import { targetsOf, type TargetsOf } from '../targets/index.ts'
import { both, errorWords } from '../words.ts'

/** Methods of `pulumirpc.ResourceProvider`; those that are missing answer "unimplemented". */
type Methods = Readonly<Record<string, grpc.UntypedHandleCall>>

const diffKinds: Readonly<Record<Change, rpc.PropertyDiff.Kind>> = {
  add: rpc.PropertyDiff.Kind.ADD,
  update: rpc.PropertyDiff.Kind.UPDATE,
  delete: rpc.PropertyDiff.Kind.DELETE,
}

/** The engine, as far as a provider hears of it. */
interface Engine {
  readonly log: EngineLog
  readonly run: RunPurpose
}

/** An update could leave a device with a value that is no longer the store's. */
const unasked = {
  id:
    'program ini tidak mengatakan apakah ini pratinjau atau `up`, jadi tempat rahasia di balik perintah tidak dimintai ' +
    'nilai: yang diganti di sana dengan nama yang sama tidak dipasang; samakan versi Serat pada program dan plugin',
  en:
    'the program does not say whether this is a preview or an `up`, so the store behind a command is asked for no ' +
    'value: one that was replaced there under its name is not deployed; give program and plugin the same version of Serat',
}

/** Translates between the engine's messages and plain values. */
export function methods(version: string, { log, run }: Engine, targets: TargetsOf = targetsOf): Methods {
  let configuredResources: Resources | undefined
  const resources = (): Resources => {
    if (configuredResources === undefined) throw new Error('the provider was not configured')
    return configuredResources
  }

  return {
    handshake: unary(() =>
      new rpc.ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptResources(true).setAcceptOutputs(true),
    ),
    getPluginInfo: unary(() => new plugin.PluginInfo().setVersion(version)),
    getSchema: unary(() => new rpc.GetSchemaResponse().setSchema(JSON.stringify(packageSchema(version)))),
    checkConfig: unary(({ message, structs }: Opened<'checkConfig'>): Sealed<'checkConfig'> => {
      const { plain: told, secretKeys } = received(structs.news)
      // What the program is about: no state remembers it.
      const { purpose: toldPurpose, hostName, ...plain } = told
      const purpose = purposeOf(toldPurpose)
      run.tell(purpose)
      if (purpose === undefined && plain['storeCommand'] !== undefined) log.warning(message.getUrn(), both(unasked))
      const { inputs, fault } = placedInputs(received(structs.olds).plain, plain, { purpose, hostName })
      const faults = [...configurationFaults(inputs), ...(fault === undefined ? [] : [fault])]
      return {
        message: new rpc.CheckResponse().setFailuresList(failures(faults)),
        structs: { inputs: sent(inputs, secretKeys) },
      }
    }),
    diffConfig: unary(
      ({ structs }: Opened<'diffConfig'>): Sealed<'diffConfig'> =>
        diffResponse(difference(received(structs.oldInputs).plain, received(structs.news).plain)),
    ),
    configure: unary(({ structs }: Opened<'configure'>): Sealed<'configure'> => {
      configuredResources = resourcesOf(configured(received(structs.args).plain), targets)
      return {
        message: new rpc.ConfigureResponse()
          .setAcceptsecrets(true)
          .setSupportspreview(true)
          .setAcceptresources(true)
          .setAcceptoutputs(true),
        structs: {},
      }
    }),
    check: unary(({ message, structs }: Opened<'check'>): Sealed<'check'> => {
      const { plain, secretKeys, unknownKeys } = received(structs.news)
      // What is not known yet is checked when it is.
      if (unknownKeys.size > 0)
        return { message: new rpc.CheckResponse(), structs: { inputs: sent(plain, secretKeys) } }
      const { inputs, faults } = resources().check(typeOf(message.getUrn()), plain)
      const isNew = Object.keys(received(structs.olds).plain).length === 0
      const shown = isNew && run.told() === 'preview' ? resources().shown(typeOf(message.getUrn()), inputs) : inputs
      return {
        message: new rpc.CheckResponse().setFailuresList(failures(faults)),
        structs: { inputs: sent(faults.length > 0 ? inputs : shown, secretKeys) },
      }
    }),
    diff: unary(async ({ message, structs }: Opened<'diff'>): Promise<Sealed<'diff'>> => {
      const ignored = new Set(message.getIgnorechangesList())
      // Their digests say it in one line.
      const { plain, unknownKeys } = received(structs.news)
      const changes = [...difference(received(structs.oldInputs).plain, plain)].filter(
        ([path]) => !ignored.has(fieldOf(path)) && fieldOf(path) !== 'binaries',
      )
      if (changes.length > 0 || unknownKeys.size > 0 || run.told() !== 'up') return diffResponse(new Map(changes))
      const isRotated = await resources().isRotated(typeOf(message.getUrn()), plain)
      return diffResponse(new Map(isRotated ? [['files', 'update']] : []))
    }),
    create: unary(async ({ message, structs }: Opened<'create'>): Promise<Sealed<'create'>> => {
      const { plain, unknownKeys } = received(structs.properties)
      if (unknownKeys.size > 0)
        return { message: new rpc.CreateResponse(), structs: { properties: sent({ location: unknownValue }) } }
      const type = typeOf(message.getUrn())
      const foretold = resources().outputs(type, plain)
      if (message.getPreview())
        return {
          message: new rpc.CreateResponse().setRefreshBeforeUpdate(true),
          structs: { properties: sent(foretold) },
        }
      const id = await resources().create(type, plain)
      return {
        message: new rpc.CreateResponse().setId(id).setRefreshBeforeUpdate(true),
        structs: { properties: sent({ ...foretold, ...resources().digests(type, plain) }) },
      }
    }),
    read: unary(async ({ message, structs }: Opened<'read'>): Promise<Sealed<'read'>> => {
      const { plain, secretKeys } = received(structs.inputs)
      if (Object.keys(plain).length === 0)
        throw new Error(
          both({
            id: 'impor tidak perlu perintah di sini: `pulumi up` mengambil alih berkas yang ditemukannya',
            en: 'import needs no command here: `pulumi up` adopts the files that it finds in place',
          }),
        )
      const live = await resources().read(typeOf(message.getUrn()), plain, received(structs.properties).plain)
      if (live === undefined) return { message: new rpc.ReadResponse(), structs: {} }
      for (const unknown of live.unknown) log.warning(message.getUrn(), unknown)
      return {
        message: new rpc.ReadResponse().setId(message.getId()).setRefreshBeforeUpdate(true),
        structs: { inputs: sent(live.inputs, secretKeys), properties: sent(live.outputs) },
      }
    }),
    update: unary(async ({ message, structs }: Opened<'update'>): Promise<Sealed<'update'>> => {
      const { plain, unknownKeys } = received(structs.news)
      const response = new rpc.UpdateResponse().setRefreshBeforeUpdate(true)
      if (unknownKeys.size > 0) return { message: response, structs: { properties: sent({ location: unknownValue }) } }
      const type = typeOf(message.getUrn())
      const foretold = resources().outputs(type, plain)
      if (message.getPreview()) {
        const { digests } = received(structs.olds).plain
        return { message: response, structs: { properties: sent({ ...foretold, digests }) } }
      }
      await resources().update(type, received(structs.oldInputs).plain, plain)
      return { message: response, structs: { properties: sent({ ...foretold, ...resources().digests(type, plain) }) } }
    }),
    delete: unary(async ({ message, structs }: Opened<'delete'>): Promise<Sealed<'delete'>> => {
      await resources().remove(typeOf(message.getUrn()), received(structs.oldInputs).plain)
      return { message: new empty.Empty(), structs: {} }
    }),
    cancel: unary(() => new empty.Empty()),
    attach: unary(() => new empty.Empty()),
  }
}

/** `urn:pulumi:stack::project::parent$type::name`. */
function typeOf(urn: string): Token {
  return tokenOf(urn.split('::')[2]?.split('$').at(-1) ?? '')
}

function failures(faults: readonly { readonly property: string; readonly reason: string }[]): rpc.CheckFailure[] {
  return faults.map(({ property, reason }) => new rpc.CheckFailure().setProperty(property).setReason(reason))
}

function diffResponse(changes: ReadonlyMap<string, Change>): Sealed<'diff'> {
  const message = new rpc.DiffResponse().setHasdetaileddiff(true)
  message.setChanges(changes.size > 0 ? rpc.DiffResponse.DiffChanges.DIFF_SOME : rpc.DiffResponse.DiffChanges.DIFF_NONE)
  message.setDiffsList([...new Set([...changes.keys()].map(fieldOf))])
  for (const [path, change] of changes)
    message.getDetaileddiffMap().set(path, new rpc.PropertyDiff().setKind(diffKinds[change]).setInputdiff(true))
  return { message, structs: {} }
}

/** `files` of `files["frr.conf"]`. */
function fieldOf(path: string): string {
  return path.replace(/[[.].*/s, '')
}

function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
    void (async () => answer(call.request))().then(
      response => callback(null, response),
      error => callback({ code: grpc.status.UNKNOWN, details: errorWords(error) }),
    )
  }
}
