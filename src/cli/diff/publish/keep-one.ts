export interface Comment {
  readonly id: number
  readonly body: string
}

/** Where comments stand. Every call fails with `HostFault` where the host says no. */
export interface CommentHost {
  /** Comments that this program wrote about this inventory, the oldest first. */
  readonly own: () => Promise<readonly Comment[]>
  readonly create: (body: string) => Promise<void>
  readonly update: (id: number, body: string) => Promise<void>
  readonly remove: (id: number) => Promise<void>
}

/** The host's answer to something that it did not do; 0 where it did not answer. */
export class HostFault extends Error {
  readonly status: number
  /** How long it wants to be left alone. */
  readonly waitSeconds: number | undefined

  constructor(status: number, message: string, waitSeconds?: number) {
    super(message)
    this.status = status
    this.waitSeconds = waitSeconds
  }
}

/**
 * One comment that says `body`, whatever was there: the oldest of ours is kept, so that its link stays; others, which two runs at once may
 * have made, are removed.
 */
export async function keepOne(host: CommentHost, body: string): Promise<'created' | 'updated' | 'unchanged'> {
  const [first] = await host.own()
  if (first === undefined) {
    await createOnce(host, body)
    await settle(host, body)
    return 'created'
  }
  if (first.body === body) {
    await settle(host, body)
    return 'unchanged'
  }
  try {
    await host.update(first.id, body)
  } catch (fault) {
    // Somebody removed it since.
    if (!(fault instanceof HostFault) || fault.status !== 404) throw fault
    await createOnce(host, body)
  }
  await settle(host, body)
  return 'updated'
}

/** A host that fails may have written all the same: whoever asks again looks first. */
async function createOnce(host: CommentHost, body: string): Promise<void> {
  try {
    await host.create(body)
  } catch (fault) {
    if (!(fault instanceof HostFault) || (fault.status !== 0 && fault.status < 500)) throw fault
    if ((await host.own()).length === 0) await host.create(body)
  }
}

async function settle(host: CommentHost, body: string): Promise<void> {
  const [first, ...others] = await host.own()
  for (const { id } of others) await unlessGone(host.remove(id))
  if (first !== undefined && first.body !== body) await host.update(first.id, body)
}

async function unlessGone(removing: Promise<void>): Promise<void> {
  try {
    await removing
  } catch (fault) {
    if (!(fault instanceof HostFault) || fault.status !== 404) throw fault
  }
}
