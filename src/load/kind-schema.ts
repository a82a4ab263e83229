import type { z } from 'zod'
import { entryKindOf, isFileKind, kindOfFile } from './kinds.ts'
import { schemaAt } from './schema-walk.ts'

/** What a thing of a kind may say, whether it has a file of its own or stands in one; undefined for no kind of ours. */
export function schemaOfKind(kind: string): z.core.$ZodType | undefined {
  if (isFileKind(kind)) return kindOfFile(kind).schema
  const entry = entryKindOf(kind)
  return entry && schemaAt(kindOfFile(entry.within).schema, [entry.list, '0'])
}
