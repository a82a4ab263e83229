import { z } from 'zod'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { snakeCase } from '../source/source.ts'
import { own } from '../text/own.ts'
import { inEach } from '../words/catalogue.ts'
import { isOptional, keysOf, scalarOf, unwrapped } from './schema-walk.ts'
import { scalarWords, typeWord } from './words.ts'

/** Everything that a union takes, for people: `a whole number from 1, { hosts: … } or a list`. */
export function unionWords(schema: z.core.$ZodType | undefined): Bilingual {
  if (!(schema instanceof z.ZodUnion)) return typeWord('union')
  const forms = schema.options.map(option => formWords(unwrapped(option)))
  const once = [...new Map(forms.map(form => [form.en, form])).values()]
  return inEach(language => {
    const [last = '', ...others] = once.map(form => form[language]).toReversed()
    const or = { id: 'atau', en: 'or' }[language]
    const text = others.length === 0 ? last : `${others.toReversed().join(', ')} ${or} ${last}`
    return { id: text, en: text }
  })
}

function formWords(schema: z.core.$ZodType | undefined): Bilingual {
  const scalar = own(scalarWords, scalarOf(schema) ?? '')
  if (scalar !== undefined) return scalar
  if (schema instanceof z.ZodEnum) return alike(Object.values(schema.enum).join(' | '))
  if (schema instanceof z.ZodLiteral) return alike([...schema.values].join(' | '))
  if (schema instanceof z.ZodObject) {
    const needed = keysOf(schema).filter(key => !isOptional(schema.shape[key]))
    const shown = needed.length > 0 ? needed : keysOf(schema).slice(0, 2)
    return alike(`{ ${shown.map(key => `${snakeCase(key)}: …`).join(', ')} }`)
  }
  return typeWord(typeNameOf(schema))
}

function typeNameOf(schema: z.core.$ZodType | undefined): string {
  if (schema instanceof z.ZodArray || schema instanceof z.ZodTuple) return 'array'
  if (schema instanceof z.ZodRecord) return 'record'
  if (schema instanceof z.ZodBoolean) return 'boolean'
  if (schema instanceof z.ZodNumber) return 'number'
  return schema instanceof z.ZodString ? 'string' : 'union'
}

function alike(text: string): Bilingual {
  return { id: text, en: text }
}
