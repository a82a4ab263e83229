import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProcessMark } from './processes.ts'

export const labFolder = '/run/serat-lab'
const stateFile = join(labFolder, 'state.json')

/** What a lab has on this machine: written before anything of it is made, so that whoever comes later can remove it. */
export interface LabState {
  /** In the name of every namespace and in the environment of every process of this lab. */
  readonly run: string
  readonly phase: 'booting' | 'up'
  /** Failures have been applied since it came up: FRR may have left transfer prefixes of links out. */
  readonly disturbed: boolean
  /** The command that boots it. */
  readonly booter: ProcessMark
  readonly namespaces: readonly string[]
  /** Settings of the machine as they were, by path. */
  readonly limits: Readonly<Record<string, string>>
  /** Absolute folder of the inventory, and the hash of what was booted. */
  readonly inventory: string
  readonly hash: string
}

export function readState(): LabState | undefined {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8')) as LabState
  } catch {
    return undefined
  }
}

export function writeState(state: LabState): void {
  mkdirSync(labFolder, { recursive: true, mode: 0o755 })
  writeFileSync(`${stateFile}.tmp`, JSON.stringify(state, undefined, 2) + '\n')
  renameSync(`${stateFile}.tmp`, stateFile)
}

export function removeFolder(): void {
  rmSync(labFolder, { recursive: true, force: true })
}

/** `serat-1a2b3c-core-1`; what is no router has a dot: `serat-1a2b3c.hosts`. */
export function namespaceName(run: string, role: string): string {
  return role.startsWith('.') ? `serat-${run}${role}` : `serat-${run}-${role}`
}

/** Files of one namespace's daemons. */
export function folderOf(role: string): string {
  return join(labFolder, role.startsWith('.') ? role.slice(1) : `router-${role}`)
}

export const agentSocket = join(labFolder, 'agent.sock')
