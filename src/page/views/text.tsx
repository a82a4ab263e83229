import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ledgerPath } from '../../plan/ledger.ts'
import { messages } from '../messages.ts'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { artifactAt } from '../world/artifacts.ts'
import type { World } from '../world/world.ts'

/** One line of a file that holds what is looked for. */
interface Found {
  readonly view: 'file' | 'artifact'
  readonly path: string
  readonly line: number
  readonly text: string
}

const mostFound = 300
const longest = 240

/** Every line of the inventory and of what is made of it that holds some words; more come while it is being read. */
export function TextView({ words }: { readonly words: string }): JSX.Element {
  const { say, to } = useReader()
  const world = useWorld()
  const { found, isDone } = useFound(world, words)
  const files = [...Map.groupBy(found, ({ view, path }) => `${view} ${path}`).values()]
  return (
    <article>
      <h1>{words}</h1>
      <p class="quiet" role="status">
        {say(messages.linesWith({ count: found.length, files: files.length }))}
        {found.length >= mostFound ? ` ${say(messages.firstLines)}` : isDone ? '' : ` ${say(messages.stillReading)}`}
      </p>
      {files.map(lines => (
        <section key={`${lines[0]?.view} ${lines[0]?.path}`}>
          <h2>
            {lines[0] !== undefined && <a href={to(lines[0].view, lines[0].path)}>{lines[0].path}</a>}{' '}
            <span class="quiet small-text">{say(lines[0]?.view === 'file' ? messages.files : messages.artifacts)}</span>
          </h2>
          <ul class="plain code-list">
            {lines.map(({ view, path, line, text }) => (
              <li key={line}>
                <a class="place" href={to(view, path, { line: String(line) })}>
                  {line}
                </a>{' '}
                <code>{text}</code>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  )
}

interface Reading {
  readonly found: readonly Found[]
  readonly isDone: boolean
}

/** A file after the other, so that the page hears its reader between them. */
function useFound(world: World, words: string): Reading {
  const [reading, setReading] = useState<Reading>({ found: [], isDone: false })
  useEffect(() => {
    let isWanted = true
    void (async () => {
      const found: Found[] = []
      let told = performance.now()
      for (const read of textsOf(world)) {
        if (!isWanted || found.length >= mostFound) break
        found.push(...linesWith(await read(), words.toLowerCase().split(/\s+/).filter(Boolean)))
        if (performance.now() - told < sliceMs) continue
        setReading({ found: found.slice(0, mostFound), isDone: false })
        await new Promise(resolve => setTimeout(resolve))
        told = performance.now()
      }
      if (isWanted) setReading({ found: found.slice(0, mostFound), isDone: true })
    })()
    return () => {
      isWanted = false
    }
  }, [world, words])
  return reading
}

const sliceMs = 40

interface Text {
  readonly view: Found['view']
  readonly path: string
  readonly text: string
}

/** The inventory first, then what is made of it, but the page itself and what is no text. */
function* textsOf(world: World): Generator<() => Text | Promise<Text>> {
  for (const { path, text } of [...world.sources, { path: ledgerPath, text: world.cargo.ledger }])
    yield () => ({ view: 'file', path, text })
  for (const [path] of world.cargo.artifacts)
    yield async () => {
      const content = /\.(xlsx|html)$/.test(path) ? undefined : await artifactAt(world, path)?.content()
      return { view: 'artifact', path, text: typeof content === 'string' ? content : '' }
    }
}

function linesWith({ view, path, text }: Text, words: readonly string[]): Found[] {
  const whole = text.toLowerCase()
  if (words.length === 0 || !words.every(word => whole.includes(word))) return []
  return text.split('\n').flatMap((line, i) => {
    const lower = line.toLowerCase()
    if (!words.every(word => lower.includes(word))) return []
    return [{ view, path, line: i + 1, text: line.trim().slice(0, longest) }]
  })
}
