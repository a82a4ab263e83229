import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { rolldown } from 'rolldown'
import { keptAt, programKey, type KeptProgram } from '../cli/page/program.ts'

const root = join(import.meta.dirname, '../..')
const shims = join(root, 'src/page/shims')
/** In the order in which they hold. */
const styles = ['node_modules/leaflet/dist/leaflet.css', 'src/page/style/page.css']

/** Makes the page's program anew and keeps it. */
export async function makePageProgram(): Promise<KeptProgram> {
  const made = await bundled()
  mkdirSync(dirname(keptAt), { recursive: true })
  // Whole or not at all: builds run side by side.
  const fresh = `${keptAt}.${process.pid}.tmp`
  writeFileSync(fresh, JSON.stringify(made))
  renameSync(fresh, keptAt)
  return made
}

async function bundled(): Promise<KeptProgram> {
  const build = await rolldown({
    input: join(root, 'src/page/main.tsx'),
    cwd: root,
    platform: 'browser',
    resolve: {
      // What the compiler asks of Node is two hashes.
      alias: { 'node:crypto': join(shims, 'crypto.ts') },
    },
    transform: { target: 'es2024' },
    logLevel: 'warn',
  })
  const { output } = await build.generate({ format: 'iife', minify: true, codeSplitting: false })
  await build.close()
  const [chunk] = output
  const inputs = chunk.moduleIds
    .filter(id => id.startsWith(root) && !id.includes('node_modules'))
    .map(id => relative(root, id))
    .concat('src/page/style/page.css')
    .sort()
  return {
    key: programKey(inputs),
    inputs,
    // An inline script ends at the first `</script`, and what looks like a comment changes how it is read.
    script: chunk.code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'),
    style: styles.map(path => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')).join('\n'),
  }
}
