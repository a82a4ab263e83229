import { driftOf, type Drift } from '../../platforms/routeros/change/drift.ts'
import { liveOf } from '../../platforms/routeros/change/live.ts'
import { takeBack } from '../../platforms/routeros/render/take-back.ts'
import { commandsOf } from '../../platforms/routeros/script/commands.ts'
import { applyAll, itemsOf, nothing } from '../../platforms/routeros/script/configuration.ts'
import { encoderOf } from '../secrets/forms.ts'
import { resolvedAsKnown, type Secrets, type Template } from '../secrets/template.ts'
import { overSsh, type Answer } from './ssh.ts'
import type { SshSettings } from './ssh-settings.ts'
import type { Found, Unit } from './target.ts'

/** What a router says of itself. */
export interface Live {
  readonly text: string
  readonly fingerprint: string | undefined
  /** A change waits for its confirmation. */
  readonly isArmed: boolean
}

export async function read(settings: SshSettings, unit: Unit, secrets: Secrets): Promise<Found> {
  const live = await liveIn(settings, unit)
  if (typeof live === 'string') return { kind: 'unknown', why: live }
  if (live.fingerprint === undefined && !live.isArmed) return { kind: 'gone' }
  const [name, template] = fileOf(unit)
  const file = known(template, secrets)
  const notes = [
    ...(live.isArmed ? ['a change waits for its confirmation'] : []),
    ...(live.fingerprint === fingerprintIn(file) ? [] : [`holds the configuration ${live.fingerprint ?? 'of nobody'}`]),
    ...driftOf(file, live.text, isHeldBy(secrets)).map(noteOf),
  ]
  return {
    kind: 'there',
    files: new Map([[name, template.text + notes.map(note => `# ${note}\n`).join('')]]),
    binaries: new Map(),
  }
}

function noteOf({ what, menu, item }: Drift): string {
  const words = {
    missing: 'is declared and does not run',
    undeclared: 'runs and is not declared',
    other: 'is another',
    order: 'is another',
  }
  return `${words[what]}: ${menu} ${item}`
}

/** With the secrets that are to be had; one that is not stays a name, and agrees with any value. */
export function known(template: Template, secrets: Secrets): string {
  return resolvedAsKnown(template, secrets)
}

/** Of secrets that stay names: whether the router holds what was deployed. */
function isHeldBy(secrets: Secrets): (name: string, live: string) => boolean | undefined {
  const form = 'routeros'
  return (name, live) => secrets.holds?.({ name, form }, encoderOf(name, form)(live))
}

export function fileOf({ name, files }: Unit): readonly [string, Template] {
  const [file, ...more] = [...files].filter(([each]) => each.endsWith('.rsc'))
  if (file === undefined || more.length > 0) throw new Error(`${name}: the target routeros needs one file of RouterOS`)
  return file
}

export function fingerprintIn(text: string): string | undefined {
  return liveOf(text).fingerprint
}

export async function liveIn(settings: SshSettings, unit: Unit): Promise<Live | string> {
  const answer = await call(settings, unit, '/export show-sensitive terse')
  if (answer.kind === 'silent') return `${unit.name} does not answer: ${answer.why}`
  const text = answer.stdout.replaceAll('\r\n', '\n')
  if (!/^# .* by RouterOS /m.test(text)) return `${unit.name} cannot be read: ${text.split('\n')[0] ?? ''}`
  const { configuration } = applyAll(nothing, commandsOf(text))
  const schedulers = itemsOf(configuration, '/system scheduler')
  return {
    text,
    fingerprint: fingerprintIn(text),
    isArmed: schedulers.some(({ values }) => values.get('name')?.startsWith(takeBack)),
  }
}

export async function call(settings: SshSettings, { address, name }: Unit, command: string): Promise<Answer> {
  if (address === undefined) throw new Error(`${name}: no address`)
  return overSsh(settings, address, command, Buffer.alloc(0))
}
