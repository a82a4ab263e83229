import { z } from 'zod'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { fileKinds, type FileKindName } from '../../load/kinds.ts'
import { asFilesWrite, type JsonSchema } from './as-files-write.ts'

/**
 * JSON Schemas of all kinds of inventory files, by file name. Kinds that share a folder share a schema: circuit and
 * uplink, ticket and claim, model and optic, trace and power.
 */
export function schemaFiles(language: Language): Readonly<Record<string, object>> {
  const alone = (Object.keys(fileKinds) as FileKindName[]).filter(
    kind => !['circuit', 'uplink', 'ticket', 'claim', 'model', 'optic', 'trace', 'power'].includes(kind),
  )
  return {
    ...Object.fromEntries(
      alone.map(kind => [`${kind}.json`, fileSchema(kind, { thing: thingSchema(kind, language) })]),
    ),
    'downtime.json': fileSchema('downtime', {
      thing: { if: { required: ['claim'] }, then: { $ref: '#/$defs/claim' }, else: { $ref: '#/$defs/ticket' } },
      ticket: thingSchema('ticket', language),
      claim: thingSchema('claim', language),
    }),
    'type.json': fileSchema('type', {
      thing: { if: { required: ['optic'] }, then: { $ref: '#/$defs/optic' }, else: { $ref: '#/$defs/model' } },
      model: thingSchema('model', language),
      optic: thingSchema('optic', language),
    }),
    'measurement.json': fileSchema('measurement', {
      thing: { if: { required: ['power'] }, then: { $ref: '#/$defs/power' }, else: { $ref: '#/$defs/trace' } },
      trace: thingSchema('trace', language),
      power: thingSchema('power', language),
    }),
    'lease.json': fileSchema('lease', {
      thing: { if: { required: ['uplink'] }, then: { $ref: '#/$defs/uplink' }, else: { $ref: '#/$defs/circuit' } },
      circuit: thingSchema('circuit', language),
      uplink: thingSchema('uplink', language),
    }),
  }
}

function thingSchema(kind: FileKindName, language: Language): JsonSchema {
  const made = z.toJSONSchema(fileKinds[kind].schema, { io: 'input', target: 'draft-7' }) as JsonSchema
  const { $schema: _, ...schema } = asFilesWrite(made, language)
  return schema
}

/** A file holds one thing, or a list. With `if` an editor reports the faults of the branch that was meant. */
function fileSchema(
  name: string,
  definitions: { readonly thing: JsonSchema } & Readonly<Record<string, JsonSchema>>,
): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `serat: ${name}`,
    if: { type: 'array' },
    then: { items: { $ref: '#/$defs/thing' } },
    else: { $ref: '#/$defs/thing' },
    $defs: definitions,
  }
}
