import type { Artifact } from '../../render/artifact.ts'
import { remembered } from '../../source/remembered.ts'
import type { World } from './world.ts'

/** Artifacts by path; what they hold is made when it is asked for. */
export const artifactsOf: (world: World) => ReadonlyMap<string, Artifact> = remembered(({ compilation }) => {
  const all = new Map<string, Artifact>()
  for (const artifact of compilation.artifacts) if (artifact.path !== 'index.html') all.set(artifact.path, artifact)
  return all
})

/** Paths of artifacts that are a thing's own: its folder, or a file of its name. */
export function ownArtifacts({ cargo }: World, kind: string, id: string): readonly string[] {
  const folders: Readonly<Record<string, readonly string[]>> = {
    router: [`routers/${id}/`, `noc/targets/${id}.`],
    site: [`routers/${id}/`],
    contract: [`contracts/${id}.`],
    claim: [`claims/${id}.`],
    structure: [`plant/splices/${id}.`],
  }
  const own = Object.hasOwn(folders, kind) ? (folders[kind] ?? []) : []
  return cargo.artifacts.map(([path]) => path).filter(path => own.some(begin => path.startsWith(begin)))
}
