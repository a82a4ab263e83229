import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { filesUnder, stackOf, writeSecrets } from './engine.fixture.ts'
import { repository } from './ground.fixture.ts'
import program from './index.ts'
import { preparedGroundFor } from './inventory.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'

/** Forms in which a value could slip out. */
function formsOf(value: string): string[] {
  const bytes = Buffer.from(value)
  const hashes = ['md5', 'sha1', 'sha256', 'sha512'].flatMap(name =>
    (['hex', 'base64'] as const).map(form => createHash(name).update(bytes).digest(form)),
  )
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(JSON.stringify(value)).slice(3, -3),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    encodeURIComponent(value),
    value.replaceAll(/["\\$?]/g, '\\$&'),
    ...hashes,
  ]
}

describeWithPulumi('secrets', [], () => {
  const { ground, values } = preparedGroundFor('stacks/lembah')
  const said: string[] = []
  const seenArguments = new Set<string>()
  const before = new Set(readdirSync(tmpdir()))
  let watching: NodeJS.Timeout

  beforeAll(async () => {
    // Signs that every quoting treats in its own way; one value comes from the stack's encrypted configuration instead.
    for (const [name, value] of values)
      if (!name.startsWith('tunnel/') && !name.startsWith('ospf/') && !name.startsWith('bgp/'))
        values.set(name, `${value} "kutip" $dolar \\ ?`)
    writeSecrets(ground.secretsFile, new Map([...values].filter(([name]) => name !== 'snmp/auth/router/utara')))
    watching = setInterval(() => {
      for (const id of readdirSync('/proc')) if (/^\d+$/.test(id)) seenArguments.add(textOf(`/proc/${id}/cmdline`))
    }, 20)
  })

  afterAll(() => {
    clearInterval(watching)
  })

  it('row 9: are in the deployed files, mode 0600, and nowhere else', async () => {
    const stack = await stackOf(ground, 'lembah', program)
    execFileSync(
      join(repository, '.cache/pulumi/bin/pulumi'),
      ['config', 'set', '--secret', '--stack', 'lembah', 'serat:secrets'],
      {
        cwd: join(ground.folder, 'project'),
        env: { ...process.env, ...ground.environment },
        input: JSON.stringify({ 'snmp/auth/router/utara': values.get('snmp/auth/router/utara') }),
      },
    )
    const listen = {
      onOutput: (text: string): void => void said.push(text),
      onError: (text: string): void => void said.push(text),
      onEvent: (event: unknown): void => void said.push(JSON.stringify(event)),
    }
    await stack.up(listen)
    const deployed = [...filesUnder(ground.output)]
    for (const [name, value] of values) {
      const quoted = value.replaceAll(/["\\$?]/g, '\\$&')
      const holders = deployed.filter(([, bytes]) => bytes.toString('utf8').includes(quoted))
      expect(holders.length, name).toBeGreaterThan(0)
      for (const [path] of holders) expect(statSync(join(ground.output, path)).mode & 0o777, path).toBe(0o600)
    }

    // Drift around secrets: another value, a value out of place, a new secret that nobody declared, a file that others
    // may read.
    const file = join(ground.output, 'routers/utara/utara.rsc')
    const key = values.get('ospf/backbone/sha256/ring-1') ?? ''
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(key, 'kunci-tangan-99') +
        `# catatan: ${values.get('snmp/priv/router/utara') ?? ''}\n/user add name=x password="sandi-asing-77"\n`,
    )
    chmodSync(join(ground.output, 'routers/timur/timur.rsc'), 0o644)
    const start = said.length
    await stack.preview({ ...listen, diff: true })
    const shown = said.slice(start).join('')
    expect(shown).toContain('<secret:ospf/backbone/sha256/ring-1, nilai lain / another value>')
    expect(shown).toContain('<terbaca orang lain: mode 644 / readable by others: mode 644>')
    expect(shown).toContain('<hidden>')
    for (const foreign of ['kunci-tangan-99', 'sandi-asing-77']) expect(shown).not.toContain(foreign)
    await stack.up({ ...listen, diff: true })
    expect(statSync(join(ground.output, 'routers/timur/timur.rsc')).mode & 0o777).toBe(0o600)

    // A rotated secret, a missing one, and a store that others may read.
    values.set('ospf/backbone/sha256/ring-1', 'kunci-baru-0002')
    writeSecrets(ground.secretsFile, new Map([...values].filter(([name]) => name !== 'snmp/auth/router/utara')))
    await stack.up({ ...listen, diff: true })
    expect(readFileSync(file, 'utf8')).toContain('kunci-baru-0002')
    writeSecrets(
      ground.secretsFile,
      new Map([...values].filter(([name]) => name !== 'snmp/auth/router/utara' && name !== 'snmp/priv/router/utara')),
    )
    writeFileSync(file, '# kosong\n')
    await expect(stack.up(listen)).rejects.toThrow(/are missing from the store[\s\S]*snmp\/priv\/router\/utara: utara/)
    chmodSync(ground.secretsFile, 0o644)
    await expect(stack.up(listen)).rejects.toThrow(/others can read it/)
    chmodSync(ground.secretsFile, 0o600)
    said.push(
      JSON.stringify(await stack.exportStack()),
      JSON.stringify(await stack.outputs()),
      JSON.stringify(await stack.history(10, undefined, false)),
    )

    const hidden = [...values.values(), key, 'kunci-tangan-99', 'sandi-asing-77']
      .flatMap(formsOf)
      .filter(form => form.length >= 8)
    const places: [string, string][] = [
      ['outputs, previews, diffs, errors and state', said.join('\n')],
      ['process arguments', [...seenArguments].join('\n')],
      ...['state', 'home', 'project', 'inventory'].map((name): [string, string] => [
        name,
        textUnder(join(ground.folder, name)),
      ]),
      ['journal', textUnder(join(ground.output, '.serat'))],
      [
        'documents',
        deployed
          .filter(([path]) => !path.startsWith('routers/'))
          .map(([, bytes]) => bytes.toString('latin1'))
          .join('\n'),
      ],
      ...readdirSync(tmpdir())
        .filter(name => !before.has(name) && !ground.folder.endsWith(name))
        .map((name): [string, string] => [`temporary ${name}`, textUnder(join(tmpdir(), name))]),
    ]
    expect(places[0]?.[1].length).toBeGreaterThan(10_000)
    for (const [place, text] of places)
      expect(
        hidden
          .filter(form => text.includes(form))
          .map(form => text.slice(Math.max(0, text.indexOf(form) - 200), text.indexOf(form) + 100)),
        place,
      ).toEqual([])
  })
})

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function textUnder(path: string): string {
  const known = existsSync(path) ? lstatSync(path) : undefined
  if (known?.isFile() === true) return known.size < 50_000_000 ? textOf(path) : ''
  if (known?.isDirectory() !== true) return ''
  try {
    return readdirSync(path)
      .map(name => textUnder(join(path, name)))
      .join('\n')
  } catch {
    return ''
  }
}
