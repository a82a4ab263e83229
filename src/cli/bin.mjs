#!/usr/bin/env node
// Of a package: what it was packed as. Of a checkout: the sources, under Node 24 also where the machine's own Node is older,
// for the development package `node` brings one.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

if (!existsSync(join(here, 'main.ts'))) await import('../../dist/serat.js')
else if (Number(process.versions.node.split('.')[0]) >= 24) await import('./main.ts')
else again()

function again() {
  const windows = process.platform === 'win32'
  const node = join(here, '../../node_modules/node/bin', windows ? 'node.exe' : 'node')
  if (!existsSync(node)) {
    console.error('serat: needs Node 24; run `npm ci` in the project first / perlu Node 24; jalankan `npm ci` dahulu')
    process.exit(2)
  }
  let child
  // Listened for before there is a child, so that no signal ends this process alone.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
    // From a terminal the whole group gets SIGINT; the child decides how to end.
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child = spawn(node, [join(here, 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
  child.on('error', error => {
    console.error(`serat: ${error.message}`)
    process.exit(2)
  })
  child.on('exit', (code, signal) => {
    process.exit(signal === null ? (code ?? 2) : 128 + (constants.signals[signal] ?? 0))
  })
}
