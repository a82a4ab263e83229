import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { identityIn } from '../../exchange/running/identity.ts'
import { decoded } from '../../exchange/read/encoding.ts'
import { isUnread } from '../../exchange/table.ts'
import type { Network } from '../../model/network.ts'
import { fileRefusal, isRefusal, refuse, type Refusal } from '../shell/refusal.ts'

/** A file of a running router, and which router of the inventory it is. */
export interface RunningFile {
  readonly path: string
  readonly name: string
  readonly text: string
  readonly router: string
}

const largest = 20_000_000

/**
 * Files, and those of folders below them: of each router by the folder or file named as it, else by the name that the
 * file itself says.
 */
export function runningFiles(cwd: string, operands: readonly string[], network: Network): RunningFile[] | Refusal {
  const files: RunningFile[] = []
  const faults: Refusal[] = []
  for (const path of operands.flatMap(operand => below(resolve(cwd, operand)))) {
    const text = textOf(path)
    if (isRefusal(text)) faults.push(text)
    else {
      const router = routerOf(path, text, network)
      if (router === undefined)
        faults.push(
          refuse(
            `${basename(path)}: router mana? namai berkas atau foldernya menurut router di inventaris`,
            `${basename(path)}: which router? name the file or its folder as a router of the inventory`,
          ),
        )
      else files.push({ path, name: nameIn(path, router), text, router })
    }
  }
  if (faults.length === 0) return files
  return refuse(faults.map(({ refused }) => refused.id).join('\n'), faults.map(({ refused }) => refused.en).join('\n'))
}

/** A path that does not exist is told when it is read. */
function below(path: string): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

function routerOf(path: string, text: string, { routers, sites }: Network): string | undefined {
  const parts = [...dirname(path).split(/[\\/]/), basename(path).replace(/\.[^.]*$/, '')].toReversed()
  const named = parts.find(part => routers.has(part))
  if (named !== undefined) return named
  const identity = identityIn(basename(path), text)
  if (identity === undefined) return undefined
  return routers.has(identity)
    ? identity
    : [...sites.values()].find(({ declared }) => declared.source?.ref === identity)?.router.id
}

/** The file's path inside the router's folder. */
function nameIn(path: string, router: string): string {
  const parts = path.split(/[\\/]/)
  const at = parts.lastIndexOf(router)
  return at >= 0 && at < parts.length - 1 ? parts.slice(at + 1).join('/') : basename(path)
}

function textOf(path: string): string | Refusal {
  try {
    if (statSync(path).size > largest)
      return refuse(`${basename(path)}: lebih dari 20 MB`, `${basename(path)}: more than 20 MB`)
    const text = decoded(readFileSync(path))
    return isUnread(text)
      ? refuse(`${basename(path)}: ${text.unread.id}`, `${basename(path)}: ${text.unread.en}`)
      : text.text
  } catch (error) {
    const refusal = fileRefusal(error)
    if (refusal === undefined) throw error
    return refusal
  }
}
