// Starts `@pulumi/pulumi/cmd/run` as Pulumi's own language host does: with the `node` of the PATH, from the program's own packages,
// the settings of the run as arguments and the configuration in the environment. It offers nothing else.

import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import grpc from '@grpc/grpc-js'
import services from '@pulumi/pulumi/proto/language_grpc_pb.js'
import messages from '@pulumi/pulumi/proto/language_pb.js'
import plugin from '@pulumi/pulumi/proto/plugin_pb.js'

const engine = process.argv.slice(2).find(argument => !argument.startsWith('-'))

const methods = {
  handshake: (_, answer) => answer(null, new messages.LanguageHandshakeResponse()),
  getRequiredPackages: (_, answer) => answer(null, new messages.GetRequiredPackagesResponse()),
  getRequiredPlugins: (_, answer) => answer(null, new messages.GetRequiredPluginsResponse()),
  getPluginInfo: (_, answer) => {
    const info = new plugin.PluginInfo()
    info.setVersion('0.0.0')
    answer(null, info)
  },
  run,
}

/** `run(call, answer)`: the answer holds an error text, or that the program has said it itself, or nothing. */
function run({ request }, answer) {
  const pwd = request.getPwd()
  const info = request.getInfo()
  const program = info === undefined ? request.getProgram() : join(info.getProgramDirectory(), info.getEntryPoint())
  const sdk = createRequire(join(pwd, 'package.json')).resolve('@pulumi/pulumi/cmd/run')
  const settings = {
    monitor: request.getMonitorAddress(),
    engine,
    organization: request.getOrganization(),
    project: request.getProject(),
    'root-directory': info?.getRootDirectory(),
    stack: request.getStack(),
    pwd,
    'dry-run': request.getDryrun() ? 'true' : undefined,
    parallel: request.getParallel(),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : name === 'dry-run' ? ['--dry-run'] : [`--${name}`, String(value)],
  )
  const child = spawn('node', [sdk, ...flags, program, ...request.getArgsList()], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PULUMI_NODEJS_TYPESCRIPT: 'false',
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().entries())),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    },
  })
  child.on('error', error => answer(null, outcome(String(error))))
  child.on('exit', (code, signal) => answer(null, outcome(code === 0 ? '' : ended(code, signal), code === 32)))
}

function ended(code, signal) {
  return code === null ? `the program was ended by ${signal}` : `the program ended with code ${code}`
}

function outcome(error, said = false) {
  const response = new messages.RunResponse()
  if (said) response.setBail(true)
  else response.setError(error)
  return response
}

const server = new grpc.Server()
const all = Object.keys(services.LanguageRuntimeService)
const unknown = (_, answer) => answer({ code: grpc.status.UNIMPLEMENTED })
server.addService(
  services.LanguageRuntimeService,
  Object.fromEntries(all.map(name => [name, methods[name] ?? unknown])),
)
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error
  process.stdout.write(`${port}\n`)
})
