import { z } from 'zod'
import { ask, strange, tell, type Api } from './api.ts'
import { isFault } from './fault.ts'
import type { Comment, CommentHost } from './keep-one.ts'

/*
 * GitHub's REST API for issue comments (a pull request is an issue there): "REST API endpoints for issue comments",
 * version 2022-11-28.
 * A token of a workflow cannot ask who it is; its comments are a bot's.
 */

const comments = z.array(
  z.object({
    id: z.number().int(),
    body: z.string().nullish(),
    user: z.object({ id: z.number().int(), type: z.string() }).nullish(),
  }),
)
const user = z.object({ id: z.number().int() })

interface PullRequest {
  readonly apiUrl: string
  /** `owner/name`. */
  readonly repository: string
  readonly number: number
  readonly token: string
}

export function githubHost({ apiUrl, repository, number, token }: PullRequest, mark: string): CommentHost {
  const api: Api = {
    base: apiUrl,
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/vnd.github+json',
      'X-GitHub-Api-Version': '2022-11-28',
    },
  }
  const issues = `/repos/${repository}/issues`
  let me: Promise<number | undefined> | undefined
  return {
    async own() {
      me ??= whoAmI(api)
      const own = await me
      const found: Comment[] = []
      for (let page = 1; ; page++) {
        const path = `${issues}/${number}/comments?per_page=${perPage}&page=${page}`
        const answer = await ask(api, 'GET', path)
        if (isFault(answer)) return answer
        const list = comments.safeParse(answer.value)
        if (!list.success) return strange(path)
        for (const { id, body, user: author } of list.data)
          if (body?.startsWith(mark) === true && (own === undefined ? author?.type === 'Bot' : author?.id === own))
            found.push({ id, body })
        if (list.data.length < perPage) return found.sort((a, b) => a.id - b.id)
      }
    },
    create: body => tell(api, 'POST', `${issues}/${number}/comments`, { body }),
    update: (id, body) => tell(api, 'PATCH', `${issues}/comments/${id}`, { body }),
    remove: id => tell(api, 'DELETE', `${issues}/comments/${id}`),
  }
}

const perPage = 100

/** A person's token knows its account; a workflow's is told 403. */
async function whoAmI(api: Api): Promise<number | undefined> {
  const answer = await ask(api, 'GET', '/user')
  return isFault(answer) ? undefined : user.safeParse(answer.value).data?.id
}
