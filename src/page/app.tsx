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
import { howToOpen, OpeningView } from './views/opening.tsx'
import { View } from './view.tsx'
import { edited, isLoaded, opened, type Unloaded, type World } from './world/world.ts'

/** The page: the inventory that came with it, where the reader is, and in which language. */
export function App({ cargo }: { readonly cargo: Cargo }): JSX.Element {
  const [base, setBase] = useState(() => (howToOpen(cargo) === 'at-once' ? opened(cargo) : undefined))
  const route = useRoute()
  const language = useLanguage(route)
  const reader = useMemo(() => readerOf(language), [language])
  return (
    <ReaderContext.Provider value={reader}>
      {base === undefined ? (
        <OpeningView cargo={cargo} open={() => setBase(opened(cargo))} />
      ) : isLoaded(base) ? (
        <Loaded base={base} route={route} />
      ) : (
        <FailedView world={base} />
      )}
    </ReaderContext.Provider>
  )
}

function Loaded({ base, route }: { readonly base: World; readonly route: Route }): JSX.Element {
  const desk = useDeskOf(base)
  return (
    <DeskContext.Provider value={desk}>
      <Frame route={route}>
        <View route={route} />
      </Frame>
    </DeskContext.Provider>
  )
}

/** Its findings are on the screen before the rest of the page turns to what was typed. */
const settleMs = 150

interface Try {
  readonly edits: ReadonlyMap<string, string>
  readonly tried: World | Unloaded
}

/** Edits make a world anew; one that does not load leaves the last that did. */
function useDeskOf(base: World): Desk {
  const [{ edits, tried }, setTry] = useState<Try>({ edits: new Map(), tried: base })
  const [world, setWorld] = useState(base)
  useEffect(() => {
    if (!isLoaded(tried)) return undefined
    const timer = setTimeout(() => setWorld(tried), settleMs)
    return () => clearTimeout(timer)
  }, [tried])
  return {
    base,
    world,
    tried,
    edits,
    edit: (path, text) => {
      const original = base.sources.find(source => source.path === path)?.text
      const next = new Map(edits)
      if (text === original) next.delete(path)
      else next.set(path, text)
      setTry({ edits: next, tried: next.size === 0 ? base : edited(base, next) })
    },
    undo: () => {
      setTry({ edits: new Map(), tried: base })
      setWorld(base)
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
