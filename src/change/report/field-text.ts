import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { schemaOfKind } from '../../load/kind-schema.ts'
import { meaningOf, schemaAt } from '../../load/schema-walk.ts'
import { camelCase } from '../../source/source.ts'
import { fieldName } from '../../words/fields.ts'

/**
 * What a reader of a review calls a field of a kind: its word; else what the model says that the key means, with the
 * key as files spell it behind.
 */
export function fieldText(kind: string, field: string): Bilingual {
  const [, day, ofTerm] = /^(\d{4}-\d\d-\d\d)\.(.+)$/.exec(field) ?? []
  if (day !== undefined && ofTerm !== undefined) {
    const { id, en } = fieldText(kind, ofTerm)
    return { id: `${id} sejak ${day}`, en: `${en} from ${day}` }
  }
  const name = fieldName(field)
  if (name !== undefined) return name
  const meant = meantBy(kind, field)
  return meant === undefined ? { id: field, en: field } : { id: `${meant.id} (${field})`, en: `${meant.en} (${field})` }
}

/** The same where nobody needs the key: beside the thing's own declaration. */
export function fieldWords(kind: string, field: string): Bilingual {
  return fieldName(field) ?? meantBy(kind, field) ?? { id: field, en: field }
}

function meantBy(kind: string, field: string): Bilingual | undefined {
  const path = field.split('.').map(camelCase)
  const key = path.at(-1) ?? ''
  const meaning = meaningOf(schemaAt(schemaOfKind(kind), path.slice(0, -1)), key)
  if (meaning !== undefined) return { id: short(meaning.id), en: short(meaning.en) }
  // Paths know a dark fibre as a cable.
  return kind === 'cable' ? meantBy('darkfibre', field) : undefined
}

/** A meaning says first what something is, then how it is written. */
function short(meaning: string): string {
  return /^[^;:,(]+/.exec(meaning)?.[0].trim() ?? meaning
}
