import { execFileSync } from 'node:child_process'

/** A network namespace that a test made. */
export interface Namespace {
  readonly name: string
  /** Runs a program inside and gives what it prints; throws with its messages where it fails. */
  readonly run: (program: string, ...args: readonly string[]) => string
}

let made = 0

/** Settings of a router's kernel that a namespace starts without. */
const kernelSettings = [
  'net/ipv4/ip_forward=1',
  'net/ipv6/conf/all/forwarding=1',
  'net/ipv6/conf/all/accept_dad=0',
  'net/ipv6/conf/default/accept_dad=0',
  // Else a cut by `ip link set down` takes the addresses along, which a pulled cable does not.
  'net/ipv6/conf/all/keep_addr_on_down=1',
  'net/ipv6/conf/default/keep_addr_on_down=1',
  'net/ipv4/conf/all/rp_filter=0',
  'net/ipv4/conf/default/rp_filter=0',
  'net/ipv4/igmp_max_memberships=1024',
  'net/ipv4/fib_multipath_hash_policy=1',
]

/** Makes a namespace with a router's settings; its name is unique on this machine. */
export function makeNamespace(): Namespace {
  const name = `serat-${process.pid}-${made++}`
  execute('ip', 'netns', 'add', name)
  const run: Namespace['run'] = (program, ...args) => execute('ip', 'netns', 'exec', name, program, ...args)
  run('ip', 'link', 'set', 'lo', 'up')
  run(
    'sh',
    '-c',
    kernelSettings
      .map(setting => setting.split('='))
      .map(([key, value]) => `echo ${value} > /proc/sys/${key}`)
      .join('; '),
  )
  return { name, run }
}

/**
 * Interfaces with a carrier and nothing behind them: each is one end of a veth pair whose other end stays beside it.
 */
export function addInterfaces(namespace: Namespace, names: readonly string[]): void {
  const commands = names.flatMap((name, i) => [
    `link add ${name} type veth peer name far${i}`,
    `link set far${i} addrgenmode none up`,
    `link set ${name} up`,
  ])
  execFileSync('ip', ['-n', namespace.name, '-batch', '-'], { input: commands.join('\n') + '\n' })
}

/**
 * A cable between interfaces of two namespaces. Set one end down to pull it: the other end loses its carrier and keeps
 * its addresses.
 */
export function addCable(a: Namespace, nameA: string, b: Namespace, nameB: string): void {
  execute('ip', 'link', 'add', nameA, 'netns', a.name, 'type', 'veth', 'peer', 'name', nameB, 'netns', b.name)
  a.run('ip', 'link', 'set', nameA, 'up')
  b.run('ip', 'link', 'set', nameB, 'up')
}

export function removeNamespace({ name }: Namespace): void {
  execute('ip', 'netns', 'del', name)
}

/** Runs a program; throws with what it said where it fails. */
export function execute(program: string, ...args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${[program, ...args].join(' ')} failed:\n${stdout}${stderr}`.trimEnd())
  }
}
