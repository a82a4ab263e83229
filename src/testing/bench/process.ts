import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

export interface Ran {
  /** Of the processor, in all its threads. */
  readonly seconds: number
  readonly stdout: string
}

/**
 * Runs a script of ours in a process of its own, from start to exit. Throws with what it said where it fails; findings
 * are no failure where they may be.
 */
export function ran(
  script: string,
  args: readonly string[],
  options: { readonly node?: readonly string[]; readonly env?: NodeJS.ProcessEnv; readonly mayFind?: true } = {},
): Ran {
  const before = processorSeconds()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(options.node ?? []), join(root, script), ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1e9,
      cwd: root,
      env: { ...process.env, ...options.env },
    },
  )
  const seconds = processorSeconds() - before
  if (status !== 0 && !(options.mayFind === true && status === 1))
    throw new Error(`${script} ${args.join(' ')} ended with ${status}\n${stdout.slice(-2000)}${stderr.slice(-2000)}`)
  return { seconds, stdout }
}

/** Of all that was started and has ended: the 16th and 17th field of proc(5)'s stat, in ticks of a hundredth. */
export function processorSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

/** A build by the real command line into a folder that is not there yet. */
export function built(inventory: string, out: string): Ran {
  rmSync(out, { recursive: true, force: true })
  return ran('src/cli/main.ts', ['build', '--inventory', inventory, '--out', out], { node: heap })
}

/** The same, for its peak memory in MB. */
export function builtForMemory(inventory: string, out: string): number {
  rmSync(out, { recursive: true, force: true })
  const file = `${out}.peak`
  ran('src/cli/main.ts', ['build', '--inventory', inventory, '--out', out], {
    node: [...heap, '--import', new URL('peak-memory.mjs', import.meta.url).href],
    env: { SERAT_PEAK_MEMORY: file },
  })
  return Number(readFileSync(file, 'utf8')) / 1024
}

/**
 * What the benchmark itself was started with; without it a heap that keeps 10,000 sites below 2 GB, where V8 left alone
 * collects late.
 */
const given = process.execArgv.filter(argument => argument.startsWith('--max-old-space-size'))
const heap = given.length > 0 ? given : ['--max-old-space-size=1536']
