import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { messages } from './messages.ts'
import { kindNoun } from './parts/links.tsx'
import { useReader } from './parts/reader.ts'
import { useOpenDesk } from './parts/world-context.ts'
import type { Hit } from './things/hit.ts'
import { search } from './things/search.ts'
import { capital } from '../words/things.ts'

/** Search from `/`: the first answer is chosen already, arrows choose another, Enter opens it. */
export function SearchBox(): JSX.Element {
  const { say } = useReader()
  const input = useRef<HTMLInputElement>(null)
  const { query, hits, chosen, isShown, type, open, press, close } = useSearch(() => input.current?.blur())
  useEffect(() => focusOnSlash(input), [])
  return (
    <search class="search">
      <input
        ref={input}
        id="search"
        type="text"
        // biome-ignore lint/a11y/noRedundantRoles: a field without a list of its own is none
        role="combobox"
        list={undefined}
        autocomplete="off"
        spellcheck={false}
        aria-expanded={hits.length > 0}
        aria-controls="hits"
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `hit-${chosen}` : undefined}
        aria-label={say(messages.search)}
        placeholder={say(messages.search)}
        value={query}
        onInput={event => type(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={close}
      />
      <span class="key">/</span>
      {isShown && <Hits hits={hits} chosen={chosen} open={open} />}
    </search>
  )
}

interface Search {
  readonly query: string
  readonly hits: readonly Hit[]
  readonly chosen: number
  readonly isShown: boolean
  readonly type: (query: string) => void
  readonly open: (hit: Hit | undefined) => void
  readonly press: (event: KeyboardEvent) => void
  readonly close: () => void
}

/** What is typed and chosen. What was asked before there was anything to search is answered as soon as there is. */
function useSearch(leave: () => void): Search {
  const { to } = useReader()
  const world = useOpenDesk()?.world
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const hits = isOpen && world !== undefined ? search(world, query) : []
  const type = (text: string): void => {
    setQuery(text)
    setChosen(0)
    setAsked(false)
    setOpen(text !== '')
  }
  const open = (hit: Hit | undefined): void => {
    if (hit === undefined) return
    type('')
    location.hash = to(hit.view, hit.id, hit.query)
    document.getElementById('content')?.focus()
  }
  useEffect(() => {
    if (isAsked && world !== undefined) open(hits[0])
  }, [isAsked, world])
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      type('')
      leave()
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 && event.key !== 'Enter') return
    event.preventDefault()
    if (step === 0 && world === undefined) setAsked(true)
    else if (step === 0) open(hits[chosen])
    else if (hits.length > 0) setChosen((chosen + step + hits.length) % hits.length)
  }
  const isShown = isOpen && world !== undefined && query.trim() !== ''
  return { query, hits, chosen, isShown, type, open, press, close: () => setOpen(false) }
}

function Hits({
  hits,
  chosen,
  open,
}: {
  readonly hits: readonly Hit[]
  readonly chosen: number
  readonly open: (hit: Hit) => void
}): JSX.Element {
  const { say } = useReader()
  return (
    <div class="hits">
      <p class="unseen" role="status">
        {say(messages.resultsCount({ count: hits.length }))}
      </p>
      <div id="hits" role="listbox" tabIndex={-1} aria-label={say(messages.results)}>
        {hits.map((hit, i) => (
          <HitItem key={`${hit.view} ${hit.id} ${i}`} hit={hit} index={i} chosen={i === chosen} open={open} />
        ))}
      </div>
      {hits.length === 0 && <p class="quiet">{say(messages.noResults)}</p>}
    </div>
  )
}

function HitItem({
  hit,
  index,
  chosen,
  open,
}: {
  readonly hit: Hit
  readonly index: number
  readonly chosen: boolean
  readonly open: (hit: Hit) => void
}): JSX.Element {
  const { say } = useReader()
  // The field loses its focus before a click arrives; what is pressed counts.
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen option
    <div
      id={`hit-${index}`}
      role="option"
      aria-selected={chosen}
      onMouseDown={event => {
        event.preventDefault()
        open(hit)
      }}
    >
      <span class="hit-kind">{capital(say(kindOfHit(hit)))}</span>
      <strong>{typeof hit.title === 'string' ? hit.title : capital(say(hit.title))}</strong>
      <span class="quiet">{say(hit.note)}</span>
    </div>
  )
}

const viewWords: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  map: messages.views,
  network: messages.views,
  findings: messages.views,
  risk: messages.views,
  evidence: messages.views,
  print: messages.views,
  finding: messages.message,
  rule: messages.message,
  list: messages.lists,
  money: messages.money,
  file: messages.files,
  artifact: messages.artifacts,
  'what-if': messages.whatIf,
  field: messages.lists,
  text: messages.inFiles,
  try: messages.tryChange,
}

function kindOfHit({ view }: Hit): { readonly id: string; readonly en: string } {
  return Object.hasOwn(viewWords, view) ? (viewWords[view] ?? kindNoun(view)) : kindNoun(view)
}

function focusOnSlash(input: { readonly current: HTMLInputElement | null }): () => void {
  const press = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
    if (event.key !== '/' || typing) return
    event.preventDefault()
    input.current?.focus()
    input.current?.select()
  }
  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}
