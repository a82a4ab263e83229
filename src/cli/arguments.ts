import { parseArgs } from 'node:util'
import type { Command, OptionKind, Options } from './command.ts'
import { nearHint } from './near.ts'
import { commonOptions, formatOption, inventoryOptions, outOption } from './options.ts'
import { isRefusal, refuse, type Refusal } from './shell/refusal.ts'

interface Parsed {
  readonly given: Readonly<Record<string, unknown>>
  readonly operands: readonly string[]
}

/** Options and operands of a command, checked; in our own words and with near names. */
export function parseArguments(command: Command, args: readonly string[]): Parsed | Refusal {
  const options: Options = { ...commonOptions, ...command.options }
  const parsed = parse(args, options)
  if (isRefusal(parsed)) return parsed
  if (parsed.given['help'] === true) return parsed
  if (parsed.operands.length < command.fewestOperands)
    return refuse(
      `kurang isian: serat ${command.name} ${command.operands}`,
      `something is missing: serat ${command.name} ${command.operands}`,
    )
  const extra = parsed.operands[command.mostOperands]
  if (extra !== undefined)
    return refuse(
      `\`${extra}\` berlebih: serat ${command.name} ${command.operands}`,
      `\`${extra}\` is one too many: serat ${command.name} ${command.operands}`,
    )
  return parsed
}

function parse(args: readonly string[], options: Options): Parsed | Refusal {
  const given: Record<string, unknown> = {}
  const operands: string[] = []
  for (const [name, option] of Object.entries(options))
    if (option.kind !== 'value') given[name] = option.kind === 'flag' ? false : []
  for (const token of tokensOf(args, options)) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const fault = take(given, options, token.rawName, token.name, token.value, token.inlineValue === true)
    if (fault !== undefined) return fault
  }
  return { given, operands }
}

function take(
  given: Record<string, unknown>,
  options: Options,
  rawName: string,
  name: string,
  value: string | undefined,
  inline: boolean,
): Refusal | undefined {
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (option === undefined) {
    const near = nearHint(
      rawName,
      Object.keys(options).map(known => `--${known}`),
    )
    return refuse(`opsi ${rawName} tidak dikenal${near.id}`, `unknown option ${rawName}${near.en}`)
  }
  if (option.kind === 'flag') {
    if (inline) return refuse(`opsi ${rawName} tidak memakai nilai`, `option ${rawName} takes no value`)
    given[name] = true
    return undefined
  }
  if (value === undefined || value === '' || (!inline && /^-(?!\d)/.test(value)))
    return refuse(
      `opsi ${rawName} perlu nilai: ${rawName} ${option.name}`,
      `option ${rawName} needs a value: ${rawName} ${option.name}`,
    )
  if (option.kind === 'value' && option.choices?.includes(value) === false) {
    const near = nearHint(value, option.choices)
    return refuse(
      `${rawName} ${value}: pilih ${option.choices.join(', ')}${near.id}`,
      `${rawName} ${value}: choose one of ${option.choices.join(', ')}${near.en}`,
    )
  }
  if (option.kind === 'list') (given[name] as string[]).push(value)
  else given[name] = value
  return undefined
}

/** Options that people write before the command's name too. */
const leading: Options = { ...commonOptions, ...inventoryOptions, format: formatOption, out: outOption }

interface Separated {
  /** Undefined where only options were given. */
  readonly name: string | undefined
  readonly rest: readonly string[]
}

/** The command's name, which common options may precede, and everything else. */
export function commandOf(args: readonly string[]): Separated {
  const first = tokensOf(args, leading).find(token => token.kind === 'positional')
  return first === undefined
    ? { name: undefined, rest: args }
    : { name: first.value, rest: args.toSpliced(first.index, 1) }
}

type Token =
  | { readonly kind: 'positional'; readonly index: number; readonly value: string }
  | {
      readonly kind: 'option'
      readonly index: number
      readonly name: string
      readonly rawName: string
      readonly value?: string | undefined
      readonly inlineValue?: boolean | undefined
    }
  | { readonly kind: 'option-terminator'; readonly index: number }

function tokensOf(args: readonly string[], options: Options): readonly Token[] {
  const config = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, parserKind(name, option)]))
  return parseArgs({ args: [...args], options: config, strict: false, allowPositionals: true, tokens: true }).tokens
}

function parserKind(
  name: string,
  option: OptionKind,
): { readonly type: 'boolean' | 'string'; readonly short?: string } {
  if (option.kind !== 'flag') return { type: 'string' }
  return name === 'help' ? { type: 'boolean', short: 'h' } : { type: 'boolean' }
}
