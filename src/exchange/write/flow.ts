import type { Value } from '../draft/draft.ts'

/** A value in brackets on its line. */
export function flow(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${flow(each)}`)
      .join(', ')} }`
  if (typeof value !== 'string') return String(value)
  // Of an address no reader of YAML makes a number.
  if (/^\d+\.\d+\.\d+\.\d+(\/\d+)?$/.test(value)) return value
  return /^[A-Za-z][A-Za-z0-9-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value)
}
