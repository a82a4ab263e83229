import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
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
  /** Findings by URI, as they were told last. */
  readonly findings: Map<string, readonly Diagnostic[]>
  readonly folder: string
}

export async function clientOf(folder: string, ...args: readonly string[]): Promise<Client> {
  const server = spawn(process.execPath, [join(import.meta.dirname, '../cli/main.ts'), 'lsp', ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  const findings = new Map<string, readonly Diagnostic[]>()
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      findings.set(uri, diagnostics)
    },
  )
  connection.listen()
  const rootUri = pathToFileURL(folder).href
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'x' }],
    capabilities: {},
  })
  await connection.sendNotification('initialized', {})
  return { connection, server, findings, folder }
}

export function uriIn({ folder }: Pick<Client, 'folder'>, path: string): string {
  return pathToFileURL(join(folder, path)).href
}

/** Opens a file with a text of the test's, or with what lies on the disk. */
export async function openFile(
  client: Client,
  path: string,
  text = readFileSync(join(client.folder, path), 'utf8'),
): Promise<string> {
  const uri = uriIn(client, path)
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'serat-yaml', version: 1, text },
  })
  return text
}

let versions = 1

export async function typeText(client: Client, path: string, text: string): Promise<void> {
  versions++
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: uriIn(client, path), version: versions },
    contentChanges: [{ text }],
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
  const at = marked.indexOf('|')
  const before = marked.slice(0, at).split('\n')
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
