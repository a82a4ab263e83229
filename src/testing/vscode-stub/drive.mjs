/** Loads the extension in FOLDER against the stub, activates it, and ends it when a line comes in. */
import { createRequire, Module } from 'node:module'
import { join } from 'node:path'
import stub from './vscode-stub.mjs'

const [, , folder = ''] = process.argv
const load = Module._load
Module._load = (request, ...rest) => (request === 'vscode' ? stub : load(request, ...rest))
const extension = createRequire(import.meta.url)(join(folder, 'extension.js'))
await extension.activate()
process.stdin.once('data', async () => {
  await extension.deactivate()
  process.exit(0)
})
