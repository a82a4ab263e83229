import type { Artifact } from '../../render/artifact.ts'
import { documents } from '../../render/documents.ts'
import { hashesAmong } from '../../render/manifest.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { remembered } from '../../source/remembered.ts'
import type { World } from './world.ts'

/** One artifact: a router's files are made alone, without those of all others. */
export function artifactAt(world: World, path: string): Artifact | undefined {
  const router = /^routers\/([^/]+)\//.exec(path)?.[1]
  if (router === undefined) return documentsOf(world).get(path)
  const known = routersOf(world)
  const files = known.get(router) ?? [...world.compilation.drafts([router])]
  known.set(router, files)
  return files.find(each => each.path === path)
}

const routersOf: (world: World) => Map<string, readonly Artifact[]> = remembered(() => new Map())

const documentsOf: (world: World) => ReadonlyMap<string, Artifact> = remembered(
  ({ network, plan, sources, compilation: { ledger } }) => {
    const hashOf = hashesAmong([...sources, { path: ledgerName, text: ledger }])
    return new Map(documents(network, plan, hashOf).map(artifact => [artifact.path, artifact]))
  },
)

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
