import type { Language } from '../../diagnostic/diagnostic.ts'
import { mapLink } from '../../noc/whereabouts.ts'
import { stateMap } from '../../render/noc/state-map.ts'
import { xmlText } from '../../render/text/escape.ts'
import { shown } from '../../text/screen.ts'
import { watchMessages as messages } from './messages.ts'
import { suspectsOf } from './suspects.ts'
import { toldText } from './text.ts'
import type { Told } from './told.ts'

/** What the terminal says, for a screen on the wall, beside a map of it; it asks for itself anew every five seconds. */
export function watchPage(told: Told, language: Language): string {
  const text = toldText(told, language).split('\n').map(shown).join('\n')
  const suspects = suspectsOf(told)
  const where = mapLink(suspects)
  const link =
    where === undefined ? '' : `<p><a href="${xmlText(where)}" rel="noreferrer">${messages.onMap[language]}</a></p>`
  const map = stateMap(
    told.plan,
    {
      routersDown: idsOf(told, 'router:'),
      routesDown: idsOf(told, 'route:'),
      exposed: new Set(told.exposed),
      circuitsLost: new Set(told.lost.flatMap(({ bought }) => (bought.kind === 'circuit' ? [bought.site.id] : []))),
      isBlind: told.blind !== undefined,
      suspects,
    },
    language,
  )
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>${messages.title[language]}</title><style>${style}</style><main><h1>${messages.title[language]}</h1><div><section><pre>${xmlText(text)}</pre></section><section>${link}${map}<p><a href="/handover">${messages.handover[language]}</a></p></section></div></main></html>\n`
}

const style =
  'body{font:16px monospace;margin:1em}pre{white-space:pre-wrap;margin:0}' +
  'div{display:flex;flex-wrap:wrap;gap:1em}section{flex:1 1 32em;min-width:0}svg{width:100%;height:auto}'

function idsOf({ down }: Told, kind: string): ReadonlySet<string> {
  return new Set(
    down
      .filter(({ sign, missingMs }) => sign.startsWith(kind) && missingMs === undefined)
      .map(({ sign }) => sign.slice(kind.length)),
  )
}
