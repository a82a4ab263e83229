import { appendFileSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Bilingual } from '../../../diagnostic/diagnostic.ts'
import { say, type Shell } from '../../shell/shell.ts'
import { isSafe } from './api.ts'
import { githubHost } from './github.ts'
import { gitlabHost } from './gitlab.ts'
import { isFault, type HostFault } from './fault.ts'
import { keepOne, type CommentHost } from './keep-one.ts'

export const hosts = ['github', 'gitlab'] as const
export type HostName = (typeof hosts)[number]

export type Environment = Readonly<Record<string, string | undefined>>

export interface Texts {
  /** By which our comment is found again; `comment` begins with it. */
  readonly mark: string
  readonly comment: string
  /** The report with more room, for the page of the job. */
  readonly summary: string
}

/**
 * Puts a report where reviewers look: one comment that is kept up to date, and on GitHub the summary of the step. Where
 * there is no token, as for a fork's pull request, or it may not write, the summary is all. What the host refuses is
 * said and never changes how the command ends.
 */
export async function publish(shell: Shell, env: Environment, name: HostName, texts: Texts): Promise<void> {
  const summary = env['GITHUB_STEP_SUMMARY']
  if (name === 'github' && summary !== undefined && summary !== '') appendFileSync(summary, texts.summary)
  const host = name === 'github' ? github(env, texts.mark) : gitlab(env, texts.mark)
  if (typeof host === 'string') {
    return say(shell, {
      id: `tidak ada komentar yang ditulis: ${reasons[host].id}`,
      en: `no comment was written: ${reasons[host].en}`,
    })
  }
  const done = await keepOne(host, texts.comment)
  if (!isFault(done)) return say(shell, { id: `komentar: ${doneWords[done]}`, en: `comment: ${done}` })
  const why = done.status === 0 ? noAnswer : answered(done)
  say(shell, {
    id: `komentar tidak dapat ditulis, laporan ada di hasil langkah ini: ${why.id}`,
    en: `the comment cannot be written, the report is in the output of this step: ${why.en}`,
  })
}

/** What a client says of a broken connection is for those who wrote it. */
const noAnswer = {
  id: 'host tidak menjawab, atau menjawab lain dari yang dijanjikan halamannya; periksa alamat API dan jaringan, lalu ulangi langkah ini',
  en: 'the host does not answer, or not as its pages promise; look at the address of the API and the network, and run this step again',
}

function answered({ status, text }: HostFault): Bilingual {
  return { id: `${status} ${text}`, en: `${status} ${text}` }
}

const doneWords = { created: 'ditulis', updated: 'diperbarui', unchanged: 'sudah sama' } as const

const reasons = {
  'no-token': {
    id: 'tidak ada token (permintaan tarik dari fork tidak mendapatnya)',
    en: 'there is no token (a pull request of a fork gets none)',
  },
  'no-request': {
    id: 'ini bukan pekerjaan sebuah permintaan tarik atau gabung',
    en: 'this is no job of a pull or merge request',
  },
  'unsafe-address': {
    id: 'alamat API bukan https',
    en: 'the address of the API is not https',
  },
} as const

type Reason = keyof typeof reasons

const event = z.object({ pull_request: z.object({ number: z.number().int().positive() }) })

function github(env: Environment, mark: string): CommentHost | Reason {
  const number = numberOfEvent(env['GITHUB_EVENT_PATH'])
  const repository = env['GITHUB_REPOSITORY'] ?? ''
  if (number === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return 'no-request'
  const token = env['GITHUB_TOKEN'] ?? ''
  if (token === '') return 'no-token'
  const apiUrl = (env['GITHUB_API_URL'] ?? 'https://api.github.com').replace(/\/+$/, '')
  return isSafe(apiUrl) ? githubHost({ apiUrl, repository, number, token }, mark) : 'unsafe-address'
}

function numberOfEvent(path: string | undefined): number | undefined {
  try {
    return event.parse(JSON.parse(readFileSync(path ?? '', 'utf8'))).pull_request.number
  } catch {
    return undefined
  }
}

function gitlab(env: Environment, mark: string): CommentHost | Reason {
  const [project, iid] = [Number(env['CI_PROJECT_ID']), Number(env['CI_MERGE_REQUEST_IID'])]
  if (!Number.isSafeInteger(project) || !Number.isSafeInteger(iid)) return 'no-request'
  const token = env['SERAT_GITLAB_TOKEN'] ?? ''
  if (token === '') return 'no-token'
  const apiUrl = (env['CI_API_V4_URL'] ?? '').replace(/\/+$/, '')
  return isSafe(apiUrl) ? gitlabHost({ apiUrl, project, iid, token }, mark) : 'unsafe-address'
}
