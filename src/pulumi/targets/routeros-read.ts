import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { driftOf, type Drift } from '../../platforms/routeros/change/drift.ts'
import { liveOf } from '../../platforms/routeros/change/live.ts'
import { takeBack } from '../../platforms/routeros/render/take-back.ts'
import { commandsOf } from '../../platforms/routeros/script/commands.ts'
import { applyAll, itemsOf, nothing } from '../../platforms/routeros/script/configuration.ts'
import { encoderOf } from '../secrets/forms.ts'
import { resolvedAsKnown, secretsIn, type Secrets, type Template } from '../secrets/template.ts'
import type { Reach } from './routeros-reach.ts'
import type { Found, Unit } from './target.ts'
import { both, driftWords, verbatim } from '../words.ts'

/** What a router says of itself. */
export interface Live {
  readonly text: string
  readonly fingerprint: string | undefined
  /** What it calls itself. */
  readonly name: string | undefined
  /** A change waits for its confirmation. */
  readonly isArmed: boolean
}

export async function read(reach: Reach, unit: Unit, secrets: Secrets): Promise<Found> {
  const live = await liveIn(reach, unit)
  if (!('text' in live)) return { kind: 'unknown', why: live }
  if (live.fingerprint === undefined && !live.isArmed) return { kind: 'gone' }
  const [name, template] = fileOf(unit)
  const isShown = showsSecrets(template, live)
  const file = isShown ? known(template, secrets) : template.text
  const notes = [
    ...(live.isArmed ? [both({ id: 'perubahan menunggu penegasan', en: 'a change waits for its confirmation' })] : []),
    ...(live.fingerprint === fingerprintIn(file) ? [] : [heldNote(live.fingerprint)]),
    ...driftOf(file, live.text, isShown ? isHeldBy(secrets) : undefined).map(noteOf),
  ]
  return {
    kind: 'there',
    files: new Map([[name, template.text + notes.map(note => `# ${note}\n`).join('')]]),
    binaries: new Map(),
    ...(isShown ? {} : { hidden: secretsIn(template) }),
  }
}

/**
 * An account without the policy `sensitive` is shown an export that leaves every secret out: of none of them anything
 * is known.
 */
function showsSecrets({ text }: Template, live: Live): boolean {
  const is = liveOf(live.text).configuration
  const asked = [...liveOf(text).configuration.menus].flatMap(([menu, items]) =>
    /^\/user( |$)/.test(menu)
      ? []
      : items.flatMap(({ values }) =>
          [...values].flatMap(([key, value]) => (value.includes('<secret:') ? [{ menu, key }] : [])),
        ),
  )
  return asked.length === 0 || asked.some(({ menu, key }) => itemsOf(is, menu).some(({ values }) => values.has(key)))
}

function heldNote(fingerprint: string | undefined): string {
  if (fingerprint === undefined)
    return both({ id: 'tidak memegang konfigurasi Serat', en: 'holds no configuration of Serat' })
  return both({ id: `memegang konfigurasi ${fingerprint}`, en: `holds the configuration ${fingerprint}` })
}

function noteOf({ what, menu, item }: Drift): string {
  return `${both(driftWords[what])}: ${menu} ${item}`
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
  if (file === undefined || more.length > 0)
    throw new Error(
      both({
        id: `${name}: target routeros hanya untuk satu berkas RouterOS, dan platform router ini lain; ubah serat:target atau serat:targets`,
        en:
          `${name}: the target routeros needs one file of RouterOS, and this router's platform is another; ` +
          'change serat:target or serat:targets',
      }),
    )
  return file
}

export function fingerprintIn(text: string): string | undefined {
  return liveOf(text).fingerprint
}

/** What ends an export that arrived whole. A beginning of one could look like a router that holds nothing of ours. */
const wholeMark = 'serat-export-is-whole'

export async function liveIn(reach: Reach, unit: Unit): Promise<Live | Bilingual> {
  const answer = await reach.ask(unit, `/export show-sensitive terse; :put "${wholeMark}"`)
  const { name } = unit
  if (answer.kind === 'silent')
    return { id: `${name} tidak menjawab: ${answer.why.id}`, en: `${name} does not answer: ${answer.why.en}` }
  const said = answer.stdout.replaceAll('\r\n', '\n').trimEnd()
  if (!/^# .* by RouterOS /.test(said)) return unreadable(name, verbatim(said.split('\n')[0] ?? ''))
  if (!said.endsWith(`\n${wholeMark}`))
    return unreadable(name, { id: 'ekspornya terputus', en: 'its export broke off' })
  const text = said.slice(0, -wholeMark.length)
  const own = text.split('\n').filter(line => /^\/system (scheduler|script|identity) /.test(line))
  const { configuration } = applyAll(nothing, commandsOf(own.join('\n')))
  return {
    text,
    fingerprint: fingerprintIn(own.join('\n')),
    name: itemsOf(configuration, '/system identity')[0]?.values.get('name'),
    isArmed: itemsOf(configuration, '/system scheduler').some(({ values }) => values.get('name')?.startsWith(takeBack)),
  }
}

function unreadable(name: string, { id, en }: Bilingual): Bilingual {
  return { id: `${name} tidak dapat dibaca: ${id}`, en: `${name} cannot be read: ${en}` }
}
