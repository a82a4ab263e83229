import { z } from 'zod'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { digestsOf, remembered } from '../secrets/digests.ts'
import { holdsSecrets, pathsOf } from '../targets/file.ts'
import type { TargetsOf } from '../targets/index.ts'
import { placeInside } from '../targets/paths.ts'
import type { TargetName } from '../targets/names.ts'
import type { Target, Unit } from '../targets/target.ts'
import { readFolder, release, sweep, type Live } from './output-folder.ts'
import { projectFolder, type ProviderSettings } from './configuration.ts'
import { keepIn, shownNew } from './shown-new.ts'
import { readElsewhere } from './whereabouts.ts'
import { kinds, unitOf, withDigests, type Token } from './kinds.ts'
import type { Properties } from './properties.ts'
import { both, errorWords, formFault } from '../words.ts'

export interface Resources {
  readonly check: (token: Token, inputs: Properties) => Checked
  /** Inputs of a new resource as a preview shows them. */
  readonly shown: (token: Token, inputs: Properties) => Properties
  /** What a resource will say of itself, before and after it is made. */
  readonly outputs: (token: Token, inputs: Properties) => Properties
  readonly create: (token: Token, inputs: Properties) => Promise<string>
  /** What the state remembers of the secrets that it holds now. */
  readonly digests: (token: Token, inputs: Properties) => Properties
  readonly read: (token: Token, inputs: Properties, outputs: Properties) => Promise<Live | undefined>
  /** Whether a value is kept where only a deployment asks, and is another than the one that stands there. */
  readonly isRotated: (token: Token, inputs: Properties) => Promise<boolean>
  readonly update: (token: Token, before: Properties, inputs: Properties) => Promise<void>
  readonly remove: (token: Token, inputs: Properties) => Promise<void>
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
    check: (token, inputs) => check(settings, token, inputs),
    shown(token, inputs) {
      return kinds[token].is === 'folder' ? inputs : shownNew(inputs, placed(token, inputs).unit.folder, keep)
    },
    outputs(token, inputs) {
      if (kinds[token].is === 'folder') return { location: settings.root }
      const { unit, target } = placed(token, inputs)
      return { location: target.location(unit), drift: 'none' }
    },
    async create(token, inputs) {
      settings.claim()
      if (kinds[token].is === 'folder') {
        sweep(settings.root, inputs)
        return 'output'
      }
      const { unit, target } = placed(token, inputs)
      await target.apply(unit, undefined, settings.secrets)
      return token === 'serat:index:RouterConfig' ? unit.name : (pathsOf(unit).sort()[0] ?? unit.folder)
    },
    digests(token, inputs) {
      if (kinds[token].is === 'folder') return {}
      const digests = digestsOf(placed(token, inputs).unit.files.values(), settings.secrets, settings.digestKey)
      return digests === undefined ? {} : { digests }
    },
    async read(token, inputs, outputs) {
      const isFolder = kinds[token].is === 'folder'
      if (settings.elsewhere !== undefined && (isFolder || unitOf(token, inputs).target === 'file'))
        return { inputs, outputs, unknown: isFolder ? [readElsewhere(settings.elsewhere)] : [] }
      if (isFolder) return readFolder(settings.root, inputs)
      const { unit, target } = placed(token, inputs)
      return readUnit(settings, { unit, target, inputs, outputs })
    },
    async isRotated(token, inputs) {
      if (!settings.isClosed || kinds[token].is === 'folder') return false
      const { unit, target } = placed(token, inputs)
      if (![...unit.files.values()].some(holdsSecrets)) return false
      const found = await target.read(unit, settings.secrets)
      return found.kind === 'there' && !isAsDeclared(unit, found.files)
    },
    async update(token, before, inputs) {
      settings.claim()
      if (kinds[token].is === 'folder') return sweep(settings.root, inputs)
      const now = placed(token, inputs)
      const then = placed(token, before)
      await now.target.apply(now.unit, then.name === now.name ? then.unit : undefined, settings.secrets)
      if (then.name !== now.name) await then.target.remove(then.unit)
    },
    async remove(token, inputs) {
      settings.claim()
      if (kinds[token].is === 'folder') return release(settings.root, inputs)
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
    id:
      `${count} rahasia tidak dibandingkan: di sini tidak ada nilainya dan tidak ada sidiknya (serat:digestKey), ` +
      'atau router tidak memperlihatkannya kepada akun pembaca',
    en:
      `${count} secrets were not compared: neither their value nor a digest of it is here (serat:digestKey), ` +
      'or the router does not show them to the account that reads',
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
