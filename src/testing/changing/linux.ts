import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { MakeScript, RouterSides } from '../../platforms/changing/change-script.ts'
import type { Folder } from '../../platforms/reading/folder.ts'
import { changeLinux } from '../../platforms/linux/change/change.ts'
import type { Meaning } from '../../platforms/reading/meaning.ts'
import { readLinux } from '../../platforms/linux/read/read.ts'
import { nocGetsInEitherWay } from './noc-gets-in.ts'
import type { Verdict } from './verdict.ts'

/** Where the agent puts files, as it says itself. */
const places: readonly (readonly [RegExp, string])[] = [
  [/^frr\.conf$/, '/etc/frr/frr.conf'],
  [/^daemons$/, '/etc/frr/daemons'],
  [/^nftables\.conf$/, '/etc/nftables.conf'],
  [/^sysctl\.conf$/, '/etc/sysctl.d/60-serat.conf'],
  [/^networkd\//, '/etc/systemd/network/'],
  [/^systemd\//, '/etc/systemd/system/'],
  [/^networkd\.conf\.d\//, '/etc/systemd/networkd.conf.d/'],
]
const placed = (name: string): string => {
  const [pattern, place = ''] = places.find(([own]) => own.test(name)) ?? []
  return pattern === undefined ? name : name.replace(pattern, place)
}
const secretless = (text: string): string => text.replaceAll(/<secret:([^>]+)>/g, 'rahasia-$1')

interface Ran {
  readonly files: ReadonlyMap<string, string>
  readonly code: number
}

/** Runs a script where a folder stands for the router and takes what the agent would be given. */
function ran(folder: Folder, script: string): Ran {
  const root = mkdtempSync(join(tmpdir(), 'serat-change-'))
  try {
    for (const [name, text] of folder) write(join(root, placed(name)), secretless(text))
    mkdirSync(join(root, 'run'))
    writeFileSync(join(root, 'agent.sh'), 'mv "$(dirname "$0")/new" "$SERAT_ROOT/given"\n')
    writeFileSync(join(root, 'change.sh'), secretless(script))
    const code = status(root)
    return { files: code === 0 ? filesBelow(join(root, 'given')) : new Map(), code }
  } finally {
    rmSync(root, { recursive: true })
  }
}

function status(root: string): number {
  try {
    execFileSync('sh', [join(root, 'change.sh')], { env: { ...process.env, SERAT_ROOT: root }, stdio: 'ignore' })
    return 0
  } catch {
    return 1
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function filesBelow(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    statSync(join(folder, name)).isFile(),
  )
  return new Map(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]))
}

export function checkLinux(sides: RouterSides, make: MakeScript = changeLinux): Verdict {
  const [script, undo] = [make(sides), make({ ...sides, before: sides.after, after: sides.before })]
  if ('refused' in script || 'refused' in undo) return { kind: 'refused', why: 'refused' }
  const lines = (folder: Folder): number => [...folder.values()].join('').split('\n').length
  return {
    kind: 'made',
    texts: [script.text, undo.text],
    commands: script.commands.length,
    withoutWay: stagesWithoutWay(sides),
    faults: [
      ...difference('script', ran(sides.before, script.text), sides.after),
      ...difference('undo', ran(sides.after, undo.text), sides.before),
      ...(ran(sides.after, script.text).code === 0 ? ['it changes a router of another configuration'] : []),
      ...(script.commands.length > lines(sides.before) + lines(sides.after) ? ['more lines than both files have'] : []),
    ],
  }
}

/**
 * How many states of three have no way in: the agent loads interfaces, then the filter, then routing with its
 * addresses.
 */
export function stagesWithoutWay({ before, after, ways }: RouterSides): number {
  const stages: readonly RegExp[] = [/^(networkd|sysctl)/, /^nftables/, /./]
  const states = [before, ...stages.map((_, i) => mixed(before, after, stages.slice(0, i + 1)))]
  const open = states.map(folder => nocGetsInEitherWay(withUnits(readLinux(folder), folder), ways))
  return open[0] === true && open.at(-1) === true ? open.filter(each => !each).length : 0
}

function mixed(before: Folder, after: Folder, loaded: readonly RegExp[]): Folder {
  const isLoaded = (name: string): boolean => loaded.some(pattern => pattern.test(name))
  return new Map([...[...before].filter(([name]) => !isLoaded(name)), ...[...after].filter(([name]) => isLoaded(name))])
}

/** An address of routing on an interface that no unit makes is nobody's. */
function withUnits(meaning: Meaning, folder: Folder): Meaning {
  const units = [...folder].filter(([name]) => name.startsWith('networkd/')).map(([, text]) => text)
  const made = (name: string): boolean => units.some(text => new RegExp(`^Name=${name}$`, 'm').test(text))
  return { ...meaning, keys: new Map([...meaning.keys].filter(([name]) => made(name))) }
}

function difference(what: string, { files, code }: Ran, shall: Folder): string[] {
  if (code !== 0) return [`${what}: it stopped`]
  return [...new Set([...files.keys(), ...shall.keys()])].flatMap(name =>
    files.get(name) === secretless(shall.get(name) ?? '') ? [] : [`${what}: ${name}`],
  )
}
