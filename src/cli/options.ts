import type { FlagOption, ListOption, Options, ValueOption } from './command.ts'

export const flag = (id: string, en: string): FlagOption => ({ kind: 'flag', about: { id, en } })
export const value = (name: string, id: string, en: string): ValueOption => ({ kind: 'value', name, about: { id, en } })
export const list = (name: string, id: string, en: string): ListOption => ({ kind: 'list', name, about: { id, en } })
export const choice = (choices: readonly string[], id: string, en: string): ValueOption => ({
  kind: 'value',
  name: choices.join('|'),
  choices,
  about: { id, en },
})

/** Taken by every command, before or behind its name. */
export const commonOptions = {
  lang: choice(['id', 'en'], 'bahasa pesan', 'language of messages'),
  help: flag('tampilkan bantuan ini', 'show this help'),
} as const satisfies Options

/** Of commands that read an inventory. */
export const inventoryOptions = {
  inventory: value('FOLDER', 'folder inventaris (bawaan: sites)', 'the inventory folder (default: sites)'),
  'as-of': value(
    'YYYY-MM-DD',
    'tanggal acuan temuan (bawaan: as_of di network.yaml, lalu hari ini)',
    'the date that findings are held against (default: as_of of network.yaml, else today)',
  ),
} as const satisfies Options

/** Of commands that read and write nothing: what the inventory said at a revision. */
export const historyOptions = {
  ...inventoryOptions,
  rev: value(
    'REVISION',
    'baca inventaris dari revisi Git ini; dengan --as-of: apa yang dikatakannya tentang hari itu',
    'read the inventory from this Git revision; with --as-of: what it said of that day',
  ),
} as const satisfies Options

/** Of commands that compare: one inventory on two dates. */
export const dateOptions = {
  from: value('YYYY-MM-DD', 'inventaris ini pada tanggal itu ...', 'this inventory on that date ...'),
  to: value('YYYY-MM-DD', '... dibandingkan dengan tanggal ini', '... beside this date'),
} as const satisfies Options

export const outOption = value('FOLDER', 'folder hasil (bawaan: out)', 'the output folder (default: out)')
export const frozenOption = flag(
  'gagal bila buku alokasi akan berubah (untuk CI)',
  'fail where the ledger would change (for CI)',
)
export const newLedgerOption = flag(
  'mulai buku alokasi baru, walau jaringan ini pernah punya: semua alamat pindah',
  'begin a new ledger although this network had one: every address moves',
)
export const strictOption = flag('peringatan dihitung seperti galat', 'count warnings as errors')
/** Text or JSON, for commands without other forms. */
export const formatOption = choice(['text', 'json'], 'bentuk hasil', 'form of the result')
