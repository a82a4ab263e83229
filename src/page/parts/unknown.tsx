import type { JSX } from 'preact'
import { messages } from '../messages.ts'
import { useReader } from './reader.ts'

/** An address that leads to nothing in this page. */
export function UnknownView({ name }: { readonly name: string }): JSX.Element {
  const { say } = useReader()
  return (
    <article>
      <h1>404</h1>
      <p>{say(messages.unknownThing({ name }))}</p>
    </article>
  )
}
