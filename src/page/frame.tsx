import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Cargo } from '../render/page/cargo.ts'
import { messages } from './messages.ts'
import { recalled, remember } from './parts/memory.ts'
import { useReader } from './parts/reader.ts'
import { useOpenDesk, type Desk } from './parts/world-context.ts'
import { hashOf, type Route } from './route.ts'
import { WithoutBanner } from './parts/without.tsx'
import { SearchBox } from './search-box.tsx'
import { day } from '../words/dates.ts'

const views = ['', 'map', 'network', 'money', 'findings', 'risk', 'what-if', 'try', 'evidence'] as const
const words = {
  '': messages.home,
  map: messages.map,
  network: messages.network,
  money: messages.money,
  findings: messages.findings,
  risk: messages.risk,
  'what-if': messages.whatIf,
  try: messages.tryChange,
  evidence: messages.evidence,
} as const

/** What stands around every view: the head with search, the doors, and the foot that paper shows too. */
export function Frame({
  route,
  cargo,
  isBusy,
  children,
}: {
  readonly route: Route
  readonly cargo: Cargo
  readonly isBusy: boolean
  readonly children: ComponentChildren
}): JSX.Element {
  const { say, to } = useReader()
  const desk = useOpenDesk()
  const { network, notes } = namedIn(cargo, desk)
  const asOf = desk?.world.compilation.asOf ?? cargo.asOf
  const title = say(messages.title({ network }))
  useEffect(() => {
    document.title = [route.id || (route.view !== '' && route.view) || '', title].filter(Boolean).join(' · ')
  }, [route, title])
  return (
    <>
      <button type="button" class="skip" onClick={focusContent}>
        {say(messages.skip)}
      </button>
      <Top route={route} network={network} />
      <p class="paper-head">
        {title} · {say(messages.asOf({ day: say(day(asOf)) }))}
      </p>
      <WithoutBanner cargo={cargo} />
      {desk !== undefined && desk.edits.size > 0 && (
        <p class="banner" role="status">
          {say(messages.edited)} <a href={to('try')}>{say(messages.tryChange)}</a>
        </p>
      )}
      <main id="content" tabIndex={-1} aria-busy={isBusy} data-compiled={desk !== undefined}>
        {children}
      </main>
      <Foot cargo={cargo} asOf={asOf} notes={notes} />
    </>
  )
}

/** As the page came, or as it is edited. */
function namedIn({ headline }: Cargo, desk: Desk | undefined): Cargo['headline'] {
  if (desk === undefined) return headline
  const { name, notes = [] } = desk.world.network.declared
  return { network: name, notes }
}

/** The head: search, language, light and dark, paper; and the doors to the views. */
function Top({ route, network }: { readonly route: Route; readonly network: string }): JSX.Element {
  const { say, to } = useReader()
  return (
    <>
      <header class="top">
        <a class="brand" href={to('')}>
          <span class="mark" aria-hidden="true" />
          <span>
            <strong>Serat</strong>
            <span class="brand-name">{network}</span>
          </span>
        </a>
        <SearchBox />
        <div class="tools">
          <LanguageChoice route={route} />
          <ThemeChoice />
          <button type="button" class="tool print" onClick={() => window.print()}>
            {say(messages.print)}
          </button>
        </div>
      </header>
      <nav class="doors" aria-label={say(messages.views)}>
        <ul>
          {views.map(view => (
            <li key={view}>
              <a href={to(view)} aria-current={route.view === view ? 'page' : undefined}>
                {say(words[view])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}

function Foot({
  cargo,
  asOf,
  notes,
}: {
  readonly cargo: Cargo
  readonly asOf: string
  readonly notes: Cargo['headline']['notes']
}): JSX.Element {
  const { say } = useReader()
  return (
    <footer class="foot">
      <p>
        {say(messages.asOf({ day: say(day(asOf)) }))} · Serat {cargo.version} ·{' '}
        <code>{cargo.inventoryHash.slice(0, 16)}</code>
      </p>
      {notes.map((note, i) => (
        <p key={i}>{say(note)}</p>
      ))}
      <p>{say(messages.nothingSent)}</p>
    </footer>
  )
}

function focusContent(): void {
  document.getElementById('content')?.focus()
}

function LanguageChoice({ route }: { readonly route: Route }): JSX.Element {
  const { say, language } = useReader()
  const query = Object.fromEntries(route.query)
  return (
    <nav class="choice" aria-label={say(messages.language)}>
      {(['id', 'en'] as const).map(each => (
        <a
          key={each}
          href={hashOf(route.view, route.id, query, each)}
          aria-current={each === language ? 'true' : undefined}
          hreflang={each}
          lang={each}
        >
          <span class="long-word">{each === 'id' ? 'Indonesia' : 'English'}</span>
          <span class="short-word">{each.toUpperCase()}</span>
        </a>
      ))}
    </nav>
  )
}

function ThemeChoice(): JSX.Element {
  const { say } = useReader()
  const [theme, setTheme] = useState(() => recalled('theme') ?? preferred())
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  const other = theme === 'dark' ? 'light' : 'dark'
  const choose = (): void => {
    remember('theme', other)
    setTheme(other)
  }
  return (
    <button type="button" class="tool" onClick={choose}>
      <span class="unseen">{say(messages.theme)}: </span>
      {say(messages[other])}
    </button>
  )
}

function preferred(): string {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
