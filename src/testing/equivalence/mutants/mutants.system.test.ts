import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { treeAbsent } from '../../../platforms/junos/junos.tree.ts'
import { treesAbsent } from '../../../platforms/routeros/routeros.tree.ts'
import { checkFrrSyntax } from '../../frr.ts'
import { execute } from '../../namespace.ts'
import { describeWithPeers } from '../../peers.ts'
import type { Folder, PlatformId } from '../../../platforms/reading/folder.ts'
import { checkers, figures, hunt, rateOf, type Caught, type Checker } from './hunt.ts'
import { readMutants } from './mutant.ts'
import { survivors } from './survivors.ts'

/** Platforms whose checker is not at hand: reading back is only half of what catches a mistake. */
const unchecked: readonly PlatformId[] = [
  ...(treesAbsent ? (['routeros'] as const) : []),
  ...(treeAbsent ? (['junos'] as const) : []),
]

/** `vtysh -C` and `nft -c` on the files as they would be installed. */
const linux: Checker = folder => {
  const scratch = mkdtempSync(join(tmpdir(), 'serat-mutant-'))
  try {
    return Promise.resolve([
      ...complaints(folder, 'frr.conf', scratch, checkFrrSyntax),
      ...complaints(folder, 'nftables.conf', scratch, file => void execute('nft', '-c', '-f', file)),
    ])
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function complaints(folder: Folder, name: string, scratch: string, check: (file: string) => void): string[] {
  const file = join(scratch, name)
  writeFileSync(file, (folder.get(name) ?? '').replaceAll(/<secret:[^>]*>/g, 'not-a-secret'))
  try {
    check(file)
    return []
  } catch (error) {
    return [`${name}: ${error instanceof Error ? error.message : String(error)}`]
  }
}

describeWithPeers('mistakes in texts', ['root', 'FRR', 'nftables'], () => {
  it(`are caught by checkers and read-back together${unchecked.length === 0 ? '' : ` (not judged, vendor tree absent: ${unchecked.join(', ')})`}`, async () => {
    const caught: Caught[] = []
    for (const mutant of readMutants())
      caught.push(await hunt(mutant, mutant.platform === 'linux' ? linux : checkers[mutant.platform], true))
    console.log(figures(caught))
    const judged = caught.filter(({ mutant }) => !unchecked.includes(mutant.platform))
    const alive = judged
      .filter(({ readBack, checker }) => readBack === undefined && checker === undefined)
      .map(({ mutant }) => mutant.id)
    expect(alive.filter(id => survivors[id] === undefined)).toEqual([])
    expect(
      judged.map(({ mutant }) => mutant.id).filter(id => survivors[id] !== undefined && !alive.includes(id)),
    ).toEqual([])
    expect(rateOf(judged)).toBeGreaterThanOrEqual(0.95)
  })
})
