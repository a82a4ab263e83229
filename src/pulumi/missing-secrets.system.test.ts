import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Stack } from '@pulumi/pulumi/automation/index.js'
import { expect, it } from 'vitest'
import { changed, filesUnder, stackOf, stepsOf, writeSecrets } from './engine.fixture.ts'
import { repository } from './ground.fixture.ts'
import program from './index.ts'
import { preparedGroundFor } from './inventory.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'

interface Outcome {
  readonly said: string
  readonly failed: boolean
  readonly steps: ReadonlyMap<string, string>
}

async function run(stack: Stack, operation: 'preview' | 'up'): Promise<Outcome> {
  const said: string[] = []
  let failed = false
  const { steps } = await stepsOf(async onEvent => {
    await stack[operation]({ onEvent, onOutput: text => said.push(text), onError: text => said.push(text) }).catch(
      () => {
        failed = true
      },
    )
  })
  return { said: said.join(''), failed, steps }
}

/** What a store was asked for, each kind once. */
function asksOf(log: string): string[] {
  return [...new Set(readFileSync(log, 'utf8').trim().split('\n'))]
}

describeWithPulumi('secrets that are missing', [], () => {
  const { ground, values } = preparedGroundFor('stacks/lembah')

  it('each name taken away is an error of a preview that goes on, and stops `up` before any resource', async () => {
    const stack = await stackOf(ground, 'lembah', program)
    const names = [...values.keys()]
    for (const name of [names[0] ?? '', names[Math.floor(names.length / 2)] ?? '', names.at(-1) ?? '']) {
      writeSecrets(ground.secretsFile, new Map([...values].filter(([each]) => each !== name)))
      const preview = await run(stack, 'preview')
      expect(preview.said).toContain(`  ${name}: `)
      expect(preview.failed).toBe(true)
      expect([...preview.steps.values()].filter(op => op === 'create').length).toBeGreaterThan(20)
      const up = await run(stack, 'up')
      expect(up.said).toContain(`  ${name}: `)
      expect(up.failed).toBe(true)
      expect(existsSync(ground.output)).toBe(false)
      expect((await stack.exportStack()).deployment.resources ?? []).not.toContainEqual(
        expect.objectContaining({ type: 'serat:index:RouterConfig' }),
      )
    }
    writeSecrets(ground.secretsFile, values)
  })

  it('without a store a preview says which names it did not check, and `up` stops', async () => {
    const stack = await stackOf(ground, 'lembah', program, { storeFile: join(ground.folder, 'nowhere.yaml') })
    const preview = await run(stack, 'preview')
    expect(preview.failed).toBe(false)
    expect(preview.said).toContain(`${values.size} secrets were not checked`)
    for (const name of values.keys()) expect(preview.said).toContain(name.slice(name.lastIndexOf('/') + 1))
    const up = await run(stack, 'up')
    expect(up.failed).toBe(true)
    expect(up.said).toContain('is not on this machine, so nothing is deployed')
    expect(existsSync(ground.output)).toBe(false)
  })

  it('a value that cannot be used is an error of a preview, and stops `up` before any resource', async () => {
    const stack = await stackOf(ground, 'lembah', program)
    const [name = '', broken = ''] = [...values.keys()].filter(each => each.startsWith('snmp/'))
    writeSecrets(ground.secretsFile, new Map([...values, [name, ''], [broken, 'kata\n']]))
    for (const operation of ['preview', 'up'] as const) {
      const outcome = await run(stack, operation)
      expect(outcome.failed).toBe(true)
      expect(outcome.said).toMatch(new RegExp(`  ${name}: .*its value is empty`))
      expect(outcome.said).toMatch(new RegExp(`  ${broken}: .*holds a line break`))
    }
    expect(existsSync(ground.output)).toBe(false)
  })

  it('a store behind a command is asked for names by the first preview and for values by `up`; `serat secrets` fills it', async () => {
    const folder = join(ground.folder, 'store')
    const asked = join(ground.folder, 'asked')
    mkdirSync(folder)
    mkdirSync(join(ground.folder, 'project/stacks'), { recursive: true })
    const store = join(ground.folder, 'store.sh')
    writeFileSync(
      store,
      `#!/bin/sh
echo "$1" >> ${asked}
case $1 in
  read) cat "${folder}/$(echo "$2" | tr / .)" ;;
  list) cd ${folder} && cat ../names ;;
  write) cat > "${folder}/$(echo "$2" | tr / .)"; echo "$2" >> ${folder}/../names ;;
esac
`,
    )
    chmodSync(store, 0o700)
    writeFileSync(join(ground.folder, 'names'), '')
    const words = { read: [store, 'read', '{name}'], list: [store, 'list'], write: [store, 'write', '{name}'] }
    writeFileSync(
      join(ground.folder, 'project/stacks/Pulumi.perintah.yaml'),
      JSON.stringify({ config: { 'serat:inventory': ground.inventory, 'serat:storeCommand': words } }),
    )
    const stack = await stackOf(ground, 'perintah', program, { storeCommand: JSON.stringify(words), storeFile: '' })
    await stack.removeConfig('serat:storeFile')
    expect((await run(stack, 'preview')).said).toContain(`${values.size} secrets are missing`)
    const serat = (): string =>
      execFileSync(
        process.execPath,
        [
          join(repository, 'src/cli/main.ts'),
          'secrets',
          '--lang',
          'en',
          '--inventory',
          ground.inventory,
          '--stack',
          'perintah',
          '--generate',
        ],
        { cwd: join(ground.folder, 'project'), encoding: 'utf8' },
      )
    expect(serat).toThrow()
    for (const [name, value] of values)
      if (/^tunnel\/|^bgp\/uplink/.test(name)) execFileSync(store, ['write', name], { input: value })
    expect(serat()).not.toContain('MISSING')
    rmSync(asked)
    expect((await run(stack, 'preview')).failed).toBe(false)
    expect(asksOf(asked)).toEqual(['list'])
    const up = await run(stack, 'up')
    expect(up.said).not.toContain('error')
    expect(changed(up.steps)).toHaveProperty('RouterConfig::utara')
    const deployed = [...filesUnder(ground.output)].map(([, bytes]) => bytes.toString('latin1')).join('')
    expect(deployed).not.toContain('<secret:')
    rmSync(asked)
    expect(changed((await run(stack, 'preview')).steps)).toEqual({})
    expect(asksOf(asked)).toEqual(['list'])
    // A value that was replaced there is deployed, and a preview says that it does not look.
    const [name, file] = ['ospf/backbone/sha256/ring-1', 'routers/utara/utara.rsc']
    execFileSync(store, ['write', name], { input: 'kunci-baru-0003' })
    const unseen = await run(stack, 'preview')
    expect([changed(unseen.steps), unseen.said]).toEqual([
      {},
      expect.stringContaining('is not asked for values by a preview'),
    ])
    expect(changed((await run(stack, 'up')).steps)).toHaveProperty('RouterConfig::utara')
    expect(filesUnder(ground.output).get(file)?.toString()).toContain('kunci-baru-0003')
    // Without a list nobody knows the names either.
    await stack.setConfig('serat:storeCommand', { value: JSON.stringify({ ...words, list: undefined }) })
    rmSync(asked)
    const unlisted = await run(stack, 'preview')
    expect([unlisted.failed, unlisted.said]).toEqual([false, expect.stringContaining('names no `list`')])
    expect(existsSync(asked)).toBe(false)
  })
})
