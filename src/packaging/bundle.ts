import { readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type OutputOptions, type Plugin, rolldown, type RolldownOutput } from 'rolldown'
import { lembah } from '../cli/begin/lembah.ts'
import { pages } from '../cli/explain/pages.ts'
import { keptProgram } from '../cli/page/program.ts'
import { makePageProgram } from './page-program.ts'

/**
 * Programs of the package by the name of their file in `dist/`: the command line, what programs import, both halves of
 * a deployment, and what the lab starts by itself.
 */
const entries = {
  api: 'packaging/entries/api.ts',
  pulumi: 'packaging/entries/pulumi.ts',
  serat: 'packaging/entries/serat.ts',
  program: 'packaging/entries/program.ts',
  provider: 'packaging/entries/provider.ts',
  agent: 'lab/agent/agent.ts',
  sender: 'lab/agent/sender.ts',
  watchdog: 'lab/agent/watchdog.ts',
}

const source = join(import.meta.dirname, '..')

/**
 * Writes `dist/`: JavaScript for Node 20 and newer with everything in it but Pulumi's SDK, which only deployments need.
 * The command line stands in `cli/`, as scripts whose bytecode is kept (`parts.ts`).
 */
export async function bundle(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const commandLine = await written({ 'command-line': 'packaging/entries/command-line.ts' }, [], {
    dir: join(folder, 'cli'),
    format: 'cjs',
    // As modules are.
    strict: true,
    entryFileNames: '[name]-[hash].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: { groups: together },
  })
  const first = commandLine.output.find(({ type, name }) => type === 'chunk' && name === 'command-line')
  if (first === undefined) throw new Error('the command line has no first part')
  await written(entries, [named(first.fileName)], {
    dir: folder,
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
  })
}

/** What every command needs, and what `check` does: a file more is half a millisecond. */
const together = [
  { name: 'start', test: /cli[\\/]start\.ts$/, priority: 2 },
  { name: 'compile', test: /cli[\\/]commands[\\/]check\.ts$|diagnostic[\\/]pretty\.ts$/, priority: 1 },
]

async function written(
  inputs: Readonly<Record<string, string>>,
  plugins: readonly Plugin[],
  output: OutputOptions,
): Promise<RolldownOutput> {
  const build = await rolldown({
    input: Object.fromEntries(Object.entries(inputs).map(([name, path]) => [name, join(source, path)])),
    platform: 'node',
    // The SDK is there once, the program's: its objects know each other. What the provider speaks is plain data.
    external: ['@pulumi/pulumi'],
    transform: { target: 'node20' },
    plugins: [textInPlace, pagesAsText, exampleAsText, pageAsText, ...plugins],
    logLevel: 'warn',
    // What a command asks for later may stand in a part that is there already.
    checks: { ineffectiveDynamicImport: false },
  })
  const made = await build.write({
    ...output,
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  })
  await build.close()
  return made
}

function named(first: string): Plugin {
  return {
    name: 'first-part',
    load: {
      filter: { id: /packaging\/first-part\.ts$/ },
      handler: () => `export const firstPart = ${JSON.stringify(`./${first}`)}`,
    },
  }
}

/** Files that code reads beside itself become text in it; a program that it starts is another file of `dist/`. */
const textInPlace: Plugin = {
  name: 'text-in-place',
  transform: {
    filter: { code: /new URL\('\.[^']*', import\.meta\.url\)/ },
    handler: (code, id) =>
      code
        .replace(/readFileSync\(new URL\('([^']+)', import\.meta\.url\), 'utf8'\)/g, (_, path: string) =>
          JSON.stringify(readFileSync(join(dirname(id), path), 'utf8')),
        )
        .replace(/new URL\('([^']+)\.ts', import\.meta\.url\)/g, (_, path: string) => {
          const name = basename(path)
          if (!Object.hasOwn(entries, name))
            throw new Error(`${id} starts ${path}.ts, which is no entry of the package`)
          return `new URL('../${name}.js', import.meta.url)`
        }),
  },
}

const pagesAsText: Plugin = {
  name: 'pages-as-text',
  load: {
    filter: { id: /cli\/explain\/pages\.ts$/ },
    handler: () => `export const pages = new Map(${JSON.stringify([...pages])})`,
  },
}

const exampleAsText: Plugin = {
  name: 'example-as-text',
  load: {
    filter: { id: /cli\/begin\/lembah\.ts$/ },
    handler: () => `export const lembah = ${JSON.stringify(lembah)}`,
  },
}

/** The page's program is a part of the package that only `build` loads. */
const pageAsText: Plugin = {
  name: 'page-as-text',
  resolveId: { filter: { id: /^serat-page$/ }, handler: id => id },
  load: {
    filter: { id: /cli\/page\/program\.ts$|^serat-page$/ },
    handler: async id => {
      if (id !== 'serat-page') return `export const pageProgram = async () => (await import('serat-page')).default`
      const { script, style } = keptProgram() ?? (await makePageProgram())
      return `export default ${JSON.stringify({ script, style })}`
    },
  },
}
