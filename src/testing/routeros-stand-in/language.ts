/**
 * For tests: the script language of RouterOS as its vendor's page on scripting tells it, read apart from the reader
 * that the product has, so that the two can be held against each other. What the page does not need here (variables,
 * loops, functions) is refused.
 */
export class ScriptError extends Error {}

/** What a command is called with. A word without a value is a flag, or names an item. */
export interface Call {
  readonly menu: string
  readonly verb: string
  readonly words: readonly Argument[]
}

export interface Argument {
  readonly key: string
  readonly operator: string
  readonly value: string
}

/** What runs commands of menus; their value is what `[ ]` gives. */
export interface Machine {
  readonly isMenu: (path: string) => boolean
  readonly isVerb: (menu: string, word: string) => boolean
  readonly call: (call: Call) => string
  readonly builtin: (word: string, values: readonly string[]) => string
}

interface Raw {
  readonly kind: 'bare' | 'string' | '[' | '(' | '{'
  readonly text: string
}

interface Token {
  readonly key: string
  readonly operator: string
  readonly raw: Raw
}

/** Runs a script, which begins in a menu, to its end or its first error. */
export function interpret(machine: Machine, script: string, menuBefore = ''): string {
  let here = menuBefore
  let last = ''
  for (const tokens of statementsOf(script)) {
    const [first] = tokens
    if (first === undefined) continue
    if (first.raw.kind === 'bare' && first.raw.text.startsWith(':')) {
      last = builtin(machine, first.raw.text, tokens.slice(1), here)
      continue
    }
    const { menu, verb, rest } = placed(machine, tokens, here)
    if (verb === undefined) here = menu
    else last = machine.call({ menu, verb, words: rest.map(token => argumentOf(machine, token, menu)) })
  }
  return last
}

function argumentOf(machine: Machine, { key, operator, raw }: Token, here: string): Argument {
  return { key, operator, value: meaning(machine, raw, here) }
}

function builtin(machine: Machine, word: string, tokens: readonly Token[], here: string): string {
  if (word !== ':if')
    return machine.builtin(
      word,
      tokens.map(token => argumentOf(machine, token, here).value),
    )
  const [condition, ...branches] = tokens
  if (condition === undefined) throw new ScriptError('syntax error: a condition is missing')
  const holds = meaning(machine, condition.raw, here) === 'true'
  const branch = branches.find(({ key }) => key === (holds ? 'do' : 'else'))
  if (branch === undefined) return ''
  return interpret(machine, branch.raw.text, here)
}

function placed(
  machine: Machine,
  tokens: readonly Token[],
  here: string,
): { readonly menu: string; readonly verb: string | undefined; readonly rest: readonly Token[] } {
  let path = (tokens[0]?.raw.text ?? '').startsWith('/') ? '' : here
  for (const [i, { key, raw }] of tokens.entries()) {
    if (key !== '' || raw.kind !== 'bare') throw new ScriptError(`bad command name ${key || raw.text}`)
    for (const part of raw.text.split('/').filter(each => each !== '')) {
      if (machine.isVerb(path, part)) return { menu: path, verb: part, rest: tokens.slice(i + 1) }
      path = `${path}${path === '' ? '/' : ' '}${part}`
      if (!machine.isMenu(path)) throw new ScriptError(`bad command name ${part}`)
    }
  }
  return { menu: path, verb: undefined, rest: [] }
}

function meaning(machine: Machine, { kind, text }: Raw, here: string): string {
  if (kind === '[') return interpret(machine, text, here)
  if (kind === '(') return expression(machine, text, here)
  if (kind === 'bare' && text.includes('$')) throw new ScriptError(`no such variable: ${text}`)
  return text
}

/** `||` below `&&` below comparisons; what is compared is text, or numbers where both sides are. */
function expression(machine: Machine, text: string, here: string): string {
  const tokens = statementsOf(text.replaceAll('\n', ' '), 'expression')[0] ?? []
  const words = tokens.flatMap(({ key, operator, raw }): (Raw | string)[] => [
    ...(key === '' ? [] : [{ kind: 'bare', text: key } as const]),
    ...(operator === '' ? [] : [operator]),
    ...(raw.kind === 'bare' && raw.text === ''
      ? []
      : raw.kind === 'bare' && /^(\|\||&&|!?=|~|<|>)$/.test(raw.text)
        ? [raw.text]
        : [raw]),
  ])
  const any = splitAt(words, '||').map(part => splitAt(part, '&&').every(one => comparison(machine, one, here)))
  return any.includes(true) ? 'true' : 'false'
}

