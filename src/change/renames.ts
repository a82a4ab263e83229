import type { ThingChange } from './parts.ts'

/**
 * The name `kind:id` that a thing, or a component of one, has after a change: what is only renamed is neither lost nor
 * new.
 */
export type NameAfter = (name: string) => string

/** Kinds of component, and the kind of thing whose id is theirs, or begins it. */
const thingKinds: Readonly<Record<string, string>> = {
  router: 'site',
  port: 'site',
  tunnel: 'circuit',
  closure: 'structure',
  building: 'structure',
  core: 'cable',
}

export function renamesOf(things: readonly ThingChange[]): NameAfter {
  const renamed = new Map(
    things.flatMap(({ kind, id, formerId }) => (formerId === undefined ? [] : [[`${kind}:${formerId}`, id] as const])),
  )
  if (renamed.size === 0) return name => name
  return name => {
    const [kind = '', path = ''] = name.split(':')
    const [id = '', ...rest] = path.split('/')
    const now = renamed.get(`${thingKinds[kind] ?? kind}:${id}`)
    return now === undefined ? name : `${kind}:${[now, ...rest].join('/')}`
  }
}
