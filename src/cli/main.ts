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

const { start } = await import('./start.ts')
await start()
