import { snakeCase } from '../../source/source.ts'

const flowWidth = 118
const plainWord = /^[A-Za-z](?:[A-Za-z0-9 ._/()+-]*[A-Za-z0-9._/()+-])?$/
const plainNumbers = /^(?:\d{4}-\d{2}-\d{2}|\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?)$/
const otherTypes = /^(?:null|true|false|yes|no|on|off|y|n|nan|inf)$/i

/**
 * Plain data as an engineer would write it: blocks for what is large, one line for what fits on one. Keys turn to
 * `snake_case`.
 */
export function yamlText(data: unknown): string {
  return (Array.isArray(data) ? listBlock(data, '') : mapBlock(data as object, '')) + '\n'
}

function mapBlock(map: object, indent: string): string {
  return entriesOf(map)
    .map(([key, value]) => `${indent}${keyText(key)}:${valueText(value, indent)}`)
    .join('\n')
}

/** What follows a key: on its line where it fits there, else below it. */
function valueText(value: unknown, indent: string): string {
  const line = flowText(value)
  if (value === null || typeof value !== 'object' || (line.length <= flowWidth - 20 && !hasThings(value)))
    return ` ${line}`
  return '\n' + (Array.isArray(value) ? listBlock(value, `${indent}  `) : mapBlock(value, `${indent}  `))
}

function listBlock(list: readonly unknown[], indent: string): string {
  return list
    .map(item => {
      const line = flowText(item)
      if (item === null || typeof item !== 'object' || line.length <= flowWidth + 40) return `${indent}- ${line}`
      return `${indent}- ${mapBlock(item, `${indent}  `).slice(indent.length + 2)}`
    })
    .join('\n')
}

/** Lists of things stand one a line, however short. */
function hasThings(value: object): boolean {
  return Array.isArray(value)
    ? value.length > 0 && value.every(item => typeof item === 'object') && !value.every(Array.isArray)
    : Object.values(value).some(item => item !== null && typeof item === 'object' && hasThings(item as object))
}

function flowText(value: unknown): string {
  if (typeof value === 'string') return textOf(value)
  if (value === null || typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  const entries = entriesOf(value)
  return entries.length === 0
    ? '{}'
    : `{ ${entries.map(([key, item]) => `${keyText(key)}: ${flowText(item)}`).join(', ')} }`
}

function entriesOf(map: object): [string, unknown][] {
  return Object.entries(map).filter(([, value]) => value !== undefined)
}

function keyText(key: string): string {
  return textOf(snakeCase(key))
}

function textOf(text: string): string {
  return (plainWord.test(text) && !otherTypes.test(text)) || plainNumbers.test(text) ? text : JSON.stringify(text)
}
