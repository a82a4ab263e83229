import { execFile, execFileSync } from 'node:child_process'
import { markName } from './boot/processes.ts'

/** Runs programs that carry a lab's mark. */
export interface Runner {
  readonly run: (program: string, ...args: readonly string[]) => Promise<string>
  /** Commands for `ip -batch`, in a namespace or outside of any; rules and routes of IPv6 apart from those of IPv4. */
  readonly batch: (namespace: string | undefined, commands: readonly string[], family?: 4 | 6) => Promise<void>
}

export function runnerOf(run: string): Runner {
  const env = environmentOf(run)
  const execute = (program: string, args: readonly string[], input?: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = execFile(program, args, { env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
        if (error === null) resolve(stdout)
        else
          reject(
            new Error(
              `${[program, ...args].join(' ').slice(0, 200)} failed:\n${stdout}${stderr}`.trimEnd().slice(0, 4000),
            ),
          )
      })
      // A program that fails may not read what it is given; its exit code says so.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(input ?? '')
    })
  return {
    run: (program, ...args) => execute(program, args),
    async batch(namespace, commands, family = 4) {
      if (commands.length === 0) return
      await execute(
        'ip',
        [...(family === 6 ? ['-6'] : []), ...(namespace === undefined ? [] : ['-n', namespace]), '-batch', '-'],
        commands.join('\n') + '\n',
      )
    },
  }
}

export function environmentOf(run: string): NodeJS.ProcessEnv {
  return { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', LC_ALL: 'C', [markName]: run }
}

/** Does `work` with every item, at most `jobs` at a time; the first fault ends it. */
export async function inParallel<T>(
  items: readonly T[],
  jobs: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      for (const item of waiting) await work(item)
    }),
  )
}

/** Runs a program now; undefined where it cannot be run or says no. */
export function answerOf(program: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 })
  } catch {
    return undefined
  }
}
