import { parseDocument } from 'yaml'
import type { Network } from '../../model/network.ts'
import type { Source } from '../../source/source.ts'
import type { Draft, Fact, Value } from '../draft/draft.ts'

/** Files of sites that are there, with the addresses that their routers have already; comments and order stay. */
export function pinnedFiles(drafts: readonly Draft[], { sites }: Network): Source[] {
  const bySite = Map.groupBy(
    drafts.filter(({ kind, match }) => kind === 'site' && match !== undefined),
    ({ match }) => match?.id ?? '',
  )
  return [...bySite].flatMap(([id, own]): Source[] => {
    const site = sites.get(id)
    const pins = own.flatMap(({ facts }) => facts.flatMap(pinsIn))
    if (site === undefined || pins.length === 0) return []
    const { path, text } = site.origin.source
    const document = parseDocument(text)
    for (const { steps, value } of pins) document.setIn(steps, flowing(document, value))
    return [{ path, text: document.toString({ lineWidth: 0 }) }]
  })
}

interface Pin {
  readonly steps: readonly string[]
  readonly value: Value
}

/** A value in brackets on its line. */
function flowing(document: ReturnType<typeof parseDocument>, value: Value): unknown {
  return typeof value === 'object' ? document.createNode(value, { flow: true }) : value
}

function pinsIn({ key, value }: Fact): Pin[] {
  if (key === 'router.loopback') return [{ steps: ['router', 'loopback'], value }]
  const core = /^cores\.([a-z0-9-]+)\.loopback$/.exec(key)?.[1]
  if (core !== undefined) return [{ steps: ['cores', core, 'loopback'], value }]
  if (key !== 'segments' || typeof value !== 'object' || Array.isArray(value)) return []
  return Object.entries(value)
    .filter(([, each]) => typeof each === 'object' && 'v4' in each)
    .map(([segment, each]) => ({ steps: ['segments', segment], value: each }))
}
