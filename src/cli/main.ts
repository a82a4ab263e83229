import module from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { existsSync } from 'node:fs'

const packages = join(import.meta.dirname, '../../node_modules')
module.enableCompileCache(join(existsSync(packages) ? join(packages, '.cache') : tmpdir(), 'serat'))

// Our own imports name their files in full: looking for them is a fifth of the start.
module.registerHooks({
  resolve: (specifier, context, next) => {
    if (!/^\.\.?\/.*\.ts$/.test(specifier)) return next(specifier, context)
    return { url: new URL(specifier, context.parentURL).href, format: 'module-typescript', shortCircuit: true }
  },
})

// A reader that has seen enough (`serat show sites | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`serat: ${error.message}\n`)
  process.exit(2)
})

const { run } = await import('./run.ts')
process.exitCode = await run(process.argv.slice(2))
