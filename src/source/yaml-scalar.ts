import { boolCoreTag, floatCoreTag, intCoreTag, NOT_RESOLVED, nullCoreTag } from 'js-yaml'

const tags = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag]

/** Words that are no number, truth value or nothing in any spelling: nearly all of an inventory. */
const beginsWord = /^[a-eg-mo-su-zA-EG-MO-SU-Z]/

/** What an unquoted text means by the core schema of YAML 1.2. Zero has no sign. */
export function plainScalar(text: string): unknown {
  if (beginsWord.test(text)) return text
  for (const tag of tags) {
    const value: unknown = tag.resolve(text, false, tag.tagName)
    if (value !== NOT_RESOLVED) return value === 0 ? 0 : value
  }
  return text
}
