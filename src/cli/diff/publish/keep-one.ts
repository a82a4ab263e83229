import { isFault, type HostFault } from './fault.ts'

export interface Comment {
  readonly id: number
  readonly body: string
}

/** Where comments stand; undefined is done. */
export interface CommentHost {
  /** Comments that this program wrote about this inventory, the oldest first. */
  readonly own: () => Promise<readonly Comment[] | HostFault>
  readonly create: (body: string) => Promise<HostFault | undefined>
  readonly update: (id: number, body: string) => Promise<HostFault | undefined>
  readonly remove: (id: number) => Promise<HostFault | undefined>
}

/**
 * One comment that says `body`, whatever was there: the oldest of ours is kept, so that its link stays; others, which
 * two runs at once may have made, are removed.
 */
export async function keepOne(
  host: CommentHost,
  body: string,
): Promise<'created' | 'updated' | 'unchanged' | HostFault> {
  const own = await host.own()
  if (isFault(own)) return own
  const [first] = own
  const isSame = first?.body === body
  const fault =
    first === undefined ? await createOnce(host, body) : isSame ? undefined : await updated(host, first.id, body)
  return fault ?? (await settle(host, body)) ?? (first === undefined ? 'created' : isSame ? 'unchanged' : 'updated')
}

async function updated(host: CommentHost, id: number, body: string): Promise<HostFault | undefined> {
  const fault = await host.update(id, body)
  // Somebody removed it since.
  return fault?.status === 404 ? createOnce(host, body) : fault
}

/** A host that fails may have written all the same: whoever asks again looks first. */
async function createOnce(host: CommentHost, body: string): Promise<HostFault | undefined> {
  const fault = await host.create(body)
  if (fault === undefined || (fault.status !== 0 && fault.status < 500)) return fault
  const own = await host.own()
  if (isFault(own)) return fault
  return own.length === 0 ? host.create(body) : undefined
}

async function settle(host: CommentHost, body: string): Promise<HostFault | undefined> {
  const own = await host.own()
  if (isFault(own)) return own
  const [first, ...others] = own
  for (const { id } of others) {
    const fault = await host.remove(id)
    if (fault !== undefined && fault.status !== 404) return fault
  }
  return first === undefined || first.body === body ? undefined : host.update(first.id, body)
}
