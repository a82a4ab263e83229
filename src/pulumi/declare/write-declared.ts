import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pulumi from '@pulumi/pulumi'
import { isOfProgram } from '../../source/program-file.ts'
import type { Source } from '../../source/source.ts'
import { both } from '../words.ts'

/**
 * Makes the files below `program/` say what the program declares, so that `serat build`, `secrets`, CI and reviewers
 * see the whole network. A preview writes them too: a new site needs keys and secrets before its first update. Files of
 * these folders that a person wrote stay.
 */
export function writeDeclared(folder: string, had: readonly Source[], own: readonly Source[]): void {
  const texts = new Map(had.map(({ path, text }) => [path, text]))
  const now = new Set(own.map(({ path }) => path))
  const changed = own.filter(({ path, text }) => texts.get(path) !== text)
  const gone = had.filter(file => isOfProgram(file) && !now.has(file.path)).map(({ path }) => path)
  if (changed.length + gone.length === 0) return
  for (const { path, text } of changed) write(join(folder, path), text)
  for (const path of gone) rmSync(join(folder, path), { force: true })
  const paths = [...changed.map(({ path }) => path), ...gone.map(path => `${path} -`)].sort()
  const shown = paths.slice(0, mostShown).join(', ') + (paths.length > mostShown ? ', …' : '')
  void pulumi.log.info(
    both({
      id: `${paths.length} berkas inventaris menuliskan apa yang dinyatakan program: ${shown}; simpan ke Git`,
      en: `${paths.length} files of the inventory say what the program declares: ${shown}; commit them`,
    }),
  )
}

const mostShown = 5

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}
