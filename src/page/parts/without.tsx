import type { JSX } from 'preact'
import type { Cargo } from '../../render/page/cargo.ts'
import { messages } from '../messages.ts'
import { useReader } from './reader.ts'

/** On every view, and on paper: that a part of the inventory stayed away on purpose. */
export function WithoutBanner({ cargo: { without } }: { readonly cargo: Cargo }): JSX.Element | null {
  const { say, to } = useReader()
  if (without.length === 0) return null
  return (
    <p class="banner without" role="note">
      {say(messages.withoutBanner({ count: without.length }))} <a href={to('evidence')}>{say(messages.evidence)}</a>
    </p>
  )
}

/** What stayed away, by name. */
export function WithoutList({ cargo: { without } }: { readonly cargo: Cargo }): JSX.Element {
  return (
    <ul class="columns">
      {without.map(path => (
        <li key={path}>
          <code>{path}</code>
        </li>
      ))}
    </ul>
  )
}
