import type { ComponentChild, ComponentChildren, JSX } from 'preact'
import { locate } from '../../source/locate.ts'
import type { Place } from '../../source/source.ts'
import { capital, nounOf } from '../../words/things.ts'
import { messages } from '../messages.ts'
import { namesakes, thingAt, thingNamed } from '../things/graph.ts'
import { keyOf, type Thing } from '../things/thing.ts'
import { useReader } from './reader.ts'
import { useWorld } from './world-context.ts'

/** A thing by its id, as a link with its name behind it. */
export function ThingLink({
  thing,
  text,
}: {
  readonly thing: Pick<Thing, 'kind' | 'id'>
  readonly text?: string
}): JSX.Element {
  const { to } = useReader()
  const known = thingAt(useWorld(), keyOf(thing))
  return (
    <a href={to(thing.kind, thing.id)} class="thing" title={known?.name ?? thing.id}>
      {text ?? thing.id}
    </a>
  )
}

/** The word of a kind: `Perangkat daerah`. */
export function KindWord({ kind }: { readonly kind: string }): JSX.Element {
  const { say } = useReader()
  return <>{capital(say(kindNoun(kind)))}</>
}

export function kindNoun(kind: string): { readonly id: string; readonly en: string; readonly many: string } {
  if (kind === 'prefix') return { id: 'prefiks', en: 'prefix', many: 'prefixes' }
  return nounOf(kind)
}

/** File and line, as a link to the file in the page. */
export function PlaceLink({ place }: { readonly place: Place }): JSX.Element {
  const { to } = useReader()
  const { line } = locate(place)
  return (
    <a class="place" href={to('file', place.source.path, { line: String(line) })}>
      {place.source.path}:{line}
    </a>
  )
}

/** A link to the thing of this kind and id, else to the one of this id: money counts uplinks as circuits. */
export function Linked({ id, kind }: { readonly id: string; readonly kind?: string | undefined }): ComponentChild {
  const world = useWorld()
  const meant = kind === undefined ? undefined : thingAt(world, `${kind}:${id}`)
  const among = meant === undefined ? namesakes(world, id) : []
  const found = meant ?? (among.length === 1 ? among[0] : undefined)
  return found === undefined ? id : <ThingLink thing={found} />
}

/** `circuit:ckt-a` as a link, where there is such a thing. */
export function NameLink({ name }: { readonly name: string }): JSX.Element {
  const { to } = useReader()
  const thing = thingNamed(useWorld(), name)
  return thing === undefined ? (
    <code>{name}</code>
  ) : (
    <a class="thing" href={to(thing.kind, thing.id)} title={thing.name}>
      {name}
    </a>
  )
}

export function Empty(): JSX.Element {
  const { say } = useReader()
  return <p class="quiet">{say(messages.none)}</p>
}

export function Card({
  title,
  children,
  wide,
}: {
  readonly title: string
  readonly children: ComponentChildren
  readonly wide?: boolean
}): JSX.Element {
  return (
    <section class={wide === true ? 'card wide' : 'card'}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
