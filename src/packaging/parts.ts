import { hash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { cachedDataVersionTag } from 'node:v8'
import vm from 'node:vm'

/** How a part sees others: its own kind by `./`, all else by name. */
type Require = (name: string) => unknown

interface Bytecode {
  readonly path: string
  readonly bytes: Buffer | undefined
  /** By how many runs it was made; another one adds what those before it had no use for. */
  readonly runs: number
}

/** A part whose bytecode this run writes down. */
interface Fresh {
  readonly script: vm.Script
  readonly bytecode: Bytecode
}

/** Runs that write down what they compiled: the first may have asked for `--help`, or found a file that is no YAML. */
const runsThatWrite = 3

/**
 * Loads parts of the package as scripts that keep their bytecode. Node's own cache of modules holds what V8 compiles
 * before a module runs; functions that are compiled when they are first called, which are nearly all, it compiles anew
 * each time. Here a run that ends well writes down what it compiled, for the next run of the same command. A part has
 * the hash of its text in its name: of that V8 compares no more than the length.
 */
export function partsFrom(folder: string, cache: string | undefined, command: string): Require {
  const native = module.createRequire(join(folder, 'parts.cjs'))
  const loaded = new Map<string, { readonly exports: object }>()
  const fresh: Fresh[] = []
  if (cache !== undefined) {
    process.on('exit', code => {
      if (code === 0 || code === 1) fresh.forEach(write)
    })
  }
  const load: Require = name => {
    if (!name.startsWith('./')) return native(name)
    const known = loaded.get(name)
    if (known !== undefined) return known.exports
    const part = { exports: {} }
    loaded.set(name, part)
    const path = join(folder, name)
    const bytecode = cache === undefined ? undefined : bytecodeOf(join(cache, `serat-${command}-${name.slice(2)}`))
    const script = compiled(path, bytecode?.bytes)
    if (bytecode !== undefined && runsOf(script, bytecode) < runsThatWrite) fresh.push({ script, bytecode })
    script.runInThisContext()(part.exports, load, part, path, folder)
    return part.exports
  }
  return load
}

function compiled(path: string, bytes: Buffer | undefined): vm.Script {
  const text = readFileSync(path, 'utf8')
  return new vm.Script(`(function(exports,require,module,__filename,__dirname){${text}\n})`, {
    filename: path,
    ...(bytes === undefined ? {} : { cachedData: bytes }),
    // The first Node 20 has none.
    importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER ?? (name => import(name)),
  })
}

/** What an earlier run of this user wrote, for this version of V8 and its flags. */
function bytecodeOf(start: string): Bytecode {
  const user = process.getuid?.()
  const path = `${start}-${cachedDataVersionTag().toString(16)}-${user ?? ''}`
  try {
    const written = ownBytes(path, user ?? 0)
    const bytes = written.subarray(0, -tail)
    // V8 itself runs what a disk has spoilt.
    if (sumOf(bytes).equals(written.subarray(-tail, -1))) return { path, bytes, runs: written.at(-1) ?? 0 }
  } catch {
    // There is none yet.
  }
  return { path, bytes: undefined, runs: 0 }
}

/** What a file holds that belongs to this user: who may write where caches stand could lay another's there. */
function ownBytes(path: string, user: number): Buffer {
  const file = openSync(path, 'r')
  try {
    return fstatSync(file).uid === user ? readFileSync(file) : Buffer.alloc(0)
  } finally {
    closeSync(file)
  }
}

/** Behind the bytecode: its sum, and of how many runs it is. */
const tail = 33

function sumOf(bytes: Buffer): Buffer {
  return hash('sha256', bytes, 'buffer')
}

function runsOf(script: vm.Script, { runs }: Bytecode): number {
  return script.cachedDataRejected === true ? 0 : runs
}

function write({ script, bytecode }: Fresh): void {
  const temporary = `${bytecode.path}.${process.pid}`
  const bytes = script.createCachedData()
  try {
    const ended = Buffer.of(runsOf(script, bytecode) + 1)
    writeFileSync(temporary, Buffer.concat([bytes, sumOf(bytes), ended]), { mode: 0o600, flag: 'wx' })
    renameSync(temporary, bytecode.path)
  } catch {
    // The next run compiles again.
  }
}
