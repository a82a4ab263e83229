import grpc from '@grpc/grpc-js'
import empty from 'google-protobuf/google/protobuf/empty_pb.js'
import plugin from '@pulumi/pulumi/proto/plugin_pb.js'
import providerGrpc from '@pulumi/pulumi/proto/provider_grpc_pb.js'
import rpc from '@pulumi/pulumi/proto/provider_pb.js'

/** Keeps what it is given and writes nothing. */
function answer<Request, Response>(make: (request: Request) => Response): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => callback(null, make(call.request))
}

const server = new grpc.Server({ 'grpc.max_receive_message_length': 1 << 28 })
server.addService(providerGrpc.ResourceProviderService, {
  handshake: answer(() => new rpc.ProviderHandshakeResponse().setAcceptSecrets(true)),
  getPluginInfo: answer(() => new plugin.PluginInfo().setVersion('0.0.1')),
  checkConfig: answer((request: rpc.CheckRequest) => new rpc.CheckResponse().setInputs(request.getNews())),
  diffConfig: answer(() => new rpc.DiffResponse()),
  configure: answer(() => new rpc.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true)),
  check: answer((request: rpc.CheckRequest) => new rpc.CheckResponse().setInputs(request.getNews())),
  diff: answer((request: rpc.DiffRequest) => {
    const same =
      JSON.stringify(request.getOldInputs()?.toJavaScript()) === JSON.stringify(request.getNews()?.toJavaScript())
    return new rpc.DiffResponse().setChanges(
      same ? rpc.DiffResponse.DiffChanges.DIFF_NONE : rpc.DiffResponse.DiffChanges.DIFF_SOME,
    )
  }),
  create: answer((request: rpc.CreateRequest) =>
    new rpc.CreateResponse().setId('bare').setProperties(request.getProperties()),
  ),
  delete: answer(() => new empty.Empty()),
  cancel: answer(() => new empty.Empty()),
})
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error
  process.stdout.write(`${port}\n`)
})
