import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { filesUnder } from './engine.fixture.ts'
import { repository } from './ground.fixture.ts'
import { preparedGroundFor } from './inventory.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'
import { startPostgres, type Postgres } from './postgres.fixture.ts'

interface Outcome {
  readonly code: number
  readonly said: string
}

/** Two machines with one state: each has a host name, a mount namespace and an output root of its own. */
describeWithPulumi('a state shared by two machines', ['PostgreSQL', 'root'], () => {
  const { ground } = preparedGroundFor('stacks/lembah')
  let postgres: Postgres | undefined

  beforeAll(async () => {
    postgres = await startPostgres(ground.folder)
    for (const name of ['satu', 'dua', 'hasil']) mkdirSync(join(ground.folder, name), { recursive: true })
    const project = join(ground.folder, 'project')
    mkdirSync(join(project, 'stacks'), { recursive: true })
    const settings = parse(readFileSync(join(repository, 'Pulumi.yaml'), 'utf8')) as object
    const plugins = { providers: [{ name: 'serat', path: join(repository, 'src/pulumi/provider/bin') }] }
    writeFileSync(join(project, 'Pulumi.yaml'), stringify({ ...settings, plugins }))
    for (const name of ['src', 'node_modules', 'package.json']) symlinkSync(join(repository, name), join(project, name))
  })
  afterAll(async () => {
    await postgres?.stop()
  })

  async function on(
    machine: 'satu' | 'dua',
    words: string,
    environment: Record<string, string> = {},
  ): Promise<Outcome> {
    const script =
      `hostname ${machine} && mount --bind ${join(ground.folder, machine)} ${join(ground.folder, 'hasil')} && cd ` +
      `${join(ground.folder, 'project')} && exec ${words}`
    const child = spawn('unshare', ['--uts', '--mount', '--propagation', 'private', 'sh', '-ec', script], {
      env: {
        ...process.env,
        ...ground.environment,
        PULUMI_BACKEND_URL: postgres?.url ?? '',
        PATH: `${join(repository, 'src/testing/language-host')}:${join(repository, '.cache/pulumi/bin')}:${join(repository, 'node_modules/node/bin')}:${process.env['PATH'] ?? ''}`,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (said += text.toString('utf8')))
    const code = await new Promise<number>(resolve => child.once('close', ended => resolve(ended ?? -1)))
    return { code, said }
  }

  it('row 4: the second root is refused with a sentence, previews from the state alone, and takes over when told', async () => {
    const settings = Object.entries({
      inventory: ground.inventory,
      outputRoot: join(ground.folder, 'hasil'),
      storeFile: ground.secretsFile,
      language: 'en',
      target: 'file',
    })
    await on('satu', 'pulumi stack init dua-mesin')
    for (const [key, value] of settings) await on('satu', `pulumi config set --stack dua-mesin serat:${key} ${value}`)
    const first = await on('satu', 'pulumi up --yes --stack dua-mesin')
    expect(first.said).toContain('created')
    expect(first.code).toBe(0)
    const files = filesUnder(join(ground.folder, 'satu'))
    expect(files.size).toBeGreaterThan(30)

    const preview = await on('dua', 'pulumi preview --stack dua-mesin')
    expect(preview.code).toBe(0)
    expect(preview.said).toMatch(/the output root of this stack is satu\S*:\S*hasil, not here/)
    expect(preview.said).not.toContain('to create')
    const refused = await on('dua', 'pulumi up --yes --stack dua-mesin')
    expect(refused.code).not.toBe(0)
    expect(refused.said).toContain("if that machine is no more, take over: SERAT_TAKE_OVER='satu")
    const destroyed = await on('dua', 'pulumi destroy --yes --stack dua-mesin')
    expect(destroyed.code).not.toBe(0)
    expect([...filesUnder(join(ground.folder, 'dua'))]).toEqual([])
    expect(filesUnder(join(ground.folder, 'satu'))).toEqual(files)
    expect((await on('satu', 'pulumi preview --stack dua-mesin')).said).not.toContain('to create')

    const where = /SERAT_TAKE_OVER='([^']+)'/.exec(refused.said)?.[1] ?? ''
    const taken = await on('dua', 'pulumi up --yes --stack dua-mesin', { SERAT_TAKE_OVER: where })
    expect(taken.said).not.toContain('error')
    expect(taken.code).toBe(0)
    expect(filesUnder(join(ground.folder, 'dua'))).toEqual(files)
    expect((await on('satu', 'pulumi up --yes --stack dua-mesin')).said).toContain("SERAT_TAKE_OVER='dua")
    expect(existsSync(join(ground.folder, 'satu/.serat'))).toBe(true)
  })
})
