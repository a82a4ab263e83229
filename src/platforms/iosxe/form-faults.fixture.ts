import { networkOf, parseAddress, parsePrefix } from '../../model/ip.ts'
import { forms } from './forms.fixture.ts'
import { orderFaults } from './order-faults.fixture.ts'
import { readIosxe, type IosBlock } from './read/blocks.ts'

/** What a placeholder of a form takes, and what is wrong with a value otherwise. */
const kinds: Readonly<Record<string, (value: string) => boolean>> = {
  type: text => Number(text) <= 255,
  a4: value => parseAddress(value)?.family === 4,
  a6: value => parseAddress(value)?.family === 6,
  a: value => parseAddress(value) !== undefined,
  mask: value => onesFirst(value),
  wild: value => onesFirst(inverted(value)),
  p4: value => isNetwork(value, 4),
  p6: value => isNetwork(value, 6),
  i6: value => parsePrefix(value)?.family === 6,
  name: value => /^[A-Za-z][A-Za-z0-9._-]{0,39}$/.test(value),
  long: value => /^[A-Za-z][A-Za-z0-9._-]{0,59}$/.test(value),
  host: value => /^[a-z0-9][a-z0-9-]{0,62}$/.test(value),
  domain: value => /^[a-z0-9.-]{1,253}$/.test(value),
  if: value =>
    /^(Loopback\d+|Vlan\d+|BDI\d+|Tunnel\d+|(Two|Ten|TwentyFive|Hundred|Forty)?Gig(abitEthernet|E)\d+(\/\d+){1,2}(\.\d+)?|Null0)$/.test(
      value,
    ),
  secret: value => /^([!-~]{2,}|<secret:[a-z0-9/-]+>)$/.test(value),
  word: value => /^\S+$/.test(value),
}

function onesFirst(value: string): boolean {
  const address = parseAddress(value)
  return address?.family === 4 && /^1*0*$/.test(address.bits.toString(2).padStart(32, '0'))
}

function inverted(value: string): string {
  return value
    .split('.')
    .map(part => 255 - Number(part))
    .join('.')
}

function isNetwork(value: string, family: 4 | 6): boolean {
  const prefix = parsePrefix(value)
  return prefix?.family === family && networkOf(prefix).bits === prefix.bits
}

const heads = Object.keys(forms)
  .filter(key => key !== '')
  .sort((a, b) => b.length - a.length)

/** Values that are told apart by their first signs. */
const shapes: Readonly<Record<string, string>> = {
  '...': '(\\S.*)',
  a4: '(\\d[\\d.]+)',
  type: '(\\d+)',
  a6: '([0-9a-f]*:\\S*)',
  if: '([A-Z]\\S+)',
}

/** Forms as patterns, each with the kinds of its values. */
const compiled = new Map(
  Object.entries(forms).map(
    ([where, list]) =>
      [
        where,
        list.map(form => {
          const values: string[] = []
          const pattern = form
            .replace(/\{end4\}/g, '(?:any|host {a4}|{a4} {wild})')
            .replace(/\{end6\}/g, '(?:any|host {a6}|{p6})')
            .replace(/\[([^\]]*)\]/g, '(?:$1)')
            .replace(/\((?!\?:)/g, '(?:')
            .replace(/\{([^}]*)\}/g, (_, kind: string) => {
              values.push(kind)
              return shapes[kind] ?? '(\\S+)'
            })
          return { pattern: new RegExp(`^${pattern}$`), values }
        }),
      ] as const,
  ),
)

function fits(where: string, text: string): boolean {
  return (compiled.get(where) ?? []).some(({ pattern, values }) => {
    const match = pattern.exec(text)
    return match !== null && values.every((kind, i) => match[i + 1] === undefined || takes(kind, match[i + 1] ?? ''))
  })
}

function takes(kind: string, value: string): boolean {
  if (kind === '...') return !value.includes('?')
  const range = /^(-?\d+)-(\d+)$/.exec(kind)
  if (range !== null)
    return /^-?\d+$/.test(value) && Number(value) >= Number(range[1]) && Number(value) <= Number(range[2])
  return kinds[kind]?.(value) ?? false
}

/** Lines of no form that stands there, and what every block lacks or has in the wrong order; one sentence each. */
export function formFaults(text: string): string[] {
  const blocks = readIosxe(text)
  return [
    ...bannerFaults(text),
    ...blocks.flatMap(block => formsOf(block, '')),
    ...blocks.flatMap(orderFaults),
    ...(blocks.at(-1)?.text === 'end' ? [] : ['the file has no end']),
  ]
}

function formsOf(block: IosBlock, where: string): string[] {
  const own = fits(where, block.text)
    ? []
    : [`${block.number}: "${block.text}" is of no form that is known in ${where === '' ? 'the file' : where}`]
  if (block.children.length === 0) return own
  const outer = where === '' ? '' : `${where}/`
  const inner = heads.find(head => head.startsWith(outer) && opens(block.text, head.slice(outer.length)))
  return inner === undefined
    ? [...own, `${block.number}: "${block.text}" has nothing below it in any form`]
    : [...own, ...block.children.flatMap(child => formsOf(child, inner))]
}

function opens(text: string, head: string): boolean {
  return !head.includes('/') && (text === head || text.startsWith(`${head} `))
}

function bannerFaults(text: string): string[] {
  const [, sign = '', body = ''] = /^banner login (\S)\n([\s\S]*?)^(?=\1$)/m.exec(text) ?? []
  if (!/^banner /m.test(text)) return []
  return sign === '' || body.includes(sign) ? ['the banner has no end, or its sign in its text'] : []
}
