import { readFileSync } from 'node:fs'
import { mergeLedgers } from '../../plan/merge-ledgers.ts'
import { installMergeDriver } from '../begin/merge-driver.ts'
import { command, type ExitCode } from '../command.ts'
import { writeWhole } from '../disk/write-whole.ts'
import { git } from '../git.ts'
import { flag } from '../options.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'

export const mergeLedger = command({
  name: 'merge-ledger',
  about: {
    id: 'Penggabung Git untuk buku alokasi. `--install` memasangnya di klon ini; Git lalu memanggilnya sendiri.',
    en: 'The merge driver of Git for the ledger. `--install` sets it up in this clone; Git calls it from then on.',
  },
  operands: '[ANCESTOR OURS THEIRS PATH]',
  fewestOperands: 0,
  mostOperands: 4,
  example: 'serat merge-ledger --install',
  options: {
    install: flag('pasang di klon ini', 'set it up in this clone'),
    quiet: flag('jangan berkata apa-apa, juga di luar Git', 'say nothing, outside Git too'),
  },
  run(shell, { install, quiet }, [ancestor, ours, theirs, path]) {
    if (install) return installed(shell, quiet)
    if (ancestor === undefined || ours === undefined || theirs === undefined)
      return refuse('sebut tiga berkas, atau --install', 'name three files, or --install')
    return merge(shell, { ancestor, ours, theirs, path })
  },
})

function installed(shell: Shell, quiet: boolean): ExitCode | Refusal {
  const done = installMergeDriver(shell.cwd)
  if (quiet) return 0
  if (!done) return refuse('folder ini tidak berada di repositori Git', 'this folder is in no Git repository')
  say(shell, {
    id: 'penggabung buku alokasi terpasang di klon ini',
    en: 'the merge driver of the ledger is set up in this clone',
  })
  return 0
}

interface Files {
  readonly ancestor: string
  readonly ours: string
  readonly theirs: string
  /** Where the ledger lies in the repository, as Git calls it. */
  readonly path: string | undefined
}

/** Exit code 1 leaves the file to Git as a conflict. */
function merge(shell: Shell, { path, ...files }: Files): ExitCode {
  const merged = mergeLedgers({
    ancestor: readFileSync(files.ancestor, 'utf8'),
    ours: readFileSync(files.ours, 'utf8'),
    theirs: readFileSync(files.theirs, 'utf8'),
    kept: path === undefined ? undefined : ledgerOfDefaultBranch(shell.cwd, path),
  })
  if (merged === undefined) {
    say(shell, {
      id: 'buku alokasi tidak dapat dibaca; gabungkan sendiri, lalu: serat repair --base REF',
      en: 'a ledger cannot be read; merge it by hand, then: serat repair --base REF',
    })
    return 1
  }
  writeWhole(files.ours, merged.text)
  for (const key of merged.moved)
    say(shell, {
      id: `${key}: tempatnya sudah dipakai cabang lain; \`serat build\` mengalokasikannya lagi`,
      en: `${key}: the other branch has its place; \`serat build\` allocates it anew`,
    })
  return 0
}

/** The branch that others merge into keeps its numbers, whichever side of the merge it is. */
function ledgerOfDefaultBranch(folder: string, path: string): string | undefined {
  const remote = git(folder, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')
  const names = [...(remote === undefined ? [] : [remote]), 'origin/main', 'origin/master', 'main', 'master']
  return names.map(name => git(folder, 'show', `${name}:${path}`)).find(text => text !== undefined)
}
