import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { decoded } from '../../exchange/read/encoding.ts'
import { limits } from '../../exchange/read/limits.ts'
import { readFile } from '../../exchange/read/read.ts'
import type { RunningText } from '../../exchange/running/fixpoint.ts'
import { isUnread, type Remark, type Table } from '../../exchange/table.ts'
import { byText } from '../../text/order.ts'
import type { Progress } from '../shell/progress.ts'
import { fileRefusal, isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'

interface ReadFiles {
  readonly tables: readonly Table[]
  readonly remarks: readonly Remark[]
  /** Configurations of running routers among them. */
  readonly exports: readonly RunningText[]
}

/**
 * Files that an office gave, all of them or none: each fault is said. In the order of their names, however they were
 * typed.
 */
export async function readFiles(
  shell: Shell,
  operands: readonly string[],
  progress: Progress,
): Promise<ReadFiles | Refusal> {
  const named = operands
    .map(path => ({ path: resolve(shell.cwd, path), name: basename(path) }))
    .sort(byText(({ name }) => name))
  const twice = named.find(({ name }, i) => named[i + 1]?.name === name)
  if (twice !== undefined) return refuse(`dua berkas bernama ${twice.name}`, `two files are named ${twice.name}`)
  const tables: Table[] = []
  const remarks: Remark[] = []
  const exports: RunningText[] = []
  const faults: Refusal[] = []
  for (const { path, name } of named) {
    progress(() => ({ id: `membaca ${name}`, en: `reading ${name}` }))
    const bytes = bytesOf(path)
    if (isRefusal(bytes)) {
      faults.push(bytes)
      continue
    }
    const told = await readFile(name, bytes, ending => besideIt(path, ending))
    if (isUnread(told)) faults.push(refuse(`${name}: ${told.unread.id}`, `${name}: ${told.unread.en}`))
    else {
      tables.push(...told.tables)
      remarks.push(...told.remarks)
      if (name.endsWith('.rsc')) exports.push({ file: name, text: textOf(bytes) })
    }
  }
  if (faults.length === 0) return { tables, remarks, exports }
  return refuse(faults.map(({ refused }) => refused.id).join('\n'), faults.map(({ refused }) => refused.en).join('\n'))
}

function textOf(bytes: Uint8Array): string {
  const text = decoded(bytes)
  return isUnread(text) ? '' : text.text
}

/** The file of the same name with another ending, in small letters or large ones. */
function besideIt(path: string, ending: string): Uint8Array | undefined {
  const found = [ending, ending.toUpperCase()].map(each => path.replace(/[^.]*$/, each)).find(each => existsSync(each))
  const bytes = found === undefined ? undefined : bytesOf(found)
  return bytes === undefined || isRefusal(bytes) ? undefined : bytes
}

function bytesOf(path: string): Uint8Array | Refusal {
  try {
    const { size } = statSync(path)
    if (size > limits.file)
      return refuse(
        `${basename(path)}: lebih dari ${limits.file / 1e6} MB`,
        `${basename(path)}: more than ${limits.file / 1e6} MB`,
      )
    return readFileSync(path)
  } catch (error) {
    const refusal = fileRefusal(error)
    if (refusal === undefined) throw error
    return refusal
  }
}
