import { fields, type Field } from './field.ts'
import { fieldNames } from './field-names.ts'

const byName = new Map<string, readonly Field[]>()
for (const field of fields)
  for (const name of fieldNames[field].split(' | ')) byName.set(name, [...(byName.get(name) ?? []), field])

const ranks = new Map(fields.map(field => [field, new Map(fieldNames[field].split(' | ').map((name, i) => [name, i]))]))

/**
 * A heading without signs, case and its unit in brackets: `Koordinat_X (m)` is `koordinat x`. A field of an office's
 * own in NetBox is called as the office calls it.
 */
export function plainName(heading: string): string {
  return heading
    .replace(/^(custom_fields\.|cf_)/, '')
    .normalize('NFKD')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** How near the front of a field's list a heading stands; -1 where it does not. */
export function rankOf(field: Field, heading: string): number {
  return ranks.get(field)?.get(plainName(heading)) ?? -1
}

/** What a heading may mean; nothing where no list knows it. */
export function knownNames(heading: string): readonly Field[] {
  return byName.get(plainName(heading)) ?? []
}
