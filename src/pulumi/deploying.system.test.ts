import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { atLength } from '../testing/at-length.ts'
import { filesUnder } from './engine.fixture.ts'
import { repository } from './ground.fixture.ts'
import { describeWithPulumi } from './peers.fixture.ts'

const everyNode: readonly (readonly [string, readonly string[]])[] = [
  ['the node of the machine', []],
  ['the node that comes with Serat', [join(repository, 'node_modules/node/bin')]],
]
/** The machine's own, which may be older; both by `npm run test:length -- src/pulumi/deploying.system.test.ts`. */
const nodes = everyNode.slice(0, atLength(1, 2))

/**
 * README's words as they are printed, in a fresh checkout with a home of its own, with the node that the machine has,
 * where no account is known and no packet may leave. Pulumi's own language host is not to be had as a module: a
 * stand-in starts programs as it does. What a person answers to `up` and `destroy` is answered by Pulumi's own setting;
 * `/etc` and `/srv` are the test's.
 */
describeWithPulumi('the way to a first deployment', ['root', 'network namespaces'], () => {
  let folder = ''
  let project = ''

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'serat-readme-'))
    project = join(folder, 'project')
    for (const name of ['project', 'home', 'etc', 'srv']) mkdirSync(join(folder, name))
    // As `git clone` and `npm ci` leave it.
    const made = spawnSync(
      'sh',
      [
        '-ec',
        [
          `cd ${repository}`,
          `git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -xf - -C ${project}`,
          `ln -s ${repository}/node_modules ${project}/node_modules`,
          `cp -a /etc/. ${folder}/etc`,
          `cd ${project}`,
          'git init -q -b main',
          'git config user.name uji',
          'git config user.email uji@contoh.example',
          'git add stacks Pulumi.yaml',
          'git commit -q -m awal',
        ].join('\n'),
      ],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    )
    expect(made.stderr).toBe('')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** Runs lines of a shell in the one shell that a person would have, and numbers them. */
  function run(lines: readonly string[], node: readonly string[]): string {
    const script = [
      'exec 2>&1',
      'echo "node $(node --version)"',
      'ip link set lo up',
      // The only way out: what is sent there is counted, and nobody answers.
      'ip link add out0 type veth peer name away0',
      'sysctl -qw net.ipv6.conf.out0.disable_ipv6=1 net.ipv6.conf.away0.disable_ipv6=1',
      'ip link set out0 up && ip link set away0 up && ip addr add 192.0.2.2/24 dev out0 && ip route add default via 192.0.2.1',
      `mount --bind ${folder}/etc /etc && mount --bind ${folder}/srv /srv`,
      'echo nameserver 192.0.2.53 > /etc/resolv.conf',
      `cd ${project}`,
      ...lines.map((line, i) => `echo "== ${i}"; ${line}`),
      `echo "sent: $(awk '/out0:/ { print $11 }' /proc/self/net/dev)"`,
      'echo "== done"',
    ]
    const outcome = spawnSync(
      'unshare',
      ['--net', '--mount', '--propagation', 'private', 'bash', '-ec', script.join('\n')],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
        env: {
          HOME: join(folder, 'home'),
          PULUMI_SKIP_CONFIRMATIONS: 'true',
          PATH: [
            ...node,
            join(repository, '.cache/pulumi/bin'),
            join(repository, 'src/testing/language-host'),
            '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
          ].join(':'),
        },
      },
    )
    return outcome.stdout + outcome.stderr
  }

  it.each(nodes)('row 1: every command of README works as printed with %s, and nothing is sent', (_, node) => {
    const [first = [], later = []] = blocksOfReadme()
    const [check = '', up = '', back = '', destroy = ''] = later
    expect([first.length, later.length]).toEqual([11, 4])
    const utara = '/srv/serat/lembah/routers/utara/utara.rsc'
    const said = run(
      [
        ...first,
        check,
        `cp ${utara} ${folder}/first.rsc`,
        `echo "# by hand" >> ${utara}`,
        `if ${withoutRemark(check)}; then exit 9; fi`,
        "sed -i 's/^name: .*/name: Dinas Utara Baru/' stacks/lembah/opd/utara.yaml && git commit -qam 'a new name'",
        up,
        `cp ${utara} ${folder}/second.rsc`,
        back,
        `cp ${utara} ${folder}/third.rsc`,
        `git diff --quiet HEAD`,
        destroy,
      ],
      node,
    )
    console.log(/^node .*/m.exec(said)?.[0])
    expect(said.slice(said.lastIndexOf('== '))).toMatch(/^== done/)
    expect(said).toMatch(/^sent: 0$/m)
    expect(said).toMatch(/utara\.rsc *: "\d+ baris \/ \d+ lines; .*; \.serat\/preview\/routers\/utara\/utara\.rsc"/)
    expect(filesUnder(join(project, '.serat/preview/routers')).has('utara/utara.rsc')).toBe(true)
    const [before, changed, after] = ['first', 'second', 'third'].map(name =>
      readFileSync(join(folder, `${name}.rsc`), 'utf8'),
    )
    expect(before).not.toContain('<secret:')
    expect(changed).toContain('Dinas Utara Baru')
    expect(changed).not.toContain('by hand')
    expect(after).toBe(before)
    expect([...filesUnder(join(folder, 'srv')).keys()]).toEqual([])
  })
})

/** Lines of README's blocks on deploying, block by block. */
function blocksOfReadme(): string[][] {
  const readme = readFileSync(join(repository, 'README.md'), 'utf8')
  const section = /## Deploying\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? ''
  return [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) =>
    block.split('\n').filter(line => line !== ''),
  )
}

function withoutRemark(line: string): string {
  return line.replace(/ +#.*/, '')
}
