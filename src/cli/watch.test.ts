import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('check --watch says anew what it finds after each change, and ends when interrupted', async () => {
  const home = mkdtempSync(join(tmpdir(), 'serat-watch-'))
  cpSync(join(import.meta.dirname, '../testing/contoh'), join(home, 'sites'), { recursive: true })
  const path = join(home, 'sites/opd/utara.yaml')
  const text = readFileSync(path, 'utf8')
  const args = [
    join(import.meta.dirname, 'main.ts'),
    'check',
    '--watch',
    '--format',
    'concise',
    '--as-of',
    '2026-06-15',
  ]
  const child = spawn(process.execPath, [...args, '--lang', 'en'], { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { text: '', woken: () => {} }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said.text += String(chunk)
      said.woken()
    })
  const until = async (words: string): Promise<void> => {
    while (!said.text.includes(words))
      await new Promise<void>(resolve => {
        said.woken = resolve
      })
    said.text = ''
  }
  const ended = new Promise(resolve => child.once('exit', resolve))
  await until('0 errors, 0 warnings')
  writeFileSync(path, text.replace('class: opd', 'class: kantor'))
  await until('sites/opd/utara.yaml:3:8: error[LOD014]')
  writeFileSync(path, text)
  await until('0 errors, 0 warnings')
  rmSync(join(home, 'sites'), { recursive: true })
  await until('there is no inventory folder sites')
  cpSync(join(import.meta.dirname, '../testing/contoh'), join(home, 'sites'), { recursive: true })
  await until('0 errors, 0 warnings')
  writeFileSync(path, text.replace('class: opd', 'class: kantor'))
  await until('sites/opd/utara.yaml:3:8: error[LOD014]')
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  rmSync(home, { recursive: true })
}, 60_000)
