import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { ledgerPath } from '../../plan/ledger.ts'
import { locate } from '../../source/locate.ts'
import { messages } from '../messages.ts'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { findingsOf } from '../things/findings.ts'
import { UnknownView } from '../parts/unknown.tsx'
import { FindingList } from './finding-list.tsx'
import { CodeLines } from './source-excerpt.tsx'

/** Longer files show the lines around the one that is asked for. */
const mostLines = 1500

/** A file of the inventory, each of its lines with an address. */
export function FileView({ path, line }: { readonly path: string; readonly line: number | undefined }): JSX.Element {
  const { say, to } = useReader()
  const world = useWorld()
  const text = path === ledgerPath ? world.cargo.ledger : world.sources.find(source => source.path === path)?.text
  useEffect(() => {
    if (line === undefined) return
    const marked = document.getElementById(`L${line}`)
    marked?.scrollIntoView({ block: 'center' })
    marked?.closest('.scroll')?.scrollTo({ left: 0 })
  }, [path, line])
  if (path === '') return <FileList />
  if (text === undefined) return <UnknownView name={path} />
  const lines = text.split('\n')
  const first = lines.length <= mostLines ? 1 : Math.max(1, (line ?? 1) - mostLines / 2)
  const findings = findingsOf(world).filter(({ diagnostic }) => diagnostic.at.source.path === path)
  return (
    <article>
      <p class="kind">
        <a href={to('file')}>{say(messages.files)}</a>
      </p>
      <h1>{path}</h1>
      {path !== ledgerPath && (
        <p>
          <a class="button" href={to('try', path, { line: line === undefined ? undefined : String(line) })}>
            {say(messages.tryHere)}
          </a>
        </p>
      )}
      {line !== undefined && (
        <FindingList findings={findings.filter(({ diagnostic }) => locate(diagnostic.at).line === line)} />
      )}
      <CodeLines lines={lines.slice(first - 1, first - 1 + mostLines)} first={first} marked={line} />
    </article>
  )
}

function FileList(): JSX.Element {
  const { say, to } = useReader()
  const { sources } = useWorld()
  return (
    <article>
      <h1>{say(messages.files)}</h1>
      <ul class="columns">
        {[...sources.map(({ path }) => path), ledgerPath].map(path => (
          <li key={path}>
            <a href={to('file', path)}>{path}</a>
          </li>
        ))}
      </ul>
    </article>
  )
}
