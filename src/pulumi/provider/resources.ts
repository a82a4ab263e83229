import { readdirSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { digestsOf, remembered } from '../secrets/digests.ts'
import { pathsOf, removeFile } from '../targets/file.ts'
import type { TargetsOf } from '../targets/index.ts'
import { journalOf } from '../targets/journal.ts'
import { ownFolder, placeInside } from '../targets/paths.ts'
import type { TargetName } from '../targets/names.ts'
import type { Target, Unit } from '../targets/target.ts'
import { projectFolder, type ProviderSettings } from './configuration.ts'
import { keepIn, shownNew } from './shown-new.ts'
import { readElsewhere } from './whereabouts.ts'
import { kinds, outputFolderInputs, tokenOf, unitOf, withDigests, type Token } from './kinds.ts'
import type { Properties } from './properties.ts'
import { both, errorWords, formFault } from '../words.ts'

/** A resource as it was read; undefined where it is gone. */
interface Live {
  readonly inputs: Properties
  readonly outputs: Properties
  /** What nobody knows of it, and why. */
  readonly unknown: readonly string[]
}

export interface Resources {
  readonly check: (type: string, inputs: Properties) => Checked
  /** Inputs of a new resource as a preview shows them. */
  readonly shown: (type: string, inputs: Properties) => Properties
  /** What a resource will say of itself, before and after it is made. */
  readonly outputs: (type: string, inputs: Properties) => Properties
  readonly create: (type: string, inputs: Properties) => Promise<string>
  /** What the state remembers of the secrets that it holds now. */
  readonly digests: (type: string, inputs: Properties) => Properties
  readonly read: (type: string, inputs: Properties, outputs: Properties) => Promise<Live | undefined>
  readonly update: (type: string, before: Properties, inputs: Properties) => Promise<void>
  readonly remove: (type: string, inputs: Properties) => Promise<void>
}

interface Checked {
  readonly inputs: Properties
  readonly faults: readonly { readonly property: string; readonly reason: string }[]
}

/** The resources over plain values; what the engine speaks stays in `server.ts`. */
export function resourcesOf(settings: ProviderSettings, targetsOf: TargetsOf): Resources {
  const targets = targetsOf(settings)
  const keep = keepIn(projectFolder(process.cwd()))
  const placed = (
    token: Token,
    inputs: Properties,
  ): { readonly unit: Unit; readonly target: Target; readonly name: TargetName } => {
    const { unit, target } = unitOf(token, inputs)
    return { unit, target: targets[target], name: target }
  }
  return {
    check: (type, inputs) => check(settings, tokenOf(type), inputs),
    shown(type, inputs) {
      const token = tokenOf(type)
      return kinds[token].is === 'folder' ? inputs : shownNew(inputs, placed(token, inputs).unit.folder, keep)
    },
    outputs(type, inputs) {
      const token = tokenOf(type)
      if (kinds[token].is === 'folder') return { location: settings.root }
      const { unit, target } = placed(token, inputs)
      return { location: target.location(unit), drift: 'none' }
    },
    async create(type, inputs) {
      const token = tokenOf(type)
      settings.claim()
      if (kinds[token].is === 'folder') {
        sweep(settings, inputs)
        return 'output'
      }
      const { unit, target } = placed(token, inputs)
      await target.apply(unit, undefined, settings.secrets)
      return token === 'serat:index:RouterConfig' ? unit.name : (pathsOf(unit).sort()[0] ?? unit.folder)
    },
    digests(type, inputs) {
      const token = tokenOf(type)
      if (kinds[token].is === 'folder') return {}
      const digests = digestsOf(placed(token, inputs).unit.files.values(), settings.secrets, settings.digestKey)
      return digests === undefined ? {} : { digests }
    },
    async read(type, inputs, outputs) {
      const token = tokenOf(type)
      const isFolder = kinds[token].is === 'folder'
      if (settings.elsewhere !== undefined && (isFolder || unitOf(token, inputs).target === 'file'))
        return { inputs, outputs, unknown: isFolder ? [readElsewhere(settings.elsewhere)] : [] }
      if (isFolder) return readFolder(settings, inputs)
      const { unit, target } = placed(token, inputs)
      return readUnit(settings, { unit, target, inputs, outputs })
    },
    async update(type, before, inputs) {
      const token = tokenOf(type)
      settings.claim()
      if (kinds[token].is === 'folder') return sweep(settings, inputs)
      const now = placed(token, inputs)
      const then = placed(token, before)
      await now.target.apply(now.unit, then.name === now.name ? then.unit : undefined, settings.secrets)
      if (then.name !== now.name) await then.target.remove(then.unit)
    },
    async remove(type, inputs) {
      const token = tokenOf(type)
      settings.claim()
      if (kinds[token].is === 'folder') return release(settings, inputs)
      const { unit, target } = placed(token, inputs)
      await target.remove(unit)
    },
  }
}

interface Reading {
  readonly unit: Unit
  readonly target: Target
  readonly inputs: Properties
  readonly outputs: Properties
}

async function readUnit(
  settings: ProviderSettings,
  { unit, target, inputs, outputs }: Reading,
): Promise<Live | undefined> {
  const location = target.location(unit)
  const digests = rememberedDigests.safeParse(outputs['digests']).data
  const kept: Properties = digests === undefined ? {} : { digests }
  const unknown = new Set<string>()
  const secrets = remembered(settings.atHand, {
    digests,
    key: settings.digestKey,
    unknown: name => unknown.add(name),
  })
  const found = await target.read(unit, secrets)
  if (found.kind === 'gone') return undefined
  if (found.kind === 'unknown')
    return { inputs, outputs: { ...kept, location, drift: 'unknown' }, unknown: [driftUnknown(found.why)] }
  for (const name of found.hidden ?? []) unknown.add(name)
  const live = withDigests({
    ...inputs,
    files: Object.fromEntries(found.files),
    ...('binaries' in inputs ? { binaries: Object.fromEntries(found.binaries) } : {}),
  })
  return {
    inputs: live,
    outputs: {
      ...(isAsDeclared(unit, found.files) ? { ...kept, ...digestsNow(settings, unit) } : kept),
      location,
      drift: 'none',
    },
    unknown: [
      ...(found.unread === undefined ? [] : [driftUnknown(unreadFault(found.unread))]),
      ...(unknown.size === 0 ? [] : [unequalled(unknown.size)]),
    ],
  }
}

/** Digests of what stands there, of those secrets that are at hand: the key may be younger than the deployment. */
function digestsNow({ atHand, digestKey }: ProviderSettings, unit: Unit): Properties {
  const digests = digestsOf(unit.files.values(), atHand, digestKey)
  return digests === undefined ? {} : { digests }
}

function isAsDeclared({ files }: Unit, found: ReadonlyMap<string, string>): boolean {
  return [...files].every(([name, { text }]) => found.get(name) === text)
}

const rememberedDigests = z.record(z.string(), z.string())

function driftUnknown({ id, en }: Bilingual): string {
  return both({ id: `beda tidak diketahui: ${id}`, en: `drift is unknown: ${en}` })
}

function unreadFault(files: readonly string[]): Bilingual {
  return {
    id: `akun pembaca tidak boleh melihat ${files.join(', ')} (serat:ssh.readBecome)`,
    en: `the account that reads may not see ${files.join(', ')} (serat:ssh.readBecome)`,
  }
}

function unequalled(count: number): string {
  return both({
    id: `${count} rahasia tidak dibandingkan: di sini tidak ada nilainya dan tidak ada sidiknya (serat:digestKey), atau router tidak memperlihatkannya kepada akun pembaca`,
    en: `${count} secrets were not compared: neither their value nor a digest of it is here (serat:digestKey), or the router does not show them to the account that reads`,
  })
}

function check(settings: ProviderSettings, token: Token, inputs: Properties): Checked {
  const read = kinds[token].inputs.safeParse(inputs, { reportInput: true })
  if (!read.success)
    return {
      inputs,
      faults: read.error.issues.map(issue => ({ property: issue.path.join('.'), reason: formFault(issue) })),
    }
  const checked = withDigests(read.data as Properties)
  if (kinds[token].is === 'folder') return { inputs: checked, faults: [] }
  const { unit, target } = unitOf(token, checked)
  const faults = pathsOf(unit).flatMap(path => {
    try {
      placeInside(settings.root, path)
      return []
    } catch (error) {
      return [{ property: 'files', reason: errorWords(error) }]
    }
  })
  if (target !== 'file' && unit.address === undefined)
    faults.push({
      property: 'address',
      reason: both({
        id: `${unit.name}: target ${target} perlu alamat tempat router itu menjawab; sebut di serat:addresses`,
        en: `${unit.name}: the target ${target} needs an address that the router answers at; name it in serat:addresses`,
      }),
    })
  return { inputs: checked, faults }
}

/** What was begun here and is still there, whoever knows of it. */
function begunPaths({ root }: ProviderSettings): string[] {
  return [...journalOf(root).paths()].filter(path => existsSync(placeInside(root, path))).sort()
}

function readFolder(settings: ProviderSettings, inputs: Properties): Live | undefined {
  const { paths } = outputFolderInputs.parse(inputs)
  if (!existsSync(join(settings.root, ownFolder))) return undefined
  const wanted = new Set(paths)
  // What is missing shows at the resource that it belongs to.
  const orphans = begunPaths(settings).filter(path => !wanted.has(path))
  const live = { ...inputs, paths: [...paths, ...orphans] }
  return { inputs: live, outputs: { location: settings.root }, unknown: [] }
}

/** Takes away what a killed deployment began and nobody wants any more. */
function sweep(settings: ProviderSettings, inputs: Properties): void {
  const wanted = new Set(outputFolderInputs.parse(inputs).paths)
  for (const path of begunPaths(settings)) if (!wanted.has(path)) removeFile(settings.root, path)
  journalOf(settings.root).settle(wanted)
}

function release(settings: ProviderSettings, inputs: Properties): void {
  sweep(settings, inputs)
  const folder = join(settings.root, ownFolder)
  rmSync(folder, { recursive: true, force: true })
  if (existsSync(settings.root) && readdirSync(settings.root).length === 0)
    rmSync(settings.root, { recursive: true, force: true })
}
