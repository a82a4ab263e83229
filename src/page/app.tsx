import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Language } from '../diagnostic/diagnostic.ts'
import { Frame } from './frame.tsx'
import { recalled, remember } from './parts/memory.ts'
import { readerOf, ReaderContext } from './parts/reader.ts'
import { DeskContext, type Desk } from './parts/world-context.ts'
import { hashOf, routeOf, type Route } from './route.ts'
import { FailedView } from './views/failed.tsx'
import { View } from './view.tsx'
import { compiled, isLoaded, type Unloaded, type World } from './world/world.ts'

/** The page: the inventory that came with it, where the reader is, and in which language. */
export function App({ base }: { readonly base: World | Unloaded }): JSX.Element {
  const route = useRoute()
  const language = useLanguage(route)
  const reader = useMemo(() => readerOf(language), [language])
  return (
    <ReaderContext.Provider value={reader}>
      {isLoaded(base) ? <Loaded base={base} route={route} /> : <FailedView world={base} />}
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

/** Edits make a world anew; one that does not load leaves the last that did. */
function useDeskOf(base: World): Desk {
  const [edits, setEdits] = useState<ReadonlyMap<string, string>>(new Map())
  const [world, setWorld] = useState(base)
  return {
    base,
    world,
    edits,
    edit: (path, text) => {
      const original = base.sources.find(source => source.path === path)?.text
      const next = new Map(edits)
      if (text === original) next.delete(path)
      else next.set(path, text)
      setEdits(next)
      const made = next.size === 0 ? base : compiled(base.cargo, next)
      if (isLoaded(made)) setWorld(made)
    },
    undo: () => {
      setEdits(new Map())
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
