import { lineText, type Line } from '../../platforms/text/line.ts'
import type { Place } from '../../source/source.ts'
import { changeOf, portInUse } from './change.ts'
import { effectOn } from './effect.ts'
import { compiled, configurations, errorsOf, type Files } from './inventory.ts'
import { scalarAt } from './scalar.ts'

/** A line of a configuration that names a place. */
export interface Sample {
  readonly path: string
  readonly line: Line
}

/** What changing the first place's scalar did to the line and to its file. */
export interface Verdict {
  readonly sample: Sample
  readonly place: string
  readonly strategy: string
  /** Why no other value of the scalar was accepted. */
  readonly refused?: string
  readonly changed: boolean
  readonly kept: number
}

export function samplesOf(configs: ReadonlyMap<string, readonly Line[]>): Sample[] {
  return [...configs].flatMap(([path, lines]) =>
    lines.filter(({ from }) => from.length > 0).map(line => ({ path, line })),
  )
}

/** The port that a line shuts since nothing uses it. */
function idlePortOf(line: Line): string | undefined {
  return /^set \[ find default-name=(\S+) \] disabled=yes$/.exec(lineText(line))?.[1]
}

/** Changes each sample's scalar, one compilation for all samples of one scalar, and compares. */
export function verdictsOf(
  files: Files,
  before: ReadonlyMap<string, readonly Line[]>,
  samples: readonly Sample[],
): Verdict[] {
  const groups = Map.groupBy(samples, ({ line }) => `${placeText(line.from[0] as Place)} ${idlePortOf(line) ?? ''}`)
  return [...groups.values()].flatMap(group => judged(files, before, group))
}

export function placeText({ source, path, key }: Place): string {
  return `${source.path} ${path.join('.')}${key === true ? ' (key)' : ''}`
}

function judged(files: Files, before: ReadonlyMap<string, readonly Line[]>, group: readonly Sample[]): Verdict[] {
  const [first] = group as readonly [Sample]
  const at = first.line.from[0] as Place
  const place = placeText(at)
  const scalar = scalarAt(at)
  if (scalar === undefined)
    return group.map(sample => ({
      sample,
      place,
      strategy: 'none',
      refused: 'there is no scalar',
      changed: false,
      kept: 1,
    }))
  const idlePort = idlePortOf(first.line)
  const { strategy, tries } = idlePort === undefined ? changeOf(files, at, scalar) : portInUse(files, at, idlePort)
  let refused = 'no other value is known'
  for (const tried of tries) {
    const compilation = compiled(tried)
    const errors = errorsOf(compilation)
    if (errors.length === 0)
      return compare(before, configurations(compilation), group).map(effect => ({ ...effect, place, strategy }))
    refused = errors[0] ?? refused
  }
  return group.map(sample => ({ sample, place, strategy, refused, changed: false, kept: 1 }))
}

function compare(
  before: ReadonlyMap<string, readonly Line[]>,
  after: ReadonlyMap<string, readonly Line[]>,
  group: readonly Sample[],
): Pick<Verdict, 'sample' | 'changed' | 'kept'>[] {
  return group.map(sample => {
    const { changed, kept } = effectOn(
      lineText(sample.line),
      fileOf(before, sample.path) ?? [],
      fileOf(after, sample.path) ?? fileOf(after, movedPath(sample.path)) ?? [],
    )
    return { sample, changed, kept }
  })
}

/** networkd's units are one configuration in many small files, whose names change with an interface's. */
function fileOf(configs: ReadonlyMap<string, readonly Line[]>, path: string): readonly Line[] | undefined {
  const folder = /^.*\/networkd/.exec(path)?.[0]
  if (folder === undefined) return configs.get(path)
  const lines = [...configs].filter(([file]) => file.startsWith(folder)).flatMap(([, lines]) => lines)
  return lines.length === 0 ? undefined : lines
}

/** Where the file is after its router was renamed: the strategies put an `x` behind. */
function movedPath(path: string): string {
  const router = path.split('/')[1] ?? ''
  return path
    .split('/')
    .map(part => (part === router ? `${router}x` : part.replace(`${router}.`, `${router}x.`)))
    .join('/')
}

/** A name for lines that are made alike, so that one of each can be tried: numbers and ids taken out. */
export function classOf({ path, line }: Sample): string {
  const {
    source: { path: file },
    path: steps,
  } = line.from[0] as Place
  const place = file.startsWith('allocations')
    ? String(steps[0]).replace(/^([a-z]+)\/.*\//, '$1/')
    : `${file.replace(/\/.*/, '/')} ${steps
        .filter(step => typeof step === 'string')
        .join('.')
        .replace(/cores\..*/, 'cores')}`
  const text = lineText(line).replace(/ckt-[a-z0-9-]+|kec-[a-z-]+|"[^"]*"|[0-9a-f:]*:[0-9a-f:/]*|[\d./]+/g, '')
  return `${path.includes('core-') ? 'core' : path.endsWith('.rsc') ? 'site' : path.split('/')[2]} | ${place} | ${text.slice(0, 60)}`
}

/**
 * A core's own name is in the names of its tunnels and of what hangs on them, so that a new one is a new file; of the
 * lines that the name alone decides there is one, and the fingerprint of the whole file.
 */
function isCoresOwnName({ sample: { path, line }, strategy }: Verdict): boolean {
  return (
    strategy.startsWith('core renamed') &&
    /^.system (identity set name=|script add name=serat-state )/.test(lineText(line)) &&
    path.includes('/core-')
  )
}

/** Verdicts against the promise, one sentence each. */
export function faultsOf(verdicts: readonly Verdict[]): string[] {
  return verdicts
    .filter(
      verdict => verdict.refused !== undefined || !verdict.changed || (verdict.kept < 0.9 && !isCoresOwnName(verdict)),
    )
    .map(
      ({ sample, place, strategy, refused, changed, kept }) =>
        `${sample.path} "${lineText(sample.line)}" <- ${place} [${strategy}]: ${refused ?? (changed ? `only ${(kept * 100).toFixed(1)} % stay` : 'the line stays')}`,
    )
}

/** How often each strategy was used, for people who read the log. */
export function tallyOf(verdicts: readonly Verdict[]): string {
  const groups = [...Map.groupBy(verdicts, ({ strategy }) => strategy)].sort(([, a], [, b]) => b.length - a.length)
  return groups.map(([strategy, { length }]) => `${String(length).padStart(5)} ${strategy}`).join('\n')
}
