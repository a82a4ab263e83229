import grpc from '@grpc/grpc-js'
import { engineLog } from './engine-log.ts'
import { purposeOfRun } from './purpose.ts'
import { methods } from './server.ts'
import { resourceProvider } from './service.ts'
import { targetsOf, type TargetsOf } from '../targets/index.ts'
import { version } from '../../model/version.ts'

const largestMessageBytes = 400 * 1024 * 1024

/** Serves the provider on a free port of this machine and prints it, which is how the engine finds it. */
export async function serve(engineAddress: string | undefined, targets: TargetsOf = targetsOf): Promise<void> {
  const server = new grpc.Server({
    'grpc.max_receive_message_length': largestMessageBytes,
    'grpc.max_send_message_length': largestMessageBytes,
  })
  server.addService(
    resourceProvider,
    methods(
      version,
      {
        log: engineLog(engineAddress),
        run: purposeOfRun({ processId: process.ppid, address: engineAddress ?? '' }),
      },
      targets,
    ),
  )
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    )
  })
  process.stdout.write(`${port}\n`)
  endWithEngine()
}

/** An engine that is killed says no good-bye; without it, nobody may go on writing. */
function endWithEngine(): void {
  const engine = process.ppid
  setInterval(() => {
    if (process.ppid !== engine) process.exit(1)
  }, 100).unref()
}
