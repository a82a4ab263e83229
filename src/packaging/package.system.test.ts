import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tutorial } from '../testing/tutorial.fixture.ts'
import { describeWithPulumi } from '../pulumi/peers.fixture.ts'
import { completionsAt } from './editor.fixture.ts'

const repository = join(import.meta.dirname, '../..')
const ground = mkdtempSync(join(tmpdir(), 'serat-package-'))
const home = join(ground, 'regency')
const own = process.execPath
const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { readonly version: string }
const tarball = join(ground, `serat-${version}.tgz`)

/** The machine's own Node beside ours: the first of the PATH that no package brought. */
const machines = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter(folder => !folder.includes('node_modules'))
  .map(folder => join(folder, 'node'))
  .find(path => statSync(path, { throwIfNoEntry: false })?.isFile())

const nodes = [own, ...(machines === undefined ? [] : [machines])].map(path => {
  const name = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()
  return [name, path] as const
})

beforeAll(() => {
  execFileSync('npm', ['pack', '--pack-destination', ground], { cwd: repository, stdio: 'ignore' })
  mkdirSync(join(home, 'stacks'), { recursive: true })
  cpSync(join(repository, 'stacks/lembah'), join(home, 'sites'), { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }\n')
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: home, stdio: 'ignore' })
})

afterAll(() => {
  rmSync(ground, { recursive: true, force: true })
})

function serat(node: string, ...args: readonly string[]): string {
  return execFileSync(node, [join(home, 'node_modules/.bin/serat'), ...args], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, SERAT_LANG: 'en' },
  })
}

test('the tarball holds what runs and nothing else', () => {
  expect(statSync(tarball).size).toBeLessThan(5 * 1024 * 1024)
  const files = readdirSync(join(home, 'node_modules/serat'), { recursive: true, encoding: 'utf8' })
  const known = /^(dist(\/|$)|src(\/cli(\/bin\.mjs)?)?$|LICENSE$|README\.md$|package\.json$)/
  expect(files.filter(path => !known.test(path))).toEqual([])
  expect(files.filter(path => /\.(test|fixture)\.|golden|klaten|testing/i.test(path))).toEqual([])
  expect(readdirSync(join(home, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['serat'])
})

test.each(nodes)('Node %s: the steps of the Containerfile, in a folder in place of an image', (name, node) => {
  const image = join(ground, `image-${name.slice(1, 3)}`)
  const steps = new Map(
    readFileSync(join(repository, 'Containerfile'), 'utf8')
      .split('\n')
      .filter(line => /^[A-Z]+ /.test(line))
      .map(line => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  )
  expect(steps.get('ARG')).toBe(`TARBALL=serat-${version}.tgz`)
  const [, copied = ''] = /^\$\{TARBALL\} (\/\S+)$/.exec(steps.get('COPY') ?? '') ?? []
  mkdirSync(join(image, 'tmp'), { recursive: true })
  cpSync(tarball, join(image, copied))
  const prefix = join(image, 'usr/local')
  const run = (steps.get('RUN') ?? 'exit 1').replaceAll(copied, join(image, copied))
  execFileSync('sh', ['-e', '-c', run], { env: { ...process.env, npm_config_prefix: prefix }, stdio: 'ignore' })
  expect(steps.get('WORKDIR')).toBe('/inventory')
  const [entry = ''] = JSON.parse(steps.get('ENTRYPOINT') ?? '[]') as string[]
  // Nothing but Node is on the PATH of a slim image: no Git, no shell tools.
  const [bin, inventory] = [join(image, 'node'), join(image, 'inventory')]
  mkdirSync(bin)
  symlinkSync(node, join(bin, 'node'))
  cpSync(join(repository, 'stacks/lembah'), join(inventory, 'sites'), { recursive: true })
  const serat = (...args: readonly string[]): string =>
    execFileSync(node, [realpathSync(join(prefix, 'bin', entry)), ...args, '--lang', 'en'], {
      cwd: inventory,
      encoding: 'utf8',
      env: { PATH: bin },
    })
  expect(serat('check')).toContain('no findings')
  expect(serat('build')).toContain('files in out/')
  expect(steps.get('USER')).toBe('node')
})

test.each(nodes)('Node %s: checks, builds and explains without the repository', (_, node) => {
  expect(serat(node, 'check')).toContain('no findings')
  serat(node, 'build', '--out', 'out')
  const packed = readFileSync(join(home, 'out/manifest.json'), 'utf8')
  execFileSync(own, [join(repository, 'src/cli/main.ts'), 'build', '--out', join(ground, 'source')], { cwd: home })
  expect(packed).toBe(readFileSync(join(ground, 'source/manifest.json'), 'utf8'))
  expect(serat(node, 'explain', 'GEO002')).toContain('route-outside-radius')
  expect(serat(node, '--version')).toBe(`serat ${version}\n`)
})

test.each(nodes)(
  'Node %s: a network begun from the package checks clean, builds, grows and is renamed',
  (name, node) => {
    const folder = `mulai-${name.slice(1, 3)}`
    const at = (...args: readonly string[]): string => serat(node, ...args, '--inventory', `${folder}/sites`)
    serat(node, 'init', folder, '--name', 'Kabupaten Coba')
    expect(at('check')).toContain('no findings')
    at('build', '--out', `${folder}/out`)
    const site = [
      '--name',
      'Dinas Baru',
      '--at',
      '-7.255,110.41',
      '--kecamatan',
      '99.99.01',
      '--tenant',
      'dinas-baru',
      '--asset',
      'KIB-1',
    ]
    at('new', 'site', 'dinas-baru', ...site)
    at('rename', 'site', 'dinas-baru', 'dinas-lama')
    expect(at('check')).toContain('no findings')
    serat(node, 'init', `${folder}-lembah`, '--from', 'lembah')
    expect(serat(node, 'check', '--inventory', `${folder}-lembah/sites`)).toContain('no findings')
  },
)

test.each(nodes)("Node %s: README's tutorial as it is written, from the tarball", (name, node) => {
  const folder = join(ground, `tutorial-${name.slice(1, 3)}`)
  mkdirSync(join(folder, 'vendor'), { recursive: true })
  mkdirSync(join(folder, 'bin'))
  cpSync(tarball, join(folder, 'vendor', `serat-${version}.tgz`))
  symlinkSync(node, join(folder, 'bin/node'))
  const { status, stderr } = spawnSync('bash', ['-e', '-c', tutorial().join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: [join(folder, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
      HOME: ground,
      npm_config_offline: 'true',
      ...Object.fromEntries(['AUTHOR', 'COMMITTER'].map(who => [`GIT_${who}_NAME`, 'Uji'])),
      ...Object.fromEntries(['AUTHOR', 'COMMITTER'].map(who => [`GIT_${who}_EMAIL`, 'uji@contoh.example'])),
    },
  })
  expect(status, stderr).toBe(0)
  expect(readdirSync(join(folder, 'out/routers'))).toContain('dinas-perhubungan')
})

const strictly = {
  target: 'es2022',
  lib: ['es2022'],
  module: 'nodenext',
  types: [],
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
}

/** What the compiler says of a program in `folder`, from the types of the package alone. */
function compiledStrictly(folder: string, program: string, options: object = {}): string {
  writeFileSync(join(folder, 'program.ts'), program)
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...strictly, ...options }, files: ['program.ts'] }),
  )
  const compiler = join(repository, 'node_modules/typescript/bin/tsc')
  return spawnSync(own, [compiler, '--pretty', 'false', '-p', folder], { encoding: 'utf8' }).stdout
}

