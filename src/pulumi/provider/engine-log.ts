import grpc from '@grpc/grpc-js'
import engineGrpc from '@pulumi/pulumi/proto/engine_grpc_pb.js'
import engine from '@pulumi/pulumi/proto/engine_pb.js'

/** Messages to the person in front of the engine, at a resource. */
export interface EngineLog {
  readonly warning: (urn: string, message: string) => void
}

export function engineLog(address: string | undefined): EngineLog {
  if (address === undefined) return { warning: (_urn, message) => console.error(message) }
  const client = new engineGrpc.EngineClient(address, grpc.credentials.createInsecure())
  return {
    warning: (urn, message) =>
      void client.log(
        new engine.LogRequest().setSeverity(engine.LogSeverity.WARNING).setUrn(urn).setMessage(message),
        () => {},
      ),
  }
}
