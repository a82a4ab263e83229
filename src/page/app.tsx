import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Language } from '../diagnostic/diagnostic.ts'
import type { Cargo } from '../render/page/cargo.ts'
import { Frame } from './frame.tsx'
import { recalled, remember } from './parts/memory.ts'
import { readerOf, ReaderContext } from './parts/reader.ts'
import { DeskContext, type Desk } from './parts/world-context.ts'
import { hashOf, routeOf, type Route } from './route.ts'
import { FailedView } from './views/failed.tsx'
import { opensByItself } from './views/opening.tsx'
import { View } from './view.tsx'
import { edited, isLoaded, opened, type Unloaded, type World } from './world/world.ts'

/** The page: the inventory that came with it, where the reader is, and in which language. */
export function App({ cargo }: { readonly cargo: Cargo }): JSX.Element {
  const [wanted, setWanted] = useState(opensByItself(cargo))
  const base = useCompiled(cargo, wanted)
  const desk = useDeskOf(base !== undefined && isLoaded(base) ? base : undefined)
  const route = useRoute()
  const language = useLanguage(route)
  const reader = useMemo(() => readerOf(language), [language])
  const hasView = desk !== undefined || (route.view === '' && cargo.overview !== undefined)
  return (
    <ReaderContext.Provider value={reader}>
      {base !== undefined && !isLoaded(base) ? (
        <FailedView world={base} />
      ) : (
        <DeskContext.Provider value={desk}>
          <Frame route={route} cargo={cargo} isBusy={wanted && !hasView}>
            <View route={route} opening={{ cargo, isRunning: wanted, open: () => setWanted(true) }} />
          </Frame>
        </DeskContext.Provider>
      )}
    </ReaderContext.Provider>
  )
}

/** Whoever only wants to read the front, or goes elsewhere at once, is not kept waiting. */
const breathMs = 80

/** The inventory as it is compiled here, once it is wanted and what stands on the screen has been painted. */
function useCompiled(cargo: Cargo, wanted: boolean): World | Unloaded | undefined {
  const [base, setBase] = useState<World | Unloaded | undefined>(undefined)
  useEffect(() => {
    if (!wanted) return undefined
    const frame = requestAnimationFrame(() => setTimeout(() => void opened(cargo).then(setBase), breathMs))
    return () => cancelAnimationFrame(frame)
  }, [cargo, wanted])
  return base
}

/** Its findings are on the screen before the rest of the page turns to what was typed. */
const settleMs = 150

interface Try {
  readonly edits: ReadonlyMap<string, string>
  readonly tried: World | Unloaded
}

const noEdits: ReadonlyMap<string, string> = new Map()

/** Edits make a world anew; one that does not load leaves the last that did. */
function useDeskOf(base: World | undefined): Desk | undefined {
  const [attempt, setAttempt] = useState<Try | undefined>(undefined)
  const [settled, setSettled] = useState<World | undefined>(undefined)
  const tried = attempt?.tried
  useEffect(() => {
    if (tried === undefined || !isLoaded(tried)) return undefined
    const timer = setTimeout(() => setSettled(tried), settleMs)
    return () => clearTimeout(timer)
  }, [tried])
  if (base === undefined) return undefined
  const edits = attempt?.edits ?? noEdits
  return {
    base,
    world: settled ?? base,
    tried: tried ?? base,
    edits,
    edit: (path, text) => {
      const original = base.sources.find(source => source.path === path)?.text
      const next = new Map(edits)
      if (text === original) next.delete(path)
      else next.set(path, text)
      setAttempt({ edits: next, tried: next.size === 0 ? base : edited(base, next) })
    },
    undo: () => {
      setAttempt(undefined)
      setSettled(undefined)
    },
  }
}

function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash))
  useEffect(() => {
    const listen = (): void => {
      setRoute(routeOf(location.hash))
      if (!location.hash.includes('line=')) window.scrollTo(0, 0)
    }
    window.addEventListener('hashchange', listen)
    return () => window.removeEventListener('hashchange', listen)
  }, [])
  return route
}

/** The address decides, then what was chosen last, then Indonesian. */
function useLanguage({ view, id, query }: Route): Language {
  const asked = query.get('lang')
  const language: Language = asked === 'en' || asked === 'id' ? asked : recalled('language') === 'en' ? 'en' : 'id'
  useEffect(() => {
    document.documentElement.lang = language
    remember('language', language)
    if (asked !== language) location.replace(hashOf(view, id, Object.fromEntries(query), language))
  }, [language, asked, view, id, query])
  return language
}
