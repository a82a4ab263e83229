import { execFileSync } from 'node:child_process'

/** What Git says, without its last line end; undefined where it refuses or is absent. */
export function git(folder: string, ...args: readonly string[]): string | undefined {
  try {
    const text = execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return text.replace(/\n$/, '')
  } catch {
    return undefined
  }
}

/** The same as bytes: the content of a file. */
export function gitBytes(folder: string, ...args: readonly string[]): Buffer | undefined {
  try {
    return execFileSync('git', args, { cwd: folder, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}
