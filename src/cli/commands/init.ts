import { mkdirSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { answersOf, givenFaults, type Given, type Wish } from '../../edit/begin/answers.ts'
import { firstInventory } from '../../edit/begin/inventory.ts'
import { repositoryFiles, type Repository } from '../../edit/begin/repository.ts'
import type { Source } from '../../source/source.ts'
import { installMergeDriver } from '../begin/merge-driver.ts'
import { writeFiles } from '../begin/write-files.ts'
import { command, type ExitCode } from '../command.ts'
import { git } from '../git.ts'
import { choice, value } from '../options.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'

export const init = command({
  name: 'init',
  about: {
    id:
      'Mulai repositori sebuah daerah: jaringan kecil yang bersih, stack, CI, penggabung buku alokasi, ' +
      'setelan editor, README. Tanpa --name ia bertanya.',
    en:
      'Begins the repository of a regency: a small clean network, stack, CI, merge driver of the ledger, ' +
      'editor settings, README. Without --name it asks.',
  },
  operands: '[FOLDER]',
  fewestOperands: 0,
  mostOperands: 1,
  example: 'serat init jaringan --name Contoh --at -7.25,110.4 --v4 10.64.0.0/12',
  options: {
    name: value('NAME', 'nama pemerintah daerah', 'name of the government'),
    id: value('ID', 'nama pendek (bawaan: dari nama)', 'short name (default: from the name)'),
    hub: value('ID', 'id situs pusat (bawaan: pusat)', 'id of the hub site (default: pusat)'),
    at: value('LAT,LON', 'titik pusat', 'point of the hub'),
    kecamatan: value('CODE', 'kode kecamatan pusat', 'code of its kecamatan'),
    'radius-km': value('KM', 'radius serat sendiri (bawaan: 15)', 'radius of own fibre (default: 15)'),
    v4: value('PREFIX', 'alamat IPv4 seluruhnya, /8 sampai /16', 'IPv4 addresses of the whole, /8 to /16'),
    cores: choice(['1', '2'], 'router inti di pusat (bawaan: 2)', 'core routers at the hub (default: 2)'),
    from: choice(['lembah'], 'mulai dari contoh ini', 'begin with this example'),
  },
  async run(shell, { from, id: network, 'radius-km': radiusKm, ...rest }, [shown = '.']) {
    const files =
      from === undefined
        ? await ownFiles(shell, { ...rest, network, radiusKm })
        : await exampleFiles({ network: 'lembah', name: 'Kabupaten Lembah' })
    if (isRefusal(files)) return files
    const folder = resolve(shell.cwd, shown)
    mkdirSync(folder, { recursive: true })
    const written = writeFiles(folder, files)
    if (isRefusal(written)) return written
    for (const path of written) shell.print(`${relative(shell.cwd, resolve(folder, path))}\n`)
    return begun(shell, folder, shown)
  },
})

async function ownFiles(shell: Shell, given: Given): Promise<readonly Source[] | Refusal> {
  const wish = given.name === undefined ? await questioned(shell, given) : { ...given, name: given.name }
  if (isRefusal(wish)) return wish
  const answers = answersOf(wish, shell.today)
  if (!('network' in answers)) return refusalOf(answers)
  return [...below('sites', firstInventory(answers)), ...repositoryFiles(answers)]
}

function refusalOf(faults: readonly Bilingual[]): Refusal {
  return refuse(faults.map(({ id }) => id).join('\n'), faults.map(({ en }) => en).join('\n'))
}

async function questioned(shell: Shell, given: Given): Promise<Wish | Refusal> {
  if (!process.stdin.isTTY) return refuse('sebut namanya: --name "Kabupaten …"', 'name it: --name "Kabupaten …"')
  const faults = givenFaults(given)
  if (faults.length > 0) return refusalOf(faults)
  const { asked } = await import('../begin/questions.ts')
  return (
    (await asked(shell.language, given)) ??
    refuse('dibatalkan; tidak ada yang ditulis', 'broken off; nothing was written')
  )
}

async function exampleFiles(repository: Repository): Promise<readonly Source[]> {
  const { lembah } = await import('../begin/lembah.ts')
  return [...below('sites', lembah), ...repositoryFiles(repository)]
}

function below(folder: string, files: readonly Source[]): Source[] {
  return files.map(({ path, text }) => ({ path: `${folder}/${path}`, text }))
}

function begun(shell: Shell, folder: string, shown: string): ExitCode {
  const fresh = git(folder, 'rev-parse', '--is-inside-work-tree') === undefined
  if (fresh) git(folder, '-c', 'init.defaultBranch=main', 'init', '--quiet')
  const merges = installMergeDriver(folder)
  const enter = shown === '.' ? '' : `cd ${shellWord(shown)}\n  `
  say(shell, {
    id:
      `\nlanjutkan:\n  ${enter}npx serat check\n  npx serat ` +
      `build${merges ? '' : '\n  git init && npx serat merge-ledger --install'}\nREADME.md berisi selebihnya`,
    en:
      `\ngo on:\n  ${enter}npx serat check\n  npx serat ` +
      `build${merges ? '' : '\n  git init && npx serat merge-ledger --install'}\nREADME.md says the rest`,
  })
  return 0
}

/** As a shell reads it back. */
function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
