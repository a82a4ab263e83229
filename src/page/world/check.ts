import { hash } from '../shims/crypto.ts'
import type { Artifact } from '../../render/artifact.ts'
import { isOverviewProven } from './overview.ts'
import type { World } from './world.ts'

/** How the artifacts that were made in the page compare with the manifest that came with it. */
export interface Checked {
  readonly done: number
  readonly equal: number
  /** Made here with another hash, made here alone, or not made here. */
  readonly different: readonly string[]
  readonly finished: boolean
}

/**
 * Makes every artifact but the page itself and compares its hash with the manifest's. It stops for a moment after each,
 * so that the page stays awake; `report` hears how far it is.
 */
export async function checkArtifacts(world: World, report: (checked: Checked) => void): Promise<void> {
  const { cargo, compilation } = world
  const expected = new Map(cargo.artifacts.map(([path, sha256]) => [path, sha256]))
  // What stood at the front before anything was compiled is proven like everything else.
  const different = isOverviewProven(world) ? [] : ['index.html']
  let [done, equal, last] = [0, 0, performance.now()]
  for (const artifact of compilation.artifacts) {
    if (artifact.path === 'index.html') continue
    const sha256 = await hashOf(artifact)
    if (expected.get(artifact.path) === sha256) equal++
    else different.push(artifact.path)
    expected.delete(artifact.path)
    done++
    if (performance.now() - last < 12) continue
    report({ done, equal, different: [...different], finished: false })
    await new Promise(resolve => setTimeout(resolve, 4))
    last = performance.now()
  }
  report({ done, equal, different: [...different, ...expected.keys()], finished: true })
}

export async function hashOf(artifact: Artifact): Promise<string> {
  return hash('sha256', await artifact.content())
}
