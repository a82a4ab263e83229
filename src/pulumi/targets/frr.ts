import { randomBytes } from 'node:crypto'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { masked, resolved, type Secrets, type Template } from '../secrets/template.ts'
import { agent } from './agent.ts'
import { archive } from './archive.ts'
import { frrLive } from './frr-text.ts'
import { mustTake } from './frr-allowed.ts'
import { readRouter } from './frr-read.ts'
import { overSsh, quoted, type Answer } from './ssh.ts'
import type { SshSettings } from './ssh-settings.ts'
import { addressOf, type Found, type Target, type Unit } from './target.ts'
import { both, driftWords, errorWords, verbatim } from '../words.ts'

/**
 * A Linux router over SSH. Routing, filters and interfaces change together; the router takes all of it back by itself
 * unless a second connection confirms in time. A router that leaves the inventory keeps what it runs.
 */
export function frrTarget(settings: SshSettings): Target {
  return {
    read: (unit, secrets) => read(settings, unit, secrets),
    apply: (unit, before, secrets) => apply(settings, { unit, before, secrets }),
    remove: async () => {},
    location: ({ address = '' }) =>
      `ssh://${settings.user}@${address.includes(':') ? `[${address}]` : address}:${settings.port}`,
  }
}

/** Unpacks what comes with it on the router, out of everybody's sight, and runs it there. */
async function callAgent(
  settings: SshSettings,
  unit: Unit,
  words: string,
  files: ReadonlyMap<string, string>,
): Promise<Answer> {
  const input = archive([
    { name: 'agent', text: agent },
    ...[...files].map(([file, text]) => ({ name: `new/${file}`, text })),
  ])
  const command =
    'umask 077; d=$(mktemp -d /run/serat.XXXXXX) ' +
    `&& mkdir "$d/new" && tar -x -f - -C "$d" && sh "$d/agent" ${words}; code=$?; rm -rf "$d"; exit $code`
  return overSsh(settings, addressOf(unit), command, input)
}

function resolvedFiles({ name, files }: Unit, secrets: Secrets): ReadonlyMap<string, string> {
  return new Map(
    [...files].map(([file, template]) => {
      try {
        return [file, resolved(template, secrets)]
      } catch (error) {
        throw new Error(`${name}/${file}: ${errorWords(error)}`)
      }
    }),
  )
}

interface Wish {
  readonly unit: Unit
  readonly before: Unit | undefined
  readonly secrets: Secrets
}

async function apply(settings: SshSettings, { unit, before, secrets }: Wish): Promise<void> {
  const files = resolvedFiles(unit, secrets)
  await mustTake(settings, unit, before)
  const token = randomBytes(8).toString('hex')
  const started = await callAgent(
    settings,
    unit,
    `apply ${token} ${settings.confirmSeconds} ${quoted(unit.name)}`,
    files,
  )
  if (started.kind === 'answered' && started.code !== 0) throw new Error(unbegun(unit, started.stderr))
  // A silence here may be the change itself: whether the router comes back is what the confirmation asks.
  const silence = started.kind === 'silent' ? started.why : undefined
  const deadline = Date.now() + settings.confirmSeconds * 1000
  let last: Bilingual = silence ?? verbatim('')
  while (Date.now() < deadline) {
    const answer = await callAgent(settings, unit, `confirm ${token}`, new Map())
    if (answer.kind === 'silent') last = answer.why
    else {
      const said = answer.stdout.trim()
      if (said === 'confirmed') return
      const why = takenBack(said, { unit, silence, seconds: settings.confirmSeconds })
      if (why !== undefined) throw new Error(both(why))
      last = verbatim(said)
    }
    await new Promise(resolve => setTimeout(resolve, 500))
  }
  throw new Error(
    both({
      id:
        `${unit.name} tidak kembali (${last.id}); ` +
        `perubahannya dibatalkan sendiri dalam ${settings.confirmSeconds} s. Router di belakangnya tidak disentuh.`,
      en:
        `${unit.name} did not come back (${last.en}); it takes the change back by itself within ` +
        `${settings.confirmSeconds} s. Routers behind it were not touched.`,
    }),
  )
}

interface Asked {
  readonly unit: Unit
  readonly silence: Bilingual | undefined
  readonly seconds: number
}

