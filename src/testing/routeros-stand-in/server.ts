import ssh2, { type Connection, type ServerChannel, type SFTPWrapper } from 'ssh2'
import type { StandInRouter } from './device.ts'

export interface StandInServer {
  readonly port: number
  readonly stop: () => Promise<void>
  /** How many commands came in. */
  readonly commands: () => number
  /** Whose commands they were. */
  readonly users: () => readonly string[]
}

interface Settings {
  readonly hostKey: string
  /** Public key of whoever deploys, as a line. */
  readonly deployer: string
  /** Whether the NOC's packets arrive now. */
  readonly answers: () => boolean
  /** Milliseconds that each command takes. */
  readonly slowMs?: number
}

const { Server, utils } = ssh2

/** SSH and SFTP of a stand-in: keys only, one command a session, and what runs apart from it begins once it is over. */
export async function startStandIn(router: StandInRouter, settings: Settings): Promise<StandInServer> {
  const users: string[] = []
  const open = new Set<Connection>()
  const server = new Server({ hostKeys: [settings.hostKey] }, client => {
    if (!settings.answers()) return void client.end()
    open.add(client)
    client.on('close', () => open.delete(client))
    client.on('error', () => {})
    client.on('authentication', context => {
      const wanted = utils.parseKey(settings.deployer)
      if (wanted instanceof Error) throw wanted
      const [known] = [wanted].flat()
      const may =
        context.method === 'publickey' &&
        known !== undefined &&
        mayLogIn(router, settings, context.username) &&
        context.key.data.equals(known.getPublicSSH()) &&
        (context.signature === undefined ||
          known.verify(context.blob ?? Buffer.alloc(0), context.signature, context.hashAlgo) === true)
      if (may) {
        user = context.username
        context.accept()
      } else context.reject(['publickey'])
    })
    let user = ''
    client.on('session', accept => {
      const session = accept()
      session.on('exec', (acceptExec, _reject, { command }) => {
        users.push(user)
        execute(router, acceptExec(), { command, user, slowMs: settings.slowMs ?? 0 }, open)
      })
      session.on('sftp', (acceptSftp, reject) => {
        if (router.policiesOf(user).has('ftp')) serveFiles(router, acceptSftp())
        else reject()
      })
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: portOf(server.address()),
    commands: () => users.length,
    users: () => users,
    stop: () =>
      new Promise(resolve => {
        for (const client of open) client.end()
        server.close(() => resolve())
      }),
  }
}

function portOf(address: ReturnType<InstanceType<typeof Server>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('the stand-in listens nowhere')
  return address.port
}

/** A reset takes keys away with their users. */
function mayLogIn(router: StandInRouter, { deployer }: Settings, user: string): boolean {
  const { menus } = router.configuration()
  const key = deployer.split(' ')[1] ?? ''
  return (
    (menus.get('/user') ?? []).some(({ values }) => values.get('name') === user) &&
    (menus.get('/user ssh-keys') ?? []).some(
      ({ values }) => values.get('user') === user && values.get('key')?.includes(key) === true,
    )
  )
}

interface Typed {
  readonly command: string
  readonly user: string
  readonly slowMs: number
}

function execute(
  router: StandInRouter,
  channel: ServerChannel,
  { command, user, slowMs }: Typed,
  open: ReadonlySet<Connection>,
): void {
  setTimeout(() => {
    const before = router.restarts
    channel.write(router.type(command, user))
    channel.exit(0)
    channel.end()
    setImmediate(() => {
      router.work()
      if (router.restarts !== before) for (const client of open) client.end()
    })
  }, slowMs)
}

function serveFiles(router: StandInRouter, sftp: SFTPWrapper): void {
  const { STATUS_CODE } = utils.sftp
  const open = new Map<number, { readonly name: string; readonly parts: Buffer[] }>()
  let next = 0
  sftp.on('REALPATH', (id, path) => {
    const attributes = { mode: 0o40755, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 }
    sftp.name(id, [{ filename: path === '.' ? '/' : path, longname: path, attrs: attributes }])
  })
  sftp.on('OPEN', (id, path) => {
    const handle = Buffer.alloc(4)
    handle.writeUInt32BE(next)
    open.set(next++, { name: path.replace(/^\//, ''), parts: [] })
    sftp.handle(id, handle)
  })
  sftp.on('WRITE', (id, handle, _offset, data) => {
    open.get(handle.readUInt32BE())?.parts.push(Buffer.from(data))
    sftp.status(id, STATUS_CODE.OK)
  })
  sftp.on('CLOSE', (id, handle) => {
    const file = open.get(handle.readUInt32BE())
    open.delete(handle.readUInt32BE())
    const isKept = file === undefined || router.put(file.name, Buffer.concat(file.parts).toString('utf8'))
    sftp.status(id, isKept ? STATUS_CODE.OK : STATUS_CODE.FAILURE)
  })
  sftp.on('end', () => sftp.end())
  sftp.on('STAT', id => sftp.status(id, STATUS_CODE.NO_SUCH_FILE))
  sftp.on('LSTAT', id => sftp.status(id, STATUS_CODE.NO_SUCH_FILE))
  sftp.on('FSETSTAT', id => sftp.status(id, STATUS_CODE.OK))
  sftp.on('SETSTAT', id => sftp.status(id, STATUS_CODE.OK))
}
