import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node'

/** An editor as the server sees one: the protocol's own client library, over the streams of a real process. */
export interface Client {
  readonly connection: ProtocolConnection
  readonly server: ChildProcess
  readonly folder: string
  /** Findings by URI, as they were told last. */
  readonly findings: Map<string, readonly Diagnostic[]>
  /** Versions of open files, by path. */
  readonly versions: Map<string, number>
  readonly seen: { sent: number; checked: number; woken: () => void }
}

const main = join(import.meta.dirname, '../cli/main.ts')

export async function clientOf(folder: string, ...args: readonly string[]): Promise<Client> {
  const server = spawn(process.execPath, [main, 'lsp', ...args], { stdio: ['pipe', 'pipe', 'inherit'], cwd: folder })
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  const findings: Client['findings'] = new Map()
  const seen: Client['seen'] = { sent: 0, checked: -1, woken: () => {} }
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    findings.set(uri, diagnostics)
  })
  connection.onNotification('$/serat/checked', ({ changes }: { changes: number }) => {
    seen.checked = changes
    seen.woken()
  })
  connection.listen()
  const rootUri = pathToFileURL(folder).href
  const workspaceFolders = [{ uri: rootUri, name: 'inventory' }]
  await connection.sendRequest('initialize', { processId: process.pid, rootUri, workspaceFolders, capabilities: {} })
  await connection.sendNotification('initialized', {})
  return { connection, server, findings, folder, versions: new Map(), seen }
}

export function uriIn({ folder }: Pick<Client, 'folder'>, path: string): string {
  return pathToFileURL(join(folder, path)).href
}

/** What somebody sees in a file after this text: opened where it is not open yet. */
export async function typeText(client: Client, path: string, text: string): Promise<void> {
  const { connection, versions, seen } = client
  const uri = uriIn(client, path)
  const version = (versions.get(path) ?? 0) + 1
  versions.set(path, version)
  seen.sent++
  if (version === 1) {
    const textDocument = { uri, languageId: 'serat-yaml', version, text }
    return connection.sendNotification('textDocument/didOpen', { textDocument })
  }
  const textDocument = { uri, version }
  return connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] })
}

/** Closes every file, what was typed in it with it. */
export async function closeAll(client: Client): Promise<void> {
  for (const path of client.versions.keys()) {
    client.seen.sent++
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriIn(client, path) } })
  }
  client.versions.clear()
}

/** The files on the disk are others. */
export async function diskChanged(client: Client): Promise<void> {
  client.seen.sent++
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] })
}

/** Until findings were told of everything that was sent. */
export async function checked({ seen }: Client): Promise<void> {
  while (seen.checked < seen.sent)
    await new Promise<void>(resolve => {
      seen.woken = resolve
    })
}

/** Asks something about the place of a `|` in a text. */
export async function askAt<Answer>(
  client: Client,
  method: string,
  path: string,
  marked: string,
  more: object = {},
): Promise<Answer> {
  const before = marked.slice(0, marked.indexOf('|')).split('\n')
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
  return client.connection.sendRequest<Answer>(method, {
    textDocument: { uri: uriIn(client, path) },
    position,
    ...more,
  })
}

export async function endClient({ connection, server }: Client): Promise<void> {
  await connection.sendRequest('shutdown')
  const ended = new Promise(resolve => server.once('exit', resolve))
  await connection.sendNotification('exit')
  await ended
  connection.dispose()
}
