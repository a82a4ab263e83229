import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { compare } from '../../change/compare.ts'
import { reportOf } from '../../change/report/report.ts'
import type { Section } from '../../change/report/section.ts'
import { messages } from '../messages.ts'
import { Card, Empty } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { UnknownView } from '../parts/unknown.tsx'
import { SaveLink } from '../parts/save-link.tsx'
import { useDesk } from '../parts/world-context.ts'
import { findingsOf, isOpen } from '../things/findings.ts'
import { patchOf } from '../../edit/patch.ts'
import { wishOf } from '../things/wish.ts'
import { isLoaded } from '../world/world.ts'
import { FindingList } from './finding-list.tsx'
import { Scroll } from '../parts/scroll.tsx'

/** Typing pauses for so long before the inventory is compiled anew. */
const pauseMs = 60

/**
 * An editor of the inventory: findings of the file as one types, then what the change does to everything, and the
 * change as a patch.
 */
export function TryView({
  path,
  line,
  set,
}: {
  readonly path: string
  readonly line: number | undefined
  /** `ckt-a bandwidth_mbps=50`: a change to begin with. */
  readonly set: string | undefined
}): JSX.Element {
  const { say, to } = useReader()
  const desk = useDesk()
  const { base, edits } = desk
  const chosen = path === '' ? (edits.keys().next().value ?? base.sources[0]?.path ?? '') : path
  useEffect(() => {
    const wish = set === undefined ? undefined : wishOf(base, set)
    if (wish !== undefined) desk.edit(wish.path, wish.text)
    // A wish is carried out once, when its address is opened.
  }, [set])
  if (!base.sources.some(source => source.path === chosen)) return <UnknownView name={path} />
  return (
    <article>
      <h1>{say(messages.edit)}</h1>
      <p class="quiet">{say(messages.editHint)}</p>
      <p class="editor-tools">
        <label>
          {say(messages.chooseFile)}{' '}
          <select value={chosen} onChange={event => (location.hash = to('try', event.currentTarget.value))}>
            {base.sources.map(source => (
              <option key={source.path} value={source.path}>
                {source.path}
                {edits.has(source.path) ? ' *' : ''}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" disabled={edits.size === 0} onClick={desk.undo}>
          {say(messages.reset)}
        </button>
      </p>
      <div class="try">
        <Editor key={chosen} path={chosen} line={line} />
        <FileFindings path={chosen} />
      </div>
      <Effect />
    </article>
  )
}

function Editor({ path, line }: { readonly path: string; readonly line: number | undefined }): JSX.Element {
  const { base, edits, edit } = useDesk()
  const area = useRef<HTMLTextAreaElement>(null)
  const own = edits.get(path) ?? base.sources.find(source => source.path === path)?.text ?? ''
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const text = typed ?? own
  useEffect(() => {
    if (typed === undefined) return undefined
    const timer = setTimeout(() => {
      setTyped(undefined)
      edit(path, typed)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed, path])
  useEffect(() => {
    const field = area.current
    if (field === null || line === undefined) return
    const start =
      own
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + 1
    field.setSelectionRange(start, start)
    field.scrollTop = (line - 4) * Number.parseFloat(getComputedStyle(field).lineHeight)
  }, [path, line])
  return (
    <label class="editor">
      <span class="unseen">{path}</span>
      <textarea
        ref={area}
        spellcheck={false}
        autocapitalize="off"
        wrap="off"
        rows={26}
        value={text}
        onInput={event => setTyped(event.currentTarget.value)}
      />
    </label>
  )
}

/** Findings of what is typed, whether or not it loads. */
function FileFindings({ path }: { readonly path: string }): JSX.Element {
  const { say } = useReader()
  const { base, tried } = useDesk()
  const findings = findingsOf(tried).filter(finding => isOpen(tried, finding))
  const known = new Set(findingsOf(base).map(({ id }) => id))
  // What the change brings comes first, wherever it stands; then what the file had before.
  const here = findings
    .filter(({ id, diagnostic }) => diagnostic.at.source.path === path || !known.has(id))
    .sort((a, b) => Number(known.has(a.id)) - Number(known.has(b.id)))
  const elsewhere = findings.filter(finding => !here.includes(finding))
  return (
    <section class="card" aria-live="polite" data-findings={findings.length}>
      <h2>
        {say(messages.newFindings)} <span class="quiet">{here.length}</span>
      </h2>
      {!isLoaded(tried) && <p class="badge bad">{say(messages.notLoaded)}</p>}
      {here.length === 0 ? <Empty /> : <FindingList findings={here.slice(0, 30)} />}
      {elsewhere.length > 0 && (
        <details>
          <summary>
            {say(messages.elsewhere)} <span class="quiet">{elsewhere.length}</span>
          </summary>
          <FindingList findings={elsewhere.slice(0, 30)} />
        </details>
      )}
    </section>
  )
}

/** What the change does to service, money, addresses and configurations, in the words of `serat diff`. */
function Effect(): JSX.Element {
  const { say, language } = useReader()
  const { base, world, edits } = useDesk()
  const report = useMemo(
    () => (world === base ? undefined : reportOf(compare(base.compilation, world.compilation), language)),
    [base, world, language],
  )
  const patch = useMemo(() => patchOf(base.sources, edits), [base, edits])
  if (edits.size === 0) return <p class="quiet">{say(messages.unchanged)}</p>
  return (
    <>
      <h2>{say(messages.effect)}</h2>
      {report !== undefined && (
        <div class={`verdict ${report.weight}`}>
          <p>
            <strong>{report.verdict}</strong>
          </p>
          {report.lead.map(line => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <div class="cards">
        {(report?.sections ?? []).map(section => (
          <SectionCard key={section.key} section={section} />
        ))}
        <Card title={say(messages.patch)} wide>
          <p>
            <SaveLink name="serat.patch" content={() => patch} />
          </p>
          <p class="quiet">{say(messages.applyPatch)}</p>
          <Scroll label={say(messages.patch)}>
            <pre class="code" id="patch">
              {patch}
            </pre>
          </Scroll>
        </Card>
      </div>
    </>
  )
}

function SectionCard({ section }: { readonly section: Section }): JSX.Element {
  const { title, notes, columns, rows, details = [] } = section
  return (
    <Card title={title} wide>
      {notes.map(note => (
        <p key={note}>{note}</p>
      ))}
      {rows.length > 0 && (
        <Scroll label={title}>
          <table>
            <caption class="unseen">{title}</caption>
            <thead>
              <tr>
                {columns.map((column, i) => (
                  <th key={i} scope="col" class={column.isNumber === true ? 'n' : undefined}>
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <tr key={i}>
                  {row.map((cell, j) => (
                    <td key={j} class={columns[j]?.isNumber === true ? 'n' : undefined}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {details.map(({ title: name, lines }) => (
        <details key={name}>
          <summary>{name}</summary>
          <pre class="code">{lines().join('\n')}</pre>
        </details>
      ))}
    </Card>
  )
}
