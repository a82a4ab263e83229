import { constantName, hyphenated, insertedBefore, wordsOf, type Scaffolder } from './scaffold.ts'

const index = 'cli/commands/index.ts'

/**
 * `npm run new:command count-sites`: a command that reads the inventory and prints a line, and its entry in the
 * overview.
 */
export const newCommand: Scaffolder = (tree, [name = '']) => {
  if (!hyphenated.test(name)) return { misuse: 'usage: npm run new:command name-of-it   (small letters with hyphens)' }
  const path = `cli/commands/${name}.ts`
  if (tree(path) !== undefined) return { misuse: `there is a command ${name} already` }
  const entered = insertedBefore(tree(index) ?? '', 'export const commands = {', '} as const', entryOf(name))
  if (entered === undefined) return { misuse: `src/${index} has another shape than this scaffold knows` }
  return {
    files: { [path]: commandText(name), [index]: entered },
    tests: ['src/cli/arguments.test.ts', '-t', name],
    golden: [],
    next: [
      `src/${path}: what it does; exit codes 0 clean, 1 findings, 2 misuse`,
      `src/${index}: its line in the overview, in both languages`,
      `README.md, "Commands": its name`,
    ],
  }
}

function keyOf(name: string): string {
  return name.includes('-') ? `'${name}'` : name
}

function entryOf(name: string): string {
  return `  ${keyOf(name)}: {
    about: { id: 'write me: ${wordsOf(name)}', en: 'write me: ${wordsOf(name)}' },
    load: async () => (await import('./${name}.ts')).${constantName(name)},
  },
`
}

function commandText(name: string): string {
  return `import { command } from '../command.ts'
import { compileInventory } from '../inventory.ts'
import { inventoryOptions } from '../options.ts'
import { isRefusal } from '../shell/refusal.ts'

export const ${constantName(name)} = command({
  name: '${name}',
  about: { id: 'write me: apa yang dilakukannya.', en: 'write me: what it does.' },
  operands: '',
  fewestOperands: 0,
  mostOperands: 0,
  example: 'serat ${name}',
  options: inventoryOptions,
  run(shell, given) {
    const compiled = compileInventory(shell, given)
    if (isRefusal(compiled)) return compiled
    const { network } = compiled.compilation
    shell.print(\`\${network?.sites.size ?? 0}\\n\`)
    return compiled.hasErrors ? 1 : 0
  },
})
`
}
