import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** The editor in which the extension is opened: VS Code as a server, from npm. */
const release = '4.139.1'

const folder = join(import.meta.dirname, '../../.cache/code-server')
const packed = join(folder, 'node_modules/code-server')

/** What starts it. */
export const codeServer = join(packed, 'out/node/entry.js')

/** Modules that are compiled here; it starts without the others, which know terminals and Kerberos. */
const compiled = ['@vscode/spdlog', '@parcel/watcher', 'native-watchdog', 'node-pty']

/** A step that hangs is given up. */
const mostMs = 150_000

/** Puts it into the cache of this repository, whole or not at all. False where that failed. */
export function installCodeServer(): boolean {
  if (existsSync(codeServer)) return true
  mkdirSync(folder, { recursive: true })
  if (installed()) return true
  rmSync(folder, { recursive: true, force: true })
  return false
}

function installed(): boolean {
  const npm = (cwd: string, ...args: readonly string[]): boolean =>
    spawnSync('npm', [...args, '--no-audit', '--no-fund'], { cwd, stdio: 'inherit', timeout: mostMs }).status === 0
  const editor = join(packed, 'lib/vscode')
  return (
    npm(folder, 'install', '--prefix', folder, '--ignore-scripts', `code-server@${release}`) &&
    npm(editor, 'install', '--ignore-scripts', '--omit=dev', '--legacy-peer-deps') &&
    npm(editor, 'rebuild', ...compiled) &&
    npm(packed, 'rebuild', 'argon2')
  )
}
