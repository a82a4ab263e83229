import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { filesUnder, makeGround, removeGround, repository, writeSecrets, type Ground } from './engine.fixture.ts'
import { contentOf, pathsOfVersion, type Version } from './kill-driver.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'

const secret = 'rahasia-uji-01'
const instants = 20
const victims = ['program', 'provider', 'engine'] as const
type Victim = (typeof victims)[number]

/** Seeded: mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Driver {
  readonly process: ChildProcess
  readonly next: () => Promise<string>
}

describeWithPulumi('killed during `up` at seeded instants', [], () => {
  let ground: Ground
  let driver: Driver | undefined
  let usualMs = 0
  let version: Version = { routers: names(0), number: 1 }

  beforeAll(async () => {
    ground = makeGround(join(repository, 'src/testing/contoh'))
    writeSecrets(ground.secretsFile, new Map([['uji', secret]]))
    await deploy(version)
    const start = performance.now()
    await deploy(version = { ...version, number: 2 })
    usualMs = performance.now() - start
  })

  afterAll(async () => {
    driver?.process.stdin?.end()
    if (driver !== undefined) await ended(driver.process)
    if (ground !== undefined) removeGround(ground)
  })

  /** Twelve routers; one of them comes and goes. */
  function names(round: number): string[] {
    return [...Array.from({ length: 12 }, (_, i) => `r${String(i).padStart(2, '0')}`), ...(round % 2 === 1 ? [`tamu-${round}`] : [])]
  }

  async function running(): Promise<Driver> {
    if (driver !== undefined && driver.process.exitCode === null && driver.process.signalCode === null) return driver
    const child = spawn(process.execPath, [join(repository, 'src/pulumi/kill-driver.fixture.ts'), JSON.stringify(ground)], { stdio: ['pipe', 'pipe', 'ignore'] })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const next = async (): Promise<string> => {
      const { value, done } = await lines.next()
      return done === true ? 'ended' : value
    }
    child.stdin.on('error', () => {})
    driver = { process: child, next }
    expect(await next()).toBe('ready')
    return driver
  }

  async function deploy(wanted: Version): Promise<void> {
    const { process: child, next } = await running()
    child.stdin?.write(JSON.stringify(wanted) + '\n')
    expect(await next()).toBe('done')
  }

  /** Begins an `up` and kills one of its processes: after a share of its usual time, or as soon as a file is being written or was written. */
  async function deployAndKill(wanted: Version, victim: Victim, instant: number, share: number): Promise<void> {
    const { process: child, next } = await running()
    const written = existingMarks(ground)
    child.stdin?.write(JSON.stringify(wanted) + '\n')
    const start = performance.now()
    let answer: string | undefined
    void next().then(text => { answer = text })
    const due = (): boolean => {
      if (instant >= 18) return [...existingMarks(ground)].some(mark => !written.has(mark))
      if (instant >= 16) return isWriting(ground)
      return performance.now() - start > share * usualMs
    }
    while (answer === undefined && !due()) await new Promise(resolve => setTimeout(resolve, instant >= 16 ? 1 : 5))
    const engine = childOf(child.pid, 'pulumi\0up')
    const target = victim === 'program' ? child.pid : victim === 'engine' ? engine : childOf(engine, 'provider/main.ts')
    if (target !== undefined && answer === undefined) process.kill(target, 'SIGKILL')
    while (answer === undefined) await new Promise(resolve => setTimeout(resolve, 5))
    if (answer === 'ended') await ended(child)
    // What outlives its killed parent ends by itself; the next deployment starts when it has.
    await expect.poll(() => [engine, childOf(engine, 'provider/main.ts')].filter(id => id !== undefined && isAlive(id)), { timeout: 30_000, interval: 20 }).toEqual([])
  }

  it.each(victims)('row 7: the %s, 20 times: the next `up` completes, whole files, no orphan, a sound state', async victim => {
    const random = randomOf(victims.indexOf(victim) + 1)
    for (let instant = 0; instant < instants; instant++) {
      const number = version.number + 1
      const share = random()
      await deployAndKill({ routers: names(instant), number }, victim, instant, share)
      const torn = [...filesUnder(ground.output)].filter(([path, bytes]) => !isWhole(path, bytes.toString('utf8'), [version.number, number]))
      expect(torn.map(([path]) => path), `instant ${instant}`).toEqual([])
      // Where a guest came, it is taken out again between the kill and the next run.
      version = { routers: names(0), number: number + 1 }
      await deploy(version)
      const files = filesUnder(ground.output)
      expect([...files.keys()], `instant ${instant}`).toEqual(pathsOfVersion(version).sort())
      for (const [path, bytes] of files) expect(isWhole(path, bytes.toString('utf8'), [version.number]), path).toBe(true)
      expect(readdirSync(join(ground.output, '.serat/tmp'))).toEqual([])
      expect(stateNames(ground)).toEqual([...version.routers].sort())
    }
  })
})

function existingMarks({ output }: Ground): Set<string> {
  return new Set([...filesUnder(output)].map(([path, bytes]) => `${path} ${bytes.toString('utf8').slice(-12)}`))
}

function isWriting({ output }: Ground): boolean {
  const folder = join(output, '.serat/tmp')
  return existsSync(folder) && readdirSync(folder).length > 0
}

function isWhole(path: string, text: string, numbers: readonly number[]): boolean {
  const router = path.split('/')[1] ?? ''
  return numbers.some(number => text === contentOf(router, { routers: [], number }, secret))
}

function stateNames({ state }: Ground): string[] {
  const { checkpoint } = JSON.parse(readFileSync(join(state, '.pulumi/stacks/serat/uji.json'), 'utf8')) as { readonly checkpoint: { readonly latest: { readonly resources: readonly { readonly urn: string; readonly type: string }[]; readonly pending_operations?: readonly unknown[] } } }
  expect(checkpoint.latest.pending_operations ?? []).toEqual([])
  return checkpoint.latest.resources.filter(({ type }) => type === 'serat:index:RouterConfig').map(({ urn }) => urn.split('::').at(-1) ?? '').sort()
}

/** A child process of ours whose command line holds a word. */
function childOf(parent: number | undefined, word: string): number | undefined {
  if (parent === undefined) return undefined
  try {
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').split(' ').filter(id => id !== '').map(Number)
    const threads = readdirSync(`/proc/${parent}/task`).flatMap(thread => readFileSync(`/proc/${parent}/task/${thread}/children`, 'utf8').split(' ')).filter(id => id !== '').map(Number)
    return [...new Set([...children, ...threads])].find(id => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(word))
  } catch {
    return undefined
  }
}

function isAlive(id: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${id}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise(resolve => child.once('exit', resolve))
}
