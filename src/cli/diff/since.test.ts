import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { places } from '../../load/kinds.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { readInventory, type Inventory } from '../../source/read.ts'
import { git as gitSays } from '../git.ts'
import { readArchived, readSince, type InCommit } from './since.ts'

/** What is read of a commit file by file is what its whole archive holds. */
let repository = ''
let where: InCommit

function git(...args: readonly string[]): void {
  const author = ['-c', 'user.name=uji', '-c', 'user.email=uji@contoh.example', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...author, ...args], { cwd: repository, stdio: 'pipe' })
}

const file = (path: string): string => join(repository, 'sites', path)
const now = (): Inventory => readInventory(join(repository, 'sites'), places)

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), 'serat-since-'))
  cpSync(join(import.meta.dirname, '../../testing/contoh'), join(repository, 'sites'), { recursive: true })
  mkdirSync(file('documents'))
  writeFileSync(file('documents/satu.pdf'), 'satu')
  writeFileSync(file(ledgerName), '# kosong\n')
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('commit', '-q', '-m', 'one')
  where = { top: repository, commit: gitSays(repository, 'rev-parse', 'HEAD') ?? '', path: 'sites' }
})

afterAll(() => rmSync(repository, { recursive: true }))

test('nothing differs: every file is the value that was read already', () => {
  const read = now()
  const since = readSince(where, read)
  expect(since).toEqual(readArchived(where))
  expect(since?.sources.every((source, i) => source === read.sources[i])).toBe(true)
})

test('edited, removed, staged, committed since, untracked and ignored files, the ledger and documents', () => {
  appendFileSync(file('opd/timur.yaml'), '# later\n')
  rmSync(file('opd/bukit.yaml'))
  writeFileSync(file('opd/baru [1].yaml'), 'site: baru\n')
  writeFileSync(file('.gitignore'), 'opd/diabaikan.yaml\n')
  writeFileSync(file('opd/diabaikan.yaml'), 'site: diabaikan\n')
  writeFileSync(file('documents/satu.pdf'), 'dua')
  writeFileSync(file('documents/tiga.pdf'), 'tiga')
  writeFileSync(file(ledgerName), '# nanti\n')
  expect(readSince(where, now())).toEqual(readArchived(where))
  git('add', '-A')
  expect(readSince(where, now())).toEqual(readArchived(where))
  git('commit', '-q', '-m', 'two')
  appendFileSync(file('opd/utara.yaml'), '# later\n')
  expect(readSince(where, now())).toEqual(readArchived(where))
})

test('a symbolic link may say what another file says: the whole commit is read', () => {
  symlinkSync('timur.yaml', file('opd/tautan.yaml'))
  git('add', '-A')
  expect(readSince(where, now())).toBeUndefined()
})
