import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A bug planted in the source of the analysis. */
export interface Mutant {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}

export const mutants: readonly Mutant[] = [
  {
    name: 'routing: the cost of a link is not asked',
    file: 'service/ospf.ts',
    find: 'return numberAt(isSecond ? linkCostBack : linkCost, link)',
    replace: 'return 1',
  },
  {
    name: 'routing: of equal paths only one is used',
    file: 'service/ospf.ts',
    find: 'seen.add(to)\n',
    replace: 'seen.add(to)\n      break\n',
  },
  {
    name: 'routing: of several cores any will do',
    file: 'service/routing.ts',
    find: 'return candidates.filter((_, i) => costs[i] === least)',
    replace: 'return candidates',
  },
  {
    name: "routing: of a circuit's tunnels none goes before the other",
    file: 'graph/elements.ts',
    find: '({ preference }) => preference)',
    replace: '({ preference }) => Math.ceil(preference / 10) * 10)',
  },
  {
    name: 'routing: the summary is told only by a core that reaches the hub',
    file: 'service/walk.ts',
    find: 'return tunnelsUp(routing, site, () => true)',
    replace: 'return tunnelsUp(routing, site, core => together(routing, core, routing.elements.hub))',
  },
  {
    name: 'routing: what was cut off has no other way',
    file: 'service/forest.ts',
    find: 'renamed.set(b, a)',
    replace: 'continue',
  },
  {
    name: 'routing: of two links that have fallen the second cuts nothing off',
    file: 'service/forest.ts',
    find: 'if (router !== -1) cut.push(router)',
    replace: 'if (router !== -1 && cut.length === 0) cut.push(router)',
  },
  {
    name: 'routing: islands stay parted for the next question',
    file: 'graph/failure.ts',
    find: '  joinIslands(forest, cut, islands)\n',
    replace: '',
  },
  {
    name: 'routing: exits stay as they are when an uplink falls',
    file: 'graph/failure.ts',
    find: 'list.every(element => element < firstUplink)',
    replace: 'list.every(() => true)',
  },
  {
    name: 'default: told by a core whose uplink is dead',
    file: 'service/routing.ts',
    find: 'living.has(core) && together(routing, core, router)',
    replace: 'together(routing, core, router)',
  },
  {
    name: "default: leased sites hear only of a core's own",
    file: 'service/routing.ts',
    find: 'return routing.exits[family].has(core) || originators(routing, core, family).length > 0',
    replace: 'return routing.exits[family].has(core)',
  },
  {
    name: 'default: a static one does not go before BGP',
    file: 'service/routing.ts',
    find: 'exits.set(core, fixed.length > 0 ? fixed : living)',
    replace: 'exits.set(core, living)',
  },
  {
    name: 'default: IPv6 over every uplink',
    file: 'service/routing.ts',
    find: '(family === 4 || hasV6(uplinks[uplink]))',
    replace: '(family === 4 || family === 6)',
  },
  {
    name: 'redistribution: every core hands on, whatever its preference',
    file: 'service/routing.ts',
    find: 'if (preference < 0 || preference < highest) continue\n    if (preference > highest) best = []',
    replace: 'if (preference < 0) continue',
  },
  {
    name: 'redistribution: no iBGP between the cores',
    file: 'service/walk.ts',
    find: 'const others = chosen(routing, core, known, trace)',
    replace: 'const others = chosen(routing, core, known.filter(other => other === core), trace)',
  },
  {
    name: 'redistribution: fibre does not win at a core',
    file: 'service/walk.ts',
    find: 'if (together(routing, core, to)) {\n    trace.fibre(core, [to])',
    replace:
      'if (announcers(routing, numberAt(routing.islands, core), to).length === 0 && together(routing, core, to)) {\n    trace.fibre(core, [to])',
  },
  {
    name: 'sharing: a tunnel outlives its uplink',
    file: 'graph/elements.ts',
    find: 'if (uplink >= 0) fallsWith',
    replace: 'if (uplink >= 99) fallsWith',
  },
  {
    name: 'sharing: a closure does not fall with its pole',
    file: 'graph/components.ts',
    find: 'current = current.declared.atStructure === undefined ? undefined : structures.get(current.declared.atStructure)',
    replace: 'current = undefined',
  },
  {
    name: 'sharing: cores that pass a closure uncut are safe in it',
    file: 'graph/components.ts',
    find: 'if (closure !== undefined) found.push',
    replace: 'if (closure !== undefined && lit === undefined) found.push',
  },
  {
    name: 'sharing: the second strand of an optic is forgotten',
    file: 'graph/components.ts',
    find: 'of lit.strands)\n',
    replace: 'of lit.strands.slice(0, 1))\n',
  },
  {
    name: 'protection: the ways of today are asked, not those that are left',
    file: 'failures/protection.ts',
    find: 'sitesUnder(analysis, routing, standing)',
    replace: 'sitesUnder(analysis, analysis.whole.routing, standing)',
  },
  {
    name: 'protection: what took a site out before counts as new',
    file: 'failures/protection.ts',
    find: "isWorse(state, stateOf.get(one) ?? 'in-service')",
    replace: "isWorse(state, 'in-service')",
  },
  {
    name: 'protection: of a pair only the first is told',
    file: 'failures/protection.ts',
    find: '[pair, [other, one]]',
    replace: '[pair]',
  },
  {
    name: 'protection: N-1 lists sites that are out',
    file: 'failures/protection.ts',
    find: " !== 'isolated' && !isOut(alone(first, site))",
    replace: " !== 'isolated'",
  },
  {
    name: 'protection: a site without internet cannot fare worse',
    file: 'failures/protection.ts',
    find: "alone(one, site) !== 'isolated')",
    replace: '!isOut(alone(one, site)))',
  },
  {
    name: 'protection: a pair is asked of sites that both touch today, and of no others',
    file: 'failures/protection.ts',
    find: 'second.has(site) || !other.sites.has(site)',
    replace: 'second.has(site)',
  },
  {
    name: 'protection: of a pair the second may not come first',
    file: 'failures/protection.ts',
    find: '...[...second].filter(site => !one.sites.has(site)),',
    replace: '',
  },
  {
    name: 'protection: what one failure has told is taken for the whole answer',
    file: 'failures/protection.ts',
    find: 'exposed.get(first)?.has(site) !== true',
    replace: '!exposed.has(first)',
  },
  {
    name: 'protection: a site falls to a pair only where neither takes it out of service',
    file: 'failures/protection.ts',
    find: "alone(second, site) !== 'isolated'",
    replace: '!isOut(alone(second, site))',
  },
  {
    name: 'given: what is down already is up when the next failure is asked for',
    file: 'failures/protection.ts',
    find: '...analysis.down, ...failed)',
    replace: '...failed)',
  },
  {
    name: 'given: batteries are measured against the whole network',
    file: 'failures/batteries.ts',
    find: 'askAfter(analysis.whole.routing, down',
    replace: 'askAfter({ ...analysis.whole.routing, alive: analysis.whole.routing.alive.map(() => 1) }, down',
  },
  {
    name: 'battery: a generator does not help',
    file: 'failures/batteries.ts',
    find: ' || power.generator === true',
    replace: '',
  },
  {
    name: 'battery: empty a step too late',
    file: 'failures/batteries.ts',
    find: 'when <= minute',
    replace: 'when < minute',
  },
]

