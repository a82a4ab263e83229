import { afterAll, beforeAll, expect, it } from 'vitest'
import { execute } from '../testing/namespace.ts'
import { changed, filesUnder, stackOf, stepsOf } from './engine.fixture.ts'
import type { Ground } from './ground.fixture.ts'
import program from './index.ts'
import { preparedGroundFor } from './inventory.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'
import { startPostgres, type Postgres } from './postgres.fixture.ts'

describeWithPulumi('state shared in PostgreSQL', ['PostgreSQL'], () => {
  const grounds = ['stacks/lembah', 'src/testing/contoh'].map(inventory => preparedGroundFor(inventory).ground)
  let postgres: Postgres | undefined

  beforeAll(async () => {
    postgres = await startPostgres(grounds[0]?.folder ?? '')
    for (const { environment } of grounds) environment['PULUMI_BACKEND_URL'] = postgres.url
  })

  afterAll(() => postgres?.stop())

  it('row 8: two stacks side by side; a locked stack refuses a second `up`, then works', async () => {
    const [ours, theirs] = grounds as [Ground, Ground]
    let hold: Promise<void> | undefined
    let held = (): void => {}
    const stack = await stackOf(ours, 'lembah', async () => {
      held()
      await hold
      return program()
    })
    const other = await stackOf(theirs, 'contoh', program)
    const [first, second] = await Promise.all([
      stepsOf(onEvent => stack.up({ onEvent })),
      stepsOf(onEvent => other.up({ onEvent })),
    ])
    expect(first.steps.get('RouterConfig::utara')).toBe('create')
    expect(second.steps.get('RouterConfig::utara')).toBe('create')
    expect(
      filesUnder(ours.output)
        .get('routers/utara/utara.rsc')
        ?.equals(filesUnder(theirs.output).get('routers/utara/utara.rsc') ?? Buffer.alloc(0)),
    ).toBe(false)

    const locked = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    held = locked.resolve
    hold = release.promise
    const slow = stack.up()
    await locked.promise
    held = (): void => {}
    const rival = await stackOf(ours, 'lembah', program)
    await expect(rival.up()).rejects.toThrow(/locked/i)
    release.resolve()
    await slow
    hold = undefined
    expect(changed((await stepsOf(onEvent => rival.up({ onEvent }))).steps)).toEqual({})
    expect(
      execute(
        'psql',
        postgres?.url ?? '',
        '-At',
        '-c',
        `select count(*) from pulumi_state where key like '%stacks/serat/%.json'`,
      ).trim(),
    ).toBe('2')
  })
})
