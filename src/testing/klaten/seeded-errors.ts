import type { Entry } from './entry.ts'

/** A command of RouterOS with one thing wrong in it, or with nothing. */
export interface Seed {
  readonly menu: string
  readonly kind: 'sound' | 'word' | 'value'
  readonly text: string
  readonly argument?: string | undefined
  readonly wrong?: string
}

/** No value of any argument: a string with an escape that RouterOS does not know. */
export const noValue = '"a \\q"'

/** Values that are no value of anything but free text: no number in range, no time, no address, no choice. */
const wrongValues = ['bogus-value', '99999999999', '300.1.1.1', '-7']

/**
 * For each menu: each of its different commands as it is, with one argument's name wrong, and with each argument's
 * value wrong in turn.
 */
export function seedsOf(entries: readonly Entry[]): Seed[] {
  const commands = entries.filter(({ menu }) => menu.startsWith('/'))
  return [...Map.groupBy(commands, ({ menu }) => menu)].flatMap(([menu, group]) => {
    const shapes = [...new Map(group.map(entry => [shapeOf(entry), entry])).values()]
    const seeds = shapes.flatMap(entry => seedsOfCommand(menu, entry))
    // A wrong value of each argument once will do.
    return [
      ...new Map(
        seeds.map(seed => [seed.kind === 'value' ? `${seed.argument} ${seed.wrong}` : seed.text, seed]),
      ).values(),
    ]
  })
}

/** Verb and names of arguments: one command of each shape will do. */
function shapeOf({ text, words }: Entry): string {
  return `${text.split(' ')[0]} ${[...words.keys()].join(' ')}`
}

function seedsOfCommand(menu: string, { text }: Entry): Seed[] {
  const arguments_ = [...text.matchAll(/(?<= )([a-z0-9.-]+)=("(?:[^"\\]|\\.)*"|\S+)/g)].filter(
    ({ index }) => !insideFind(text, index),
  )
  return [
    { menu, kind: 'sound', text: `${menu} ${text}` },
    { menu, kind: 'word', text: `${menu} ${misspelt(text, arguments_[0])}` },
    ...arguments_.flatMap(([all, key, value]) =>
      [noValue, ...wrongValues].map(
        (wrong): Seed => ({
          menu,
          kind: 'value',
          argument: key,
          wrong,
          text: `${menu} ${text.replace(all, () => `${key}=${value?.startsWith('"') === true && wrong !== noValue ? `"${wrong}"` : wrong}`)}`,
        }),
      ),
    ),
  ]
}

/** The name of the first argument with a letter too many; where a command has none, the command's own. */
function misspelt(text: string, argument: RegExpExecArray | undefined): string {
  if (argument === undefined) return `x${text}`
  return `${text.slice(0, argument.index)}x${text.slice(argument.index)}`
}

function insideFind(text: string, index: number): boolean {
  const open = text.lastIndexOf('[ find', index)
  return open >= 0 && !text.slice(open, index).includes(']')
}