const stateKinds = ['protection', 'given', 'battery']

/** The word before the colon of a bug's name. */
export function kindOf(name: string): string {
  return name.slice(0, name.indexOf(':'))
}

/** Whether the source still holds, once, what the bug replaces. */
export function isPlantable({ file, find }: Mutant): boolean {
  return readFileSync(join(import.meta.dirname, '../../analysis', file), 'utf8').split(find).length === 2
}

/** Whether the comparison with brute force notices the bug on these networks: the patched copy is run by itself. */
export function isCaught({ name, file, find, replace }: Mutant, seeds: readonly [number, number]): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'serat-mutant-'))
  try {
    copySource(folder)
    const path = join(folder, 'src/analysis', file)
    const text = readFileSync(path, 'utf8')
    if (text.split(find).length !== 2) throw new Error(`${file} does not hold this once: ${find}`)
    writeFileSync(
      path,
      text.replace(find, () => replace),
    )
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        join(folder, 'src/testing/analysis/compare-run.fixture.ts'),
        stateKinds.includes(kindOf(name)) ? 'protection' : 'routing',
        ...seeds.map(String),
      ],
      { encoding: 'utf8' },
    )
    if (status !== 0 && status !== 3) throw new Error(stderr)
    return status === 3
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The analysis and what compares it copied, everything else as it is: a link would lead the copy back to the original.
 */
function copySource(folder: string): void {
  const source = join(import.meta.dirname, '../..')
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  symlinkSync(join(source, '../node_modules'), join(folder, 'node_modules'))
  copyBut(source, join(folder, 'src'), 'analysis', 'testing')
  copyBut(join(source, 'testing'), join(folder, 'src/testing'), 'analysis')
}

/** A folder of links, but for these: `testing` stays empty, others are copied. */
function copyBut(from: string, to: string, ...copied: readonly string[]): void {
  mkdirSync(to)
  for (const name of readdirSync(from)) {
    if (!copied.includes(name)) symlinkSync(join(from, name), join(to, name))
    else if (name !== 'testing') cpSync(join(from, name), join(to, name), { recursive: true })
  }
}
