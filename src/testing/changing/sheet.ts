import { accessOf } from '../../change/rollout/access.ts'
import { runSheet } from '../../change/rollout/run-sheet.ts'
import type { RouterSides } from '../../platforms/changing/change-script.ts'
import { makers } from '../../platforms/changing/makers.ts'
import type { PlatformId } from '../../platforms/reading/folder.ts'
import { readers } from '../../platforms/reading/readers.ts'
import { nocGetsInEitherWay } from './noc-gets-in.ts'

const says = {
  passes: [/Jalan NOC sendiri berpindah/, /The NOC's own way moves/],
  begins: [/NOC tidak mencapai router ini pada langkah ini/, /The NOC does not reach this router at this step/],
  ends: [/Hanya orang di tempat yang dapat menegaskan/, /Only somebody on site can confirm/],
}

/**
 * What the run sheet keeps to itself of a script that begins, passes or ends without the NOC's way, or says though it
 * is not so.
 */
export function sheetFaults(platform: PlatformId, sides: RouterSides, accessIn = accessOf): string[] {
  const { before, after, ways } = sides
  const back = { ...sides, before: after, after: before, ways: { before: ways.after, after: ways.before } }
  const [script, undo] = [makers[platform](sides), makers[platform](back)]
  if ('refused' in script || 'refused' in undo) return []
  const expects = { ospfNeighbours: 0, bgpSessions: 0 }
  const access = accessIn(platform, sides, undefined)
  const step = {
    what: 'script',
    router: sides.router,
    platform,
    script,
    undo,
    cables: [],
    others: [],
    access,
    expects,
  } as const
  const sheet = runSheet({ steps: [{ ...step, foretold: undefined }], gone: [], order: 'least' }, { id: '', en: '' })
  const isIn = (folder: RouterSides['before']): boolean => nocGetsInEitherWay(readers[platform](folder), ways)
  const wanted = { passes: (script.withoutWay?.length ?? 0) > 0, begins: !isIn(before), ends: !isIn(after) }
  return (['passes', 'begins', 'ends'] as const).flatMap(what =>
    says[what].flatMap(pattern =>
      pattern.test(sheet) === wanted[what]
        ? []
        : [`run sheet, ${what} without a way ${wanted[what]}: ${pattern.source}`],
    ),
  )
}
