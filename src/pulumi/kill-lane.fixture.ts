import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { filesUnder, writeSecrets } from './engine.fixture.ts'
import { makeGround, removeGround, repository, type Ground } from './ground.fixture.ts'
import type { Version } from './kill-driver.fixture.ts'
import { childOf, ended, isAlive } from './processes.fixture.ts'

export type Victim = 'program' | 'provider' | 'engine'

/**
 * When to kill: after a share of what an `up` takes, once a file is being written, or once one was put in its place.
 */
export type Instant = { readonly share: number } | 'in a file' | 'after a file'

/** A stack of its own whose deployments are killed, one after the other. */
export interface Lane {
  readonly ground: Ground
  /** A whole deployment. Throws with what was said where it fails. */
  readonly deploy: (version: Version) => Promise<void>
  /**
   * Begins a deployment and kills one of its processes with SIGKILL; settles once all of them are gone. Says whether it
   * came in time.
   */
  readonly deployAndKill: (version: Version, victim: Victim, instant: Instant) => Promise<boolean>
  readonly end: () => Promise<void>
}

export function makeLane(secrets: ReadonlyMap<string, string>): Lane {
  const ground = makeGround('src/testing/contoh')
  writeSecrets(ground.secretsFile, secrets)
  let driver: Driver | undefined
  let usualMs = 0

  async function begin(version: Version): Promise<{ readonly running: Driver; readonly answer: Promise<string> }> {
    if (driver === undefined || !isAlive(driver.id)) driver = await startDriver(ground)
    driver.say(version)
    return { running: driver, answer: driver.next() }
  }

  return {
    ground,
    async deploy(version) {
      const { answer } = await begin(version)
      const start = performance.now()
      const said = await answer
      usualMs = performance.now() - start
      if (said !== 'done') throw new Error(said)
    },
    async deployAndKill(version, victim, instant) {
      const due = makeDue(ground, instant, usualMs)
      const { running, answer } = await begin(version)
      let said: string | undefined
      void answer.then(text => {
        said = text
      })
      while (said === undefined && !due()) await pause(instant === 'in a file' ? 0 : 2)
      let ids = processesOf(running)
      // An instant before the victim is there is the one in which it comes.
      for (; said === undefined && ids[victim] === undefined; ids = processesOf(running)) await pause(1)
      const id = ids[victim]
      const inTime = said === undefined && id !== undefined
      if (inTime) process.kill(id, 'SIGKILL')
      await answer
      if (inTime && victim === 'program') await ended(running.process)
      // What outlives its killed parent ends by itself.
      for (const each of [ids.engine, ids.provider]) while (each !== undefined && isAlive(each)) await pause(10)
      return inTime
    },
    async end() {
      driver?.process.stdin?.end()
      if (driver !== undefined) await ended(driver.process)
      removeGround(ground)
    },
  }
}

function processesOf({ id }: Driver): Readonly<Record<Victim, number | undefined>> {
  const engine = childOf(id, 'pulumi\0up')
  return { program: id, engine, provider: childOf(engine, 'provider/main.ts') }
}

/** The process that runs the program, and asks for one deployment after the other. */
interface Driver {
  readonly process: ChildProcess
  readonly id: number
  readonly say: (version: Version) => void
  /** What it says next; `ended` where it is gone. */
  readonly next: () => Promise<string>
}

async function startDriver(ground: Ground): Promise<Driver> {
  const child = spawn(
    process.execPath,
    [join(repository, 'src/pulumi/kill-driver.fixture.ts'), JSON.stringify(ground)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  child.stdin.on('error', () => {})
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next()
    return done === true ? 'ended' : value
  }
  const said = await next()
  if (said !== 'ready' || child.pid === undefined) throw new Error(`the driver did not start: ${said}`)
  return { process: child, id: child.pid, next, say: version => void child.stdin.write(JSON.stringify(version) + '\n') }
}

function makeDue(ground: Ground, instant: Instant, usualMs: number): () => boolean {
  if (instant === 'in a file') return () => isWriting(ground)
  if (instant === 'after a file') {
    const before = filesInPlace(ground)
    return () => [...filesInPlace(ground)].some(file => !before.has(file))
  }
  const start = performance.now()
  return () => performance.now() - start > instant.share * usualMs
}

function isWriting({ output }: Ground): boolean {
  const folder = join(output, '.serat/tmp')
  return existsSync(folder) && readdirSync(folder).length > 0
}

/** Each file put in place is another one on the disk. */
function filesInPlace({ output }: Ground): Set<string> {
  const folder = join(output, 'routers')
  const routers = existsSync(folder) ? readdirSync(folder) : []
  return new Set(
    routers.flatMap(router => {
      const file = statSync(join(folder, router, `${router}.rsc`), { throwIfNoEntry: false })
      return file === undefined ? [] : [`${router} ${file.ino} ${file.mtimeMs}`]
    }),
  )
}

/** Routers that the state knows. Throws where the state is torn or waits for an operation. */
export function routersInState({ state }: Ground): string[] {
  const { checkpoint } = JSON.parse(readFileSync(join(state, '.pulumi/stacks/serat/uji.json'), 'utf8')) as {
    readonly checkpoint: {
      readonly latest: {
        readonly resources: readonly { readonly urn: string; readonly type: string }[]
        readonly pending_operations?: readonly unknown[]
      }
    }
  }
  const { resources, pending_operations: pending = [] } = checkpoint.latest
  if (pending.length > 0) throw new Error(`the state waits for ${JSON.stringify(pending)}`)
  return resources
    .filter(({ type }) => type === 'serat:index:RouterConfig')
    .map(({ urn }) => urn.split('::').at(-1) ?? '')
    .sort()
}

/** What a deployment was writing when it ended. */
export function unfinished({ output }: Ground): string[] {
  return readdirSync(join(output, '.serat/tmp'))
}

export function textsUnder({ output }: Ground): [string, string][] {
  return [...filesUnder(output)].map(([path, bytes]) => [path, bytes.toString('utf8')])
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
