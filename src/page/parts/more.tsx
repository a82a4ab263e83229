import type { JSX } from 'preact'
import { messages } from '../messages.ts'
import { useReader } from './reader.ts'

export function More({ onMore }: { readonly onMore: () => void }): JSX.Element {
  const { say } = useReader()
  return (
    <p>
      <button type="button" class="more" onClick={onMore}>
        {say(messages.more)}
      </button>
    </p>
  )
}