const program = `declare const process: { readonly argv: string[] }
declare const console: { readonly log: (text: string) => void }
${readFileSync(join(repository, 'src/api/program.fixture.ts'), 'utf8').replace("'./index.ts'", "'serat'")}`

test('a program compiles strictly from the types of the package, and a wrong one does not', () => {
  expect(compiledStrictly(home, program)).toBe('')
  expect(compiledStrictly(home, program.replace("quality: 'sourced'", "quality: 'guessed'"))).toMatch(
    /program\.ts\(\d+,\d+\): error TS2322.*"guessed"/,
  )
  expect(compiledStrictly(home, program.replace('speedMbps', 'speedMbs'))).toContain(
    "'speedMbs' does not exist in type",
  )
})

test('an editor completes fields, choices and what was decided', async () => {
  writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions: strictly, files: ['program.ts'] }))
  const file = join(home, 'program.ts')
  const at = (text: string): Promise<readonly string[]> =>
    completionsAt(file, `import { Site, FibreRoute, compile } from 'serat'\n${text}`)
  expect(await at("new Site('a', { | })")).toEqual(expect.arrayContaining(['name', 'kecamatan', 'segments', 'router']))
  expect(await at("new Site('a', { class: '|' })")).toEqual(['hub', 'opd', 'kecamatan', 'field'])
  expect(await at('declare const r: ReturnType<typeof compile>, s: Site\nr.of(s)?.|')).toContain('loopback')
})

