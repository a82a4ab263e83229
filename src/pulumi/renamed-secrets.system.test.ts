import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { changed, filesUnder, stackOf, stepsOf, writeSecrets } from './engine.fixture.ts'
import { repository, type Ground } from './ground.fixture.ts'
import program from './index.ts'
import { built, namesIn, preparedGroundFor } from './inventory.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'

describeWithPulumi('secrets of what was renamed and removed', [], () => {
  const { ground, values } = preparedGroundFor('stacks/lembah')

  it('follow it by the engine: a new name is served from the old one, and nothing is left of what went', async () => {
    const stack = await stackOf(ground, 'lembah', program)
    const up = async (): Promise<{ readonly said: string; readonly steps: ReadonlyMap<string, string> }> => {
      const said: string[] = []
      const { steps } = await stepsOf(onEvent =>
        stack.up({ onEvent, onOutput: text => said.push(text), onError: text => said.push(text) }),
      )
      return { said: said.join(''), steps }
    }
    await up()
    const own = [...values.keys()].filter(name => name.endsWith('/bukit'))
    expect(own.length).toBeGreaterThan(3)

    // `constructor` is a name like any other; every object of the language has one.
    serat(ground, 'rename', 'site', 'bukit', 'constructor')
    await built(ground.inventory)
    const renamed = await up()
    expect(renamed.said).toContain('secrets still stand under a former name and are taken from there')
    for (const name of own) expect(renamed.said).toContain(`${name} -> ${name.replace(/\/bukit$/, '/constructor')}`)
    const file = filesUnder(ground.output).get('routers/constructor/constructor.rsc')?.toString('utf8') ?? ''
    for (const name of own) expect(file, name).toContain(values.get(name))
    expect(file).not.toContain('<secret:')
    expect(existsSync(join(ground.output, 'routers/bukit'))).toBe(false)
    expect(changed(renamed.steps)).not.toHaveProperty('RouterConfig::timur')

    const filed = new Map([...values].map(([name, value]) => [name.replace(/\/bukit$/, '/constructor'), value]))
    writeSecrets(ground.secretsFile, filed)
    serat(ground, 'retire', 'site', 'timur')
    const needed = namesIn(await built(ground.inventory))
    expect(needed.filter(name => name.endsWith('/router/timur'))).toEqual([])
    const removed = await up()
    expect(removed.said).not.toContain('former name')
    expect(changed(removed.steps)).toMatchObject({ 'RouterConfig::timur': 'delete' })
    const left = [...filesUnder(ground.output)].map(([, bytes]) => bytes.toString('latin1')).join('\n')
    const gone = [...filed].filter(([name]) => name.endsWith('/router/timur'))
    expect(gone.length).toBeGreaterThan(2)
    for (const [name, value] of gone) expect(left, name).not.toContain(value)
  })
})

function serat({ inventory }: Ground, ...args: readonly string[]): void {
  const words = [join(repository, 'src/cli/main.ts'), ...args, '--inventory', inventory]
  execFileSync(process.execPath, words, { stdio: 'pipe' })
}
