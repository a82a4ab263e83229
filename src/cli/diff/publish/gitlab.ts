import { z } from 'zod'
import { ask, strange, tell, type Answer, type Api } from './api.ts'
import { isFault, type HostFault } from './fault.ts'
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
  let me: Promise<Answer | HostFault> | undefined
  return {
    async own() {
      me ??= ask(api, 'GET', '/user')
      const self = await me
      if (isFault(self)) return self
      const own = user.safeParse(self.value).data?.id
      const found: Comment[] = []
      for (let page = '1'; page !== ''; ) {
        const answer = await ask(api, 'GET', `${path}?per_page=100&page=${page}`)
        if (isFault(answer)) return answer
        const list = notes.safeParse(answer.value)
        if (!list.success) return strange(path)
        for (const { id, body, author } of list.data)
          if (author.id === own && body.startsWith(mark)) found.push({ id, body })
        const next = answer.headers.get('x-next-page') ?? ''
        page = /^\d+$/.test(next) ? next : ''
      }
      return found.sort((a, b) => a.id - b.id)
    },
    create: body => tell(api, 'POST', path, { body }),
    update: (id, body) => tell(api, 'PUT', `${path}/${id}`, { body }),
    remove: id => tell(api, 'DELETE', `${path}/${id}`),
  }
}
