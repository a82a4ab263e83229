import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { practices } from '../../intent/practice.ts'
import { lineText, type Line } from '../../platforms/text/line.ts'
import type { Artifact } from '../../render/artifact.ts'
import { messages } from '../messages.ts'
import { PlaceLink } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { artifactAt } from '../world/artifacts.ts'
import { hashOf } from '../world/check.ts'
import { UnknownView } from '../parts/unknown.tsx'
import { SaveLink } from '../parts/save-link.tsx'
import { Scroll } from '../parts/scroll.tsx'

/** An output file as it is made here: of a configuration each line says where it comes from. */
export function ArtifactView({
  path,
  line,
}: {
  readonly path: string
  readonly line: number | undefined
}): JSX.Element {
  const { say, to } = useReader()
  const world = useWorld()
  const artifact = artifactAt(world, path)
  if (artifact === undefined) return <UnknownView name={path} />
  const lines = artifact.lines?.()
  const expected = world.cargo.artifacts.find(([each]) => each === path)?.[1]
  return (
    <article>
      <p class="kind">
        <a href={to('evidence')}>{say(messages.artifacts)}</a>
      </p>
      <h1>{path}</h1>
      <HashLine artifact={artifact} expected={expected} />
      {lines === undefined ? (
        <WholeText artifact={artifact} />
      ) : (
        <ExplainedLines path={path} lines={lines} line={line} />
      )}
    </article>
  )
}

function HashLine({
  artifact,
  expected,
}: {
  readonly artifact: Artifact
  readonly expected: string | undefined
}): JSX.Element {
  const { say } = useReader()
  const [found, setFound] = useState('')
  useEffect(() => {
    void hashOf(artifact).then(setFound)
  }, [artifact])
  return (
    <p>
      <code class="hash">{found}</code>{' '}
      {found !== '' && (
        <span class={`badge ${found === expected ? 'good' : 'warn'}`}>
          {say(found === expected ? messages.documentChecked : messages.documentDiffers)}
        </span>
      )}
    </p>
  )
}

function ExplainedLines({
  path,
  lines,
  line,
}: {
  readonly path: string
  readonly lines: readonly Line[]
  readonly line: number | undefined
}): JSX.Element {
  const { say, to } = useReader()
  const chosen = line === undefined ? undefined : lines[line - 1]
  useEffect(() => {
    const marked = document.querySelector('.marked')
    marked?.scrollIntoView({ block: 'nearest' })
    // A long line would take the numbers of all out of sight.
    marked?.closest('.scroll')?.scrollTo({ left: 0 })
  }, [line])
  return (
    <div class="explained">
      <Scroll label={path}>
        <ol class="code">
          {lines.map((each, i) => (
            <li key={i} class={line === i + 1 ? 'marked' : undefined}>
              <a href={to('artifact', path, { line: String(i + 1) })} class="code-line">
                <code>{lineText(each) === '' ? ' ' : lineText(each)}</code>
              </a>
            </li>
          ))}
        </ol>
      </Scroll>
      <aside class="card" aria-label={say(messages.explain)}>
        <h2>{say(messages.explain)}</h2>
        {chosen === undefined ? (
          <p class="quiet">{say(messages.explainHint)}</p>
        ) : (
          <>
            <p>
              <code>{lineText(chosen)}</code>
            </p>
            <ul class="plain">
              {chosen.from.map((place, i) => (
                <li key={i}>
                  <PlaceLink place={place} />
                </li>
              ))}
            </ul>
            {chosen.practice !== undefined && (
              <p>
                {say(messages.practice)} <code>{chosen.practice}</code>: {say(practices[chosen.practice])}
              </p>
            )}
          </>
        )}
      </aside>
    </div>
  )
}

/** A text of more letters is saved rather than read. */
const mostShown = 200_000

function WholeText({ artifact }: { readonly artifact: Artifact }): JSX.Element {
  const { say, to } = useReader()
  const [text, setText] = useState<string | undefined>(undefined)
  useEffect(() => {
    void Promise.resolve(artifact.content()).then(content => setText(typeof content === 'string' ? content : undefined))
  }, [artifact])
  const sources = artifact.sources?.() ?? []
  return (
    <>
      <p>
        {say(messages.madeFrom)}:{' '}
        <span class="names">
          {sources.map(path => (
            <span key={path}>
              <a href={to('file', path)}>{path}</a>
            </span>
          ))}
        </span>
      </p>
      {text === undefined ? (
        <p class="quiet">{say(messages.binary)}</p>
      ) : (
        <Scroll label={artifact.path}>
          <pre class="code">{text.slice(0, mostShown)}</pre>
        </Scroll>
      )}
      <p>
        <SaveLink name={artifact.path.split('/').at(-1) ?? 'file'} content={artifact.content} />
      </p>
    </>
  )
}
