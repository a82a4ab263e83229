import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** A child of a process whose command line holds a word; undefined where there is none, or no such process. */
export function childOf(parent: number | undefined, word: string): number | undefined {
  if (parent === undefined) return undefined
  try {
    const children = readdirSync(`/proc/${parent}/task`)
      .flatMap(thread => readFileSync(`/proc/${parent}/task/${thread}/children`, 'utf8').split(' '))
      .filter(id => id !== '')
      .map(Number)
    return children.find(id => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(word))
  } catch {
    return undefined
  }
}

/** Runs, and was not merely left for its parent to be read. */
export function isAlive(id: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${id}/stat`, 'utf8'))
  } catch {
    return false
  }
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise(resolve => child.once('exit', resolve))
}
