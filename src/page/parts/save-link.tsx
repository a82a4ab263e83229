import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { messages } from '../messages.ts'
import { useReader } from './reader.ts'

/** A file to take away. It is an address that holds the file itself: nothing is asked of anybody. */
export function SaveLink({
  name,
  content,
}: {
  readonly name: string
  readonly content: () => string | Uint8Array | Promise<Uint8Array>
}): JSX.Element {
  const { say } = useReader()
  const [href, setHref] = useState<string | undefined>(undefined)
  const make = (): void => {
    void Promise.resolve(content()).then(made => setHref(dataAddress(made)))
  }
  return href === undefined ? (
    <button type="button" class="button" onClick={make}>
      {say(messages.save)} {name}
    </button>
  ) : (
    <a class="button" href={href} download={name}>
      {say(messages.save)} {name}
    </a>
  )
}

function dataAddress(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return `data:application/octet-stream;base64,${btoa(text)}`
}
