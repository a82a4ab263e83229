import { z } from 'zod'
import { ask, type Api } from './api.ts'
import type { Comment, CommentHost } from './keep-one.ts'

/* GitLab's API for notes of merge requests: "Notes API", v4. Any token knows its account. */

const notes = z.array(z.object({ id: z.number().int(), body: z.string(), author: z.object({ id: z.number().int() }) }))
const user = z.object({ id: z.number().int() })

interface MergeRequest {
  readonly apiUrl: string
  readonly project: number
  readonly iid: number
  readonly token: string
}

export function gitlabHost({ apiUrl, project, iid, token }: MergeRequest, mark: string): CommentHost {
  const api: Api = { base: apiUrl, headers: { 'PRIVATE-TOKEN': token } }
  const path = `/projects/${project}/merge_requests/${iid}/notes`
  let me: Promise<number> | undefined
  return {
    async own() {
      me ??= ask(api, 'GET', '/user').then(({ value }) => user.parse(value).id)
      const own = await me
      const found: Comment[] = []
      for (let page = '1'; page !== ''; ) {
        const { value, headers } = await ask(api, 'GET', `${path}?per_page=100&page=${page}`)
        for (const { id, body, author } of notes.parse(value))
          if (author.id === own && body.startsWith(mark)) found.push({ id, body })
        const next = headers.get('x-next-page') ?? ''
        page = /^\d+$/.test(next) ? next : ''
      }
      return found.sort((a, b) => a.id - b.id)
    },
    async create(body) {
      await ask(api, 'POST', path, { body })
    },
    async update(id, body) {
      await ask(api, 'PUT', `${path}/${id}`, { body })
    },
    async remove(id) {
      await ask(api, 'DELETE', `${path}/${id}`)
    },
  }
}