function splitAt(words: readonly (Raw | string)[], sign: string): (Raw | string)[][] {
  const parts: (Raw | string)[][] = [[]]
  for (const word of words) {
    if (word === sign) parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts
}

function comparison(machine: Machine, words: readonly (Raw | string)[], here: string): boolean {
  const [left, sign, right] = words
  if (left === undefined || typeof left === 'string') throw new ScriptError('syntax error in an expression')
  const a = meaning(machine, left, here)
  if (sign === undefined) return a === 'true' || a === 'yes'
  if (typeof sign !== 'string' || right === undefined || typeof right === 'string' || words.length > 3)
    throw new ScriptError('syntax error in an expression')
  const b = meaning(machine, right, here)
  if (sign === '~') return new RegExp(b).test(a)
  if (sign === '=') return a === b
  if (sign === '!=') return a !== b
  return sign === '<' ? Number(a) < Number(b) : Number(a) > Number(b)
}

/** Statements of a script, each in its tokens; a line ends one, and so does a semicolon. */
function statementsOf(script: string, form: 'script' | 'expression' = 'script'): Token[][] {
  const text = script.replace(/\r\n?/g, '\n').replace(/\\\n[ \t]*/g, '')
  const found: Token[][] = [[]]
  let at = 0
  while (at < text.length) {
    const sign = text[at] ?? ''
    const now = found.at(-1) ?? []
    if (sign === '\n' || sign === ';') {
      found.push([])
      at++
    } else if (sign === ' ' || sign === '\t') at++
    else if (sign === '#' && now.length === 0 && form === 'script') at = (text + '\n').indexOf('\n', at)
    else {
      const [token, end] = tokenAt(text, at, form)
      now.push(token)
      at = end
    }
  }
  return found.filter(tokens => tokens.length > 0)
}

const named = /([A-Za-z0-9._-]+)(!=|=|~|<|>)/y
const sign = /\|\||&&|!=|=|~|<|>/y

function tokenAt(text: string, start: number, form: 'script' | 'expression'): [Token, number] {
  if (form === 'expression') {
    sign.lastIndex = start
    const operator = sign.exec(text)?.[0]
    if (operator !== undefined)
      return [{ key: '', operator: '', raw: { kind: 'bare', text: operator } }, start + operator.length]
  }
  named.lastIndex = start
  const match = form === 'script' ? named.exec(text) : null
  const from = start + (match?.[0].length ?? 0)
  const [raw, end] = rawAt(text, from, form)
  return [{ key: match?.[1] ?? '', operator: match?.[2] ?? '', raw }, end]
}

function rawAt(text: string, start: number, form: 'script' | 'expression'): [Raw, number] {
  const first = text[start] ?? ''
  if (first === '[' || first === '(' || first === '{') {
    const end = closingOf(text, start)
    return [{ kind: first, text: text.slice(start + 1, end) }, end + 1]
  }
  if (first === '"') {
    const end = endOfString(text, start)
    return [{ kind: 'string', text: unescaped(text.slice(start + 1, end)) }, end + 1]
  }
  const stop = form === 'expression' ? /[\s;|&=!~<>]/ : /[\s;]/
  let end = start
  while (end < text.length && !stop.test(text[end] ?? '')) {
    if ('"[]{}()'.includes(text[end] ?? '')) throw new ScriptError(`syntax error: ${text.slice(start, end + 1)}`)
    end++
  }
  if (end === start && form === 'expression') throw new ScriptError('syntax error in an expression')
  return [{ kind: 'bare', text: text.slice(start, end) }, end]
}

function closingOf(text: string, start: number): number {
  const pairs: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' }
  const open: string[] = []
  for (let at = start; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign === '"') at = endOfString(text, at)
    else if (sign in pairs) open.push(pairs[sign] ?? '')
    else if (sign === open.at(-1)) {
      open.pop()
      if (open.length === 0) return at
    }
  }
  throw new ScriptError('syntax error: a bracket is never closed')
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  throw new ScriptError('syntax error: a string is never closed')
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  _: ' ',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
}

function unescaped(text: string): string {
  const bytes: Buffer[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (sign === '$') throw new ScriptError('no such variable in a string')
    if (sign !== '\\') {
      bytes.push(Buffer.from(sign))
      at += sign.length - 1
      continue
    }
    const hex = /^[0-9A-F]{2}/.exec(text.slice(at + 1, at + 3))?.[0]
    const next = text[at + 1] ?? ''
    if (hex === undefined && !(next in escapes) && !'"\\$?'.includes(next))
      throw new ScriptError(`syntax error: \\${next} is no escape`)
    bytes.push(hex === undefined ? Buffer.from(escapes[next] ?? next) : Buffer.from([Number.parseInt(hex, 16)]))
    at += hex === undefined ? 1 : 2
  }
  return Buffer.concat(bytes).toString('utf8')
}
