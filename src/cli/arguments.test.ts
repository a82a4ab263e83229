import { describe, expect, test } from 'vitest'
import { commandOf, parseArguments } from './arguments.ts'
import { command, type Command } from './command.ts'
import { commands } from './commands/index.ts'
import { helpOf, overview } from './help.ts'
import { choice, flag, list, value } from './options.ts'
import { isRefusal } from './shell/refusal.ts'
import { languageOf } from './shell/language.ts'

const try_: Command = command({
  name: 'try',
  about: { id: 'coba', en: 'try' },
  operands: 'A [B]',
  fewestOperands: 1,
  mostOperands: 2,
  example: 'serat try a',
  options: {
    strict: flag('', ''),
    out: value('FOLDER', '', ''),
    form: choice(['text', 'json'], '', ''),
    cut: list('ID', '', ''),
  },
  run: () => 0,
})

function parsed(...args: string[]): unknown {
  const outcome = parseArguments(try_, args)
  return isRefusal(outcome) ? outcome.refused.en : outcome
}

test('options in every spelling, and operands', () => {
  expect(parsed('a', '--out', 'x', '--strict', '--cut', 'p', '--cut=q', 'b', '--form=json')).toEqual({
    given: { strict: true, out: 'x', form: 'json', cut: ['p', 'q'], help: false },
    operands: ['a', 'b'],
  })
  expect(parsed('--', '--out')).toMatchObject({ operands: ['--out'] })
})

test.each([
  [['a', '--ouy', 'x'], 'unknown option --ouy; did you mean --out?'],
  [['a', '--out'], 'option --out needs a value: --out FOLDER'],
  [['a', '--out', '--strict'], 'option --out needs a value: --out FOLDER'],
  [['a', '--out='], 'option --out needs a value: --out FOLDER'],
  [['a', '--strict=yes'], 'option --strict takes no value'],
  [['a', '--form', 'jsn'], '--form jsn: choose one of text, json; did you mean json?'],
  [['a', '--constructor'], 'unknown option --constructor'],
  [['a', '-x'], 'unknown option -x'],
  [[], 'something is missing: serat try A [B]'],
  [['a', 'b', 'c'], '`c` is one too many: serat try A [B]'],
] as const)('%j is refused', (args, message) => {
  expect(parsed(...args)).toBe(message)
})

test('--help wins over what is missing', () => {
  expect(parsed('--help')).toMatchObject({ given: { help: true } })
  expect(parsed('-h')).toMatchObject({ given: { help: true } })
})

test('common options may stand before the command', () => {
  expect(commandOf(['--inventory', 'x', '--lang=id', 'check', '--strict'])).toEqual({
    name: 'check',
    rest: ['--inventory', 'x', '--lang=id', '--strict'],
  })
  expect(commandOf(['--help'])).toEqual({ name: undefined, rest: ['--help'] })
})

test.each([
  ['en', { SERAT_LANG: 'id', LANG: 'id_ID.UTF-8' }, 'en'],
  [undefined, { SERAT_LANG: 'id', LANG: 'C' }, 'id'],
  [undefined, { LC_ALL: 'id_ID.UTF-8', LANG: 'en_US.UTF-8' }, 'id'],
  [undefined, { LC_ALL: '', LC_MESSAGES: 'en_US', LANG: 'id_ID' }, 'en'],
  [undefined, { LANG: 'id' }, 'id'],
  [undefined, { LANG: 'idk_XX' }, 'en'],
  [undefined, {}, 'en'],
] as const)('the language of --lang %s in %j is %s', (asked, env, language) => {
  expect(languageOf(asked, env)).toBe(language)
})

describe.each(Object.entries(commands))('%s', (name, entry) => {
  test.each(['id', 'en'] as const)('has help in %s with one example', async language => {
    const loaded = await entry.load()
    expect(loaded.name).toBe(name)
    const help = helpOf(loaded, language)
    expect(help).toContain(loaded.about[language])
    expect(help.split('\n').filter(line => /^(Example|Contoh): serat /.test(line))).toHaveLength(1)
    expect(loaded.example).toMatch(new RegExp(`^serat ${name}( |$)`))
    expect(overview(commands, language)).toContain(`  ${name} `)
    for (const option of Object.keys(loaded.options)) expect(help).toContain(`--${option}`)
  })

  test('its example is accepted', async () => {
    const loaded = await entry.load()
    expect(parseArguments(loaded, loaded.example.split(' ').slice(2))).not.toHaveProperty('refused')
  })
})
