import { changeRouteros } from '../../platforms/routeros/change/change.ts'
import type { ChangeScript, MakeScript } from '../../platforms/changing/change-script.ts'

/** Mistakes that a maker of RouterOS scripts could make, as what it would then write. */
export const planted: Readonly<Record<string, (commands: readonly string[]) => readonly string[]>> = {
  'rules go to the end': commands => commands.map(text => text.replace(/ place-before=\[find [^\]]*\]/, '')),
  'nothing is removed': commands => commands.filter(text => !/ remove \[find/.test(text)),
  'the last value of a set is left out': commands =>
    commands.map(text => (/ set \[find /.test(text) ? text.replace(/ [a-z0-9.-]+=("[^"]*"|\S+)$/, '') : text)),
  'a find asks for its first condition alone': commands =>
    commands.map(text => text.replace(/\[find ([a-z0-9.-]+=(?:"[^"]*"|[^ \]]+)) [^\]]*\]/, '[find $1]')),
  'the new is made in the order of the old': commands => commands.toReversed(),
}

/** The maker with one of them in it. */
export function makerWith(mistake: (commands: readonly string[]) => readonly string[]): MakeScript {
  return sides => {
    const made = changeRouteros(sides)
    return 'refused' in made ? made : rewritten(made, mistake(made.commands))
  }
}

function rewritten(made: ChangeScript, commands: readonly string[]): ChangeScript {
  const lines = made.text.split('\n')
  const start = lines.indexOf(made.commands[0] ?? '')
  const text = start < 0 ? lines : lines.toSpliced(start, made.commands.length, ...commands)
  return { ...made, commands, text: text.join('\n') }
}
