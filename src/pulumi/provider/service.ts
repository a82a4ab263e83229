import type grpc from '@grpc/grpc-js'
import provider from '@pulumi/pulumi/proto/provider_grpc_pb.js'
import rpc from '@pulumi/pulumi/proto/provider_pb.js'
import { openParcel, sealParcel, type Parcel, type Writable } from './messages.ts'

/**
 * Messages that carry values of resources, with the numbers of those fields in the `provider.proto` of the pinned SDK.
 */
const carriers = {
  checkConfig: carrier(rpc.CheckRequest, { olds: 2, news: 3 }, { inputs: 1 }),
  diffConfig: carrier(rpc.DiffRequest, { olds: 3, news: 4, oldInputs: 6 }, {}),
  configure: carrier(rpc.ConfigureRequest, { args: 2 }, {}),
  check: carrier(rpc.CheckRequest, { olds: 2, news: 3 }, { inputs: 1 }),
  diff: carrier(rpc.DiffRequest, { olds: 3, news: 4, oldInputs: 6 }, {}),
  create: carrier(rpc.CreateRequest, { properties: 2 }, { properties: 2 }),
  read: carrier(rpc.ReadRequest, { properties: 3, inputs: 4 }, { properties: 2, inputs: 3 }),
  update: carrier(rpc.UpdateRequest, { olds: 3, news: 4, oldInputs: 8 }, { properties: 1 }),
  delete: carrier(rpc.DeleteRequest, { properties: 3, oldInputs: 5 }, {}),
} as const

type Carriers = typeof carriers
export type Opened<Name extends keyof Carriers> = ReturnType<Carriers[Name]['open']>
export type Sealed<Name extends keyof Carriers> = Parameters<Carriers[Name]['seal']>[0]

/** `pulumirpc.ResourceProvider`, with values of resources as bytes. */
export const resourceProvider: grpc.ServiceDefinition = {
  ...provider.ResourceProviderService,
  ...Object.fromEntries(
    Object.entries(carriers).map(([name, { open, seal }]) => {
      const known = provider.ResourceProviderService[name] as grpc.MethodDefinition<unknown, unknown>
      return [name, { ...known, requestDeserialize: open, responseSerialize: seal as (value: unknown) => Buffer }]
    }),
  ),
}

function carrier<Message, Asked extends string, Answered extends string>(
  type: { readonly deserializeBinary: (bytes: Uint8Array) => Message },
  asked: Readonly<Record<Asked, number>>,
  answered: Readonly<Record<Answered, number>>,
) {
  return {
    open: (bytes: Buffer): Parcel<Message, Asked> => openParcel(type, asked, bytes),
    seal: (parcel: Parcel<Writable, Answered>): Buffer => sealParcel(answered, parcel),
  }
}