/** Why a change does not stand, by what the agent prints; undefined where it may still come to. */
function takenBack(said: string, { unit: { name }, silence, seconds }: Asked): Bilingual | undefined {
  if (said === 'none' && silence !== undefined)
    return {
      id: `${name} tidak menjawab, tidak ada yang diubah: ${silence.id}`,
      en: `${name} does not answer, nothing was changed: ${silence.en}`,
    }
  if (said === 'none')
    return {
      id: `${name} membatalkan perubahan: tidak dikonfirmasi dalam ${seconds} s`,
      en: `${name} took the change back: it was not confirmed within ${seconds} s`,
    }
  if (said === 'rebooted')
    return {
      id: `${name} menyala ulang sebelum perubahan dikonfirmasi: perubahan dibatalkan, yang berjalan adalah yang sebelumnya`,
      en: `${name} restarted before the change was confirmed: it took the change back, and runs what it ran before`,
    }
  if (said.startsWith('failed'))
    return {
      id: `${name} menolak perubahan dan membatalkannya: ${said.slice(8)}`,
      en: `${name} refused the change and took it back: ${said.slice(8)}`,
    }
  return undefined
}

/** Why the agent begins no change, by what it prints. */
const unbegunWords: Readonly<Record<string, Bilingual>> = {
  unkept: {
    id: 'keadaan sebelum perubahan tidak dapat disimpan (/var/lib penuh atau tidak dapat ditulis?)',
    en: 'the state before the change could not be kept (is /var/lib full, or read-only?)',
  },
  unarmed: {
    id: 'pembatalan sesudah menyala ulang tidak dapat disiapkan (systemd?)',
    en: 'nothing could be made ready to take the change back after a restart (systemd?)',
  },
  untimed: {
    id: 'pengatur waktu pembatalan tidak mau mulai',
    en: 'the timer that takes the change back did not start',
  },
}

function unbegun({ name }: Unit, said: string): string {
  const last = said.trim().split('\n').at(-1) ?? ''
  const { id, en } = (Object.hasOwn(unbegunWords, last) ? unbegunWords[last] : undefined) ?? verbatim(said)
  return both({ id: `${name} tidak memulai perubahan: ${id}`, en: `${name}: the change did not begin: ${en}` })
}

async function read(settings: SshSettings, unit: Unit, secrets: Secrets): Promise<Found> {
  const answer = await readRouter(settings, unit)
  if (answer.kind === 'silent')
    return {
      kind: 'unknown',
      why: {
        id: `${unit.name} tidak menjawab: ${answer.why.id}`,
        en: `${unit.name} does not answer: ${answer.why.en}`,
      },
    }
  if (answer.code !== 0)
    return {
      kind: 'unknown',
      why: {
        id: `${unit.name} tidak terbaca: ${answer.stderr}`,
        en: `${unit.name} cannot be read: ${answer.stderr}`,
      },
    }
  const sections = sectionsOf(answer.stdout)
  if (!sections.has('end'))
    return {
      kind: 'unknown',
      why: { id: `${unit.name}: jawabannya terputus`, en: `${unit.name}: the answer broke off` },
    }
  const unread = [...unit.files.keys()].filter(name => sections.get('unread')?.split('\n').includes(name))
  const files = new Map<string, string>()
  for (const [name, template] of unit.files) {
    const live = unread.includes(name) ? template.text : liveFile(name, template, sections, secrets)
    if (live !== undefined) files.set(name, live)
  }
  const found: Found = { kind: 'there', files, binaries: new Map() }
  return unread.length === 0 ? found : { ...found, unread }
}

function liveFile(
  name: string,
  template: Template,
  sections: ReadonlyMap<string, string>,
  secrets: Secrets,
): string | undefined {
  if (name === 'frr.conf') return frrLive(template, sections.get(name) ?? '', secrets)
  if (name === 'nftables.conf')
    return nftLive(template, sections.get('nft running') ?? '', sections.get('nft declared') ?? '')
  const live = sections.get(name)
  return live === undefined ? undefined : masked(template, live, secrets)
}

/** The declared filter, and behind it what runs and was not declared, and the other way round. */
function nftLive({ text }: Template, running: string, declared: string): string {
  if (running === declared) return text
  const runs = new Set(running.split('\n'))
  const wanted = new Set(declared.split('\n'))
  const notes = [
    ...[...runs].filter(line => !wanted.has(line)).map(line => `${both(driftWords.undeclared)}: ${line.trim()}`),
    ...[...wanted].filter(line => !runs.has(line)).map(line => `${both(driftWords.missing)}: ${line.trim()}`),
  ]
  const said = notes.length === 0 ? [both(driftWords.order)] : notes
  return text + said.map(note => `# ${note}\n`).join('')
}

function sectionsOf(text: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>()
  for (const part of text.split(/^--serat-section /m).slice(1)) {
    const end = part.indexOf('\n')
    const name = part.slice(0, end)
    sections.set(name, (sections.get(name) ?? '') + part.slice(end + 1))
  }
  return sections
}
