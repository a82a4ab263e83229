import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { both } from '../words.ts'
import { atMost } from './at-most.ts'
import { contentOf, withNameless } from './nameless.ts'
import type { SftpSettings } from './sftp-settings.ts'
import { failureOf, open, sftpBatch, type Answer } from './ssh.ts'

/** Says in the folder whose it is. */
const ownerFile = '.serat-stack'
/** Before the name of a file that is being sent; what a session that broke off left goes with the next. */
const unfinished = '.serat-new-'
/** A server drops those who knock all at once. */
const mostSessions = 4

export interface RemoteFile {
  readonly path: string
  readonly text: string
  readonly mode: string
}

/** A folder of one stack on a host. */
export interface RemoteFolder {
  readonly secretMode: string
  /** What stands at these paths; undefined where nothing does. */
  readonly fetch: (paths: readonly string[]) => Promise<Fetched>
  /** Puts files there and takes others away. Throws where it cannot; what was there stays, file by file. */
  readonly change: (files: readonly RemoteFile[], dropped: readonly string[]) => Promise<void>
}

type Fetched = { readonly contents: readonly (Buffer | undefined)[] } | { readonly failed: Bilingual }

export function remoteFolder(settings: SftpSettings, stack: string): RemoteFolder {
  const inTurn = atMost(mostSessions)
  const run = (commands: readonly string[], files: readonly number[]): Promise<Answer> =>
    inTurn(() => sftpBatch(settings, settings.host, [`cd ${word(settings.folder)}`, ...commands], files))
  const fetch = async (paths: readonly string[]): Promise<Fetched> => {
    const all = [ownerFile, ...paths]
    const fetched = await withNameless(
      all.map(() => ''),
      async files => {
        const answer = await run(
          all.map((path, i) => `-get ${word(path)} ${open(i)}`),
          files,
        )
        return (
          failureIn(answer) ?? {
            contents: all.map((path, i) => (isAbsent(answer, path) ? undefined : contentOf(files[i] ?? -1))),
          }
        )
      },
    )
    if ('failed' in fetched) return { failed: unreached(settings, fetched.failed) }
    const [owner, ...contents] = fetched.contents
    return ownerFault(settings, stack, owner) ?? { contents }
  }
  const send = async (files: readonly RemoteFile[], dropped: readonly string[]): Promise<void> => {
    const failed = await withNameless(
      files.map(({ text }) => text),
      async open => failureOf(await run(sending(files, dropped), open)),
    )
    if (failed === undefined) return
    await run(
      files.map(({ path }) => `-rm ${word(temporary(path))}`),
      [],
    )
    throw new Error(both(unreached(settings, failed)))
  }
  /** Once a run; a claim that failed fails all of it. */
  let claimed: Promise<void> | undefined
  const claim = async (): Promise<void> => {
    const owned = await fetch([ownerFile])
    if ('failed' in owned) throw new Error(both(owned.failed))
    if (owned.contents[0] === undefined) await send([{ path: ownerFile, text: `${stack}\n`, mode: '644' }], [])
  }
  return {
    secretMode: settings.mode,
    fetch,
    async change(files, dropped) {
      claimed ??= claim()
      await claimed
      await send(files, dropped)
    },
  }
}

function sending(files: readonly RemoteFile[], dropped: readonly string[]): string[] {
  const folders = new Set(files.flatMap(({ path }) => foldersAbove(path)))
  return [
    ...[...folders].map(folder => `-mkdir ${word(folder)}`),
    ...files.flatMap(({ path, mode }, i) => [
      `put -f ${open(i)} ${word(temporary(path))}`,
      `chmod ${mode} ${word(temporary(path))}`,
    ]),
    ...files.map(({ path }) => `rename ${word(temporary(path))} ${word(path)}`),
    ...dropped.map(path => `-rm ${word(path)}`),
    ...[...new Set(dropped.flatMap(foldersAbove))].reverse().map(folder => `-rmdir ${word(folder)}`),
  ]
}

function temporary(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return path.slice(0, path.length - name.length) + unfinished + name
}

/** `a` and `a/b` of `a/b/c`. */
function foldersAbove(path: string): string[] {
  const steps = path.split('/').slice(0, -1)
  return steps.map((_, i) => steps.slice(0, i + 1).join('/'))
}

/** One word of a batch. SFTP reads signs of patterns in it. */
function word(path: string): string {
  if (!/^[A-Za-z0-9._/@+-]+$/.test(path))
    throw new Error(
      both({
        id: `ditolak: ${JSON.stringify(path)} bukan jalur untuk SFTP`,
        en: `refused: ${JSON.stringify(path)} is no path for SFTP`,
      }),
    )
  return path.startsWith('-') ? `./${path}` : path
}

/** Why nothing was fetched, if nothing was: any complaint but that a file is not there. */
function failureIn(answer: Answer): { readonly failed: Bilingual } | undefined {
  const failed = failureOf(answer)
  if (failed !== undefined) return { failed }
  const complaints = answer.kind === 'silent' ? [] : answer.stderr.split('\n').filter(line => line !== '')
  const [other] = complaints.filter(line => !absence.test(line))
  return other === undefined ? undefined : { failed: { id: other, en: other } }
}

const absence = /^File "(.*)" not found\.$/

function isAbsent(answer: Answer, path: string): boolean {
  const said = answer.kind === 'silent' ? '' : answer.stderr
  return said.split('\n').some(line => absence.exec(line)?.[1]?.endsWith(`/${path}`))
}

/** `sftp://serat@192.0.2.7:22/srv/tftp`. */
export function sftpAddress({ user, host, port, folder }: SftpSettings): string {
  return `sftp://${user}@${host.includes(':') ? `[${host}]` : host}:${port}${folder === '/' ? '' : folder}`
}

function unreached(settings: SftpSettings, { id, en }: Bilingual): Bilingual {
  return { id: `${sftpAddress(settings)}: ${id}`, en: `${sftpAddress(settings)}: ${en}` }
}

function ownerFault(
  settings: SftpSettings,
  stack: string,
  owner: Buffer | undefined,
): { readonly failed: Bilingual } | undefined {
  const said = owner?.toString('utf8').trim() ?? ''
  if (said === '' || said === stack) return undefined
  const where = sftpAddress(settings)
  return {
    failed: {
      id: `folder ${where} milik stack ${said}; beri ${stack} folder sendiri dengan serat:sftp`,
      en: `the folder ${where} belongs to the stack ${said}: give ${stack} one of its own with serat:sftp`,
    },
  }
}