test.each(nodes)('Node %s: a wrong value is told at the line of the program', (_, node) => {
  const contoh = join(ground, 'contoh')
  cpSync(join(repository, 'src/testing/contoh'), contoh, { recursive: true })
  for (const path of ['opd/bukit', 'opd/timur', 'opd/utara', 'routes/ring', 'circuits/bukit'])
    rmSync(join(contoh, `${path}.yaml`))
  const path = join(home, 'program.mjs')
  const text = readFileSync(join(repository, 'src/api/program.fixture.ts'), 'utf8').replace("'./index.ts'", "'serat'")
  writeFileSync(path, text)
  const said = (fault: string): { readonly places: unknown; readonly loopback: unknown } =>
    JSON.parse(execFileSync(node, [path, contoh, fault], { cwd: home, encoding: 'utf8' })) as ReturnType<typeof said>
  expect(said('none')).toMatchObject({ places: [], loopback: expect.stringMatching(/^10\./) as unknown })
  const line = text.split('\n').findIndex(each => each.includes("fault === 'negative'")) + 1
  expect(said('negative').places).toEqual([['LOD013', 'program.mjs', line]])
})

describeWithPulumi('a deployment from the package alone, through a stand-in for the language host', [], () => {
  test.each(nodes)('Node %s: preview, up, unchanged preview, destroy', (name, node) => {
    const pulumi = deploymentOn(name, node)
    expect(pulumi('preview')).toMatch(/\+ \d+ to create/)
    expect(pulumi('up', '--yes')).toMatch(/\+ \d+ created/)
    expect(readdirSync(join(ground, `deployed-${name}`))).toContain('routers')
    expect(pulumi('preview')).toMatch(/\d+ unchanged/)
    pulumi('destroy', '--yes')
  })
})

/**
 * A repository of `sites/`, `Pulumi.yaml`, `stacks/` and `package.json`, its keys and secrets made, and the engine in
 * it.
 */
function deploymentOn(name: string, node: string): (...args: readonly string[]) => string {
  const stack = `lembah-${name.slice(1, 3)}`
  for (const folder of ['private', 'home', `state-${name}`, `bin-${name}`])
    mkdirSync(join(ground, folder), { recursive: true, mode: 0o700 })
  symlinkSync(node, join(ground, `bin-${name}`, 'node'))
  linkPackages()
  writeFileSync(
    join(home, 'Pulumi.yaml'),
    `name: serat
runtime: { name: nodejs, options: { typescript: false } }
main: node_modules/serat/dist/program.js
stackConfigDir: stacks
plugins: { providers: [{ name: serat, path: ./node_modules/serat/dist/plugin }] }
`,
  )
  const secrets = join(ground, 'private/secrets.yaml')
  serat(node, 'keys', '--secrets', secrets)
  writeFileSync(secrets, withAll(readFileSync(secrets, 'utf8'), node), { mode: 0o600 })
  const settings = { inventory: 'sites', outputRoot: join(ground, `deployed-${name}`), storeFile: secrets }
  writeFileSync(
    join(home, `stacks/Pulumi.${stack}.yaml`),
    `config:\n${Object.entries(settings)
      .map(([key, value]) => `  serat:${key}: ${value}\n`)
      .join('')}`,
  )
  const run = (...args: readonly string[]): string =>
    execFileSync(enginePath(), [...args], {
      cwd: home,
      encoding: 'utf8',
      env: {
        PATH: [join(ground, `bin-${name}`), join(repository, 'src/testing/language-host'), '/usr/bin', '/bin'].join(
          delimiter,
        ),
        HOME: ground,
        PULUMI_HOME: join(ground, 'home'),
        PULUMI_SKIP_UPDATE_CHECK: 'true',
        PULUMI_CONFIG_PASSPHRASE: 'kata-sandi-uji',
        PULUMI_BACKEND_URL: `file://${join(ground, `state-${name}`)}`,
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
      },
    })
  run('stack', 'init', stack)
  return (...args) => run(...args, '--stack', stack, '--non-interactive')
}

/** Pulumi's SDK and what it needs, as a user's `npm install @pulumi/pulumi` brings them. */
function linkPackages(): void {
  for (const name of readdirSync(join(repository, 'node_modules'))) {
    const path = join(home, 'node_modules', name)
    if (!name.startsWith('.') && statSync(path, { throwIfNoEntry: false }) === undefined)
      symlinkSync(join(repository, 'node_modules', name), path)
  }
}

/** A value for every secret that the configurations name and the store lacks. */
function withAll(text: string, node: string): string {
  serat(node, 'build', '--out', 'out')
  const out = join(home, 'out/routers')
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).map(path => join(out, path))
  const named = files
    .filter(path => statSync(path).isFile())
    .flatMap(path => [...readFileSync(path, 'utf8').matchAll(/<secret:([^>]+)>/g)].map(match => match[1] ?? ''))
  const missing = [...new Set(named)].filter(secret => !text.includes(`${secret}:`)).sort()
  return text + missing.map(secret => `${secret}: rahasia-uji-123456\n`).join('')
}

function enginePath(): string {
  const built = join(repository, '.cache/pulumi/bin/pulumi')
  return statSync(built, { throwIfNoEntry: false }) === undefined ? 'pulumi' : built
}
