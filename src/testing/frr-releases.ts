import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Intent } from '../intent/intent.ts'
import { linuxRenderer } from '../platforms/linux/linux.ts'
import { lineText } from '../platforms/text/line.ts'
import { movedTo, platformsFor } from './equivalence/moved.ts'
import { generate } from './generate/generate.ts'
import { intentsOf } from './reference-intents.ts'

/**
 * `npm run test:frr` holds what Serat writes for FRR against the newest release that is accepted: `vtysh -C` of Debian
 * 13 reads the file of every router of Klaten and of 50 random networks. The packages are taken apart in `.cache`,
 * nothing is installed; live daemons of 8.4 are the system tier's.
 */
const suite = 'trixie'
const cache = join(import.meta.dirname, '../../.cache/frr', suite)
const packages =
  'frr libc6 libcap2 libcrypt1 libjson-c5 liblua5.3-0 libpam0g libprotobuf-c1 libreadline8t64 libunwind8 libyang3 libtinfo6 libpcre2-8-0 liblzma5 libgcc-s1 libaudit1 libcap-ng0 libelf1t64 zlib1g libzstd1'

fetch()
const vtysh = join(cache, 'root/usr/bin/vtysh')
const libraries = ['usr/lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu/frr'].map(path => join(cache, 'root', path))

const networks = Array.from({ length: 50 }, (_, i) => i + 1)
const intents = [
  ...movedTo('linux').intents.values(),
  ...networks.flatMap(seed => [
    ...intentsOf({ sources: generate(12 + (seed % 7), seed), ledger: '' }, platformsFor('linux')).values(),
  ]),
]
const refused = intents.flatMap(refusalsOf)
if (refusalOf('router bgp 65000\n no such word\n') === undefined) throw new Error(`${vtysh} refuses nothing`)
console.log(`FRR of ${suite}: ${intents.length} routers, ${refused.length} refusals`)
for (const text of refused.slice(0, 20)) console.error(text)
process.exitCode = refused.length === 0 ? 0 : 1

function refusalsOf(intent: Intent): string[] {
  const file = linuxRenderer.render(intent).find(({ name }) => name === 'frr.conf')
  if (file === undefined) throw new Error(`no frr.conf of ${intent.router.id}`)
  const refusal = refusalOf(file.lines.map(line => `${lineText(line)}\n`).join(''))
  return refusal === undefined ? [] : [`${intent.router.id}: ${refusal}`]
}

function refusalOf(text: string): string | undefined {
  const path = join(cache, 'frr.conf')
  writeFileSync(path, text)
  const loader = join(cache, 'root/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2')
  const args = ['--library-path', libraries.join(':'), vtysh, '-C', '-f', path]
  const { status, stdout, stderr } = spawnSync(loader, args, { encoding: 'utf8' })
  return status === 0 ? undefined : `${stdout}${stderr}`
}

/** Debian's own client, with lists and cache of its own, so that this machine's packages stay as they are. */
function fetch(): void {
  if (existsSync(join(cache, 'root/usr/bin/vtysh'))) return
  rmSync(cache, { recursive: true, force: true })
  for (const folder of ['lists/partial', 'archives/partial', 'root'])
    mkdirSync(join(cache, folder), { recursive: true })
  writeFileSync(join(cache, 'sources.list'), `deb ${mirror()} ${suite} main\n`)
  writeFileSync(join(cache, 'status'), '')
  const options = [
    `Dir::State=${cache}`,
    `Dir::State::status=${cache}/status`,
    `Dir::Cache=${cache}`,
    `Dir::Etc::sourcelist=${cache}/sources.list`,
    'Dir::Etc::sourceparts=/dev/null',
  ].flatMap(option => ['-o', option])
  execFileSync('apt-get', [...options, 'update'], { cwd: cache, stdio: 'ignore' })
  execFileSync('apt-get', [...options, 'download', ...packages.split(' ')], { cwd: cache, stdio: 'ignore' })
  for (const name of readdirSync(cache).filter(each => each.endsWith('.deb')))
    execFileSync('dpkg-deb', ['-x', name, 'root'], { cwd: cache })
}

/** Where this machine has Debian from. */
function mirror(): string {
  const own = ['indextargets', '--format', '$(REPO_URI)', 'Origin: Debian', 'Label: Debian', 'Created-By: Packages']
  const [first] = execFileSync('apt-get', own, { encoding: 'utf8' }).split('\n')
  if (first === undefined || first === '') throw new Error('apt knows no archive of Debian: run apt-get update')
  return first
}
