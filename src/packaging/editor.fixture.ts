import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join, dirname } from 'node:path'

interface Answer {
  readonly type?: string
  readonly request_seq?: number
  readonly body?: unknown
}

/** Names and their words that an editor offers at the place of `|` in a program, asked from TypeScript's own server. */
export async function completionsAt(file: string, marked: string): Promise<readonly string[]> {
  const at = marked.indexOf('|')
  const before = marked.slice(0, at).split('\n')
  const server = join(dirname(createRequire(import.meta.url).resolve('typescript-api/package.json')), 'lib/tsserver.js')
  const child = spawn(process.execPath, [server, '--disableAutomaticTypingAcquisition'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ask = (seq: number, command: string, args: object): void =>
    void child.stdin.write(`${JSON.stringify({ seq, type: 'request', command, arguments: args })}\n`)
  ask(1, 'open', { file, fileContent: marked.replace('|', '') })
  ask(2, 'completionInfo', { file, line: before.length, offset: (before.at(-1) ?? '').length + 1 })
  let text = ''
  for await (const chunk of child.stdout) {
    text += String(chunk)
    const answer = text
      .split('\n')
      .map(parsed)
      .find(each => each.request_seq === 2)
    if (answer === undefined) continue
    child.kill()
    const body = answer.body as { readonly entries?: readonly { readonly name: string }[] } | undefined
    return (body?.entries ?? []).map(({ name }) => name)
  }
  throw new Error('the server ended without an answer')
}

function parsed(line: string): Answer {
  try {
    return JSON.parse(line) as Answer
  } catch {
    return {}
  }
}
