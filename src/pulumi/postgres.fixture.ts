import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { execute } from '../testing/namespace.ts'
import { postgresFolder } from './peers.fixture.ts'

export interface Postgres {
  readonly url: string
  readonly stop: () => Promise<void>
}

/**
 * A cluster of the test's own on a free port of this machine. PostgreSQL refuses to run as root: it runs as its Debian
 * user then.
 */
export async function startPostgres(folder: string): Promise<Postgres> {
  const programs = postgresFolder() ?? ''
  const data = join(folder, 'postgres')
  mkdirSync(data)
  const asRoot = process.getuid?.() === 0
  const user = asRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (asRoot) {
    for (const path of [folder, data]) execute('chmod', '755', path)
    chownSync(data, idOf('-u'), idOf('-g'))
  }
  await run(
    spawn(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'serat', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
      { stdio: 'ignore', ...user },
    ),
  )
  const port = await freePort()
  const server = spawn(
    join(programs, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'fsync=off',
    ],
    { stdio: 'ignore', ...user },
  )
  const url = `postgres://serat@127.0.0.1:${port}/postgres?sslmode=disable`
  for (let i = 0; ; i++) {
    try {
      execute('psql', url, '-c', 'select 1')
      break
    } catch (error) {
      if (i === 100) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  return {
    url,
    async stop() {
      const gone = run(server)
      server.kill('SIGINT')
      await gone.catch(() => {})
    },
  }
}

function idOf(option: '-u' | '-g'): number {
  return Number(execute('id', option, 'postgres'))
}

async function run(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(`PostgreSQL ended with ${code}`))))
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
