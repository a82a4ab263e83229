import { valueAt } from '../load/schema-walk.ts'
import { version } from '../model/version.ts'
import { ledgerText, parseLedger } from '../plan/ledger.ts'
import { offsetsOf } from '../source/locate.ts'
import type { Source } from '../source/source.ts'
import { isFlow } from './layout.ts'
import { scalarSplice, spliced, type Splice } from './splice.ts'
import { thingsIn } from './things.ts'

type Thing = ReturnType<typeof thingsIn>[number]

/** An inventory and its ledger in today's form. */
export interface Upgraded {
  readonly sources: readonly Source[]
  readonly ledger: string
}

/**
 * The same inventory as this version writes it: keys under their names of today, schemas that are named so, and the
 * version said in `network.yaml` and in the ledger. Comments and order stay, and so does every allocation. What cannot
 * be parsed stays as it is.
 */
export function upgraded(sources: readonly Source[], ledger: string): Upgraded {
  const things = thingsIn(sources)
  const splices = [...things.flatMap(keysOfToday), ...things.flatMap(versionOf), ...sources.flatMap(schemaOfToday)]
  return { sources: spliced(sources, splices), ledger: ledgerOfToday(ledger) }
}

/** LOD028: `on` of a structure is `at_structure` since readers of YAML 1.1 take it for true. */
function keysOfToday({ kind, source, at, data }: Thing): Splice[] {
  const structures = kind === 'plant' ? valueAt(data, ['structures']) : undefined
  if (!Array.isArray(structures)) return []
  return structures.flatMap((structure: unknown, i) =>
    typeof valueAt(structure, ['on']) === 'string' && valueAt(structure, ['atStructure']) === undefined
      ? [scalarSplice({ source, path: [...at, 'structures', i, 'on'], key: true }, 'at_structure')]
      : [],
  )
}

function versionOf({ kind, source, at, data }: Thing): Splice[] {
  if (kind !== 'network') return []
  const said = valueAt(data, ['serat'])
  if (said === version) return []
  if (typeof said === 'string') return [scalarSplice({ source, path: [...at, 'serat'] }, version)]
  if (typeof valueAt(data, ['network']) !== 'string') return []
  const [, end] = offsetsOf({ source, path: [...at, 'network'] })
  if (isFlow({ source, path: at })) return [{ path: source.path, from: end, to: end, text: `, serat: ${version}` }]
  const line = source.text.indexOf('\n', end)
  const after = line < 0 ? source.text.length : line
  return [{ path: source.path, from: after, to: after, text: `\nserat: ${version}` }]
}

/** Files of `types/` hold models and optics, and one schema has both. */
function schemaOfToday({ path, text }: Source): Splice[] {
  const from = path.startsWith('types/') ? text.search(/(?<=^# yaml-language-server: \S*\/)model\.json$/m) : -1
  return from < 0 ? [] : [{ path, from, to: from + 'model.json'.length, text: 'type.json' }]
}

function ledgerOfToday(text: string): string {
  const { value, diagnostics } = parseLedger(text)
  return text === '' || diagnostics.length > 0 ? text : ledgerText({ ...value, writtenBy: version })
}
