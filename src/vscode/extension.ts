import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { window, workspace } from 'vscode'
import { LanguageClient, type Executable } from 'vscode-languageclient/node'

/** The extension for VS Code: it starts `serat lsp` for the folder that is open, and that is all. */
let client: LanguageClient | undefined

export async function activate(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath
  if (folder === undefined) return
  const run: Executable = { command: programFor(folder), args: ['lsp', ...languageAsked()], options: { cwd: folder } }
  client = new LanguageClient('serat', 'Serat', run, { documentSelector: [{ scheme: 'file', language: 'serat-yaml' }] })
  try {
    await client.start()
  } catch {
    client = undefined
    void window.showErrorMessage(
      `Serat: \`${run.command} lsp\` tidak dapat dijalankan / cannot be started. npm install serat, atau isi / or set serat.command.`,
    )
  }
}

export async function deactivate(): Promise<void> {
  await client?.stop()
}

/** The one that was set, that of the folder, or the one in PATH. */
function programFor(folder: string): string {
  const asked = workspace.getConfiguration('serat').get('command')
  if (typeof asked === 'string' && asked !== '') return asked
  const own = join(folder, 'node_modules/.bin', process.platform === 'win32' ? 'serat.cmd' : 'serat')
  return existsSync(own) ? own : 'serat'
}

function languageAsked(): string[] {
  const asked = workspace.getConfiguration('serat').get('language')
  return asked === 'id' || asked === 'en' ? ['--lang', asked] : []
}
