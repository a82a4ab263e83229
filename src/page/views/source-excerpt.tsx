import type { JSX } from 'preact'
import { locate } from '../../source/locate.ts'
import type { Place } from '../../source/source.ts'
import { messages } from '../messages.ts'
import { Linked } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { Scroll } from '../parts/scroll.tsx'

/** Lines of a declaration that stand on its page; the file has the rest. */
const mostLines = 60

/** A declaration as it stands in its file, with the names in it as links. */
export function SourceExcerpt({ place }: { readonly place: Place }): JSX.Element {
  const { say, to } = useReader()
  const { line: first } = locate(place)
  const lines = place.source.text.split('\n')
  const last = Math.min(lastLine(lines, first), first + mostLines)
  return (
    <>
      <p>
        <a href={to('file', place.source.path, { line: String(first) })}>
          {say(messages.sourceOf({ file: place.source.path, line: first }))}
        </a>
      </p>
      <CodeLines lines={lines.slice(first - 1, last)} first={first} />
    </>
  )
}

/** The block goes on while lines are empty or stand further in than where it began. */
function lastLine(lines: readonly string[], first: number): number {
  const head = lines[first - 1] ?? ''
  const indent = indentOf(head.replace(/^(\s*)- /, '$1  '))
  let last = first
  const isRoot = indentOf(head) === 0 && !head.startsWith('- ')
  for (let i = first; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line.trim() === '') continue
    if (!isRoot && indentOf(line) < indent) break
    if (isRoot && line.startsWith('- ')) break
    last = i + 1
  }
  return last
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** Lines of an inventory file with their numbers; words that name a thing are links. */
export function CodeLines({
  lines,
  first,
  marked,
}: {
  readonly lines: readonly string[]
  readonly first: number
  readonly marked?: number | undefined
}): JSX.Element {
  return (
    <Scroll label="YAML">
      <ol class="code" start={first}>
        {lines.map((line, i) => (
          <li
            key={first + i}
            id={`L${first + i}`}
            value={first + i}
            class={marked === first + i ? 'marked' : undefined}
          >
            <code>
              <Words line={line} />
            </code>
          </li>
        ))}
      </ol>
    </Scroll>
  )
}

function Words({ line }: { readonly line: string }): JSX.Element {
  if (line.trimStart().startsWith('#')) return <span class="quiet">{line}</span>
  const parts = line.split(/([a-z0-9][a-z0-9.-]*[a-z0-9])/)
  return <>{parts.map((part, i) => (i % 2 === 1 && part.length > 2 ? <Linked key={i} id={part} /> : part))}</>
}
