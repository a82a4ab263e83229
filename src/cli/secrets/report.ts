import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { column, type Column } from '../../render/tables/column.ts'
import { filled } from '../what-if/filled.ts'
import { jsonText } from '../../text/screen.ts'
import { tableText } from '../tables/print.ts'
import type { SecretRow, SecretState, SecretTable } from './state.ts'

const states: Readonly<Record<SecretState, Bilingual>> = {
  there: { id: 'ada', en: 'there' },
  missing: { id: 'TIDAK ADA', en: 'MISSING' },
  renamed: { id: 'ada dengan nama lama', en: 'under its former name' },
  'not-checked': { id: 'tidak diperiksa', en: 'not checked' },
}

const makers: Readonly<Record<SecretRow['maker'], Bilingual>> = {
  us: { id: 'serat secrets --generate', en: 'serat secrets --generate' },
  keys: { id: 'serat secrets --generate', en: 'serat secrets --generate' },
  provider: { id: 'disepakati dengan penyedia', en: 'agreed with the provider' },
}

const mostShown = 3

function columnsIn(language: Language): readonly Column<SecretRow>[] {
  return [
    column('secret', 'Rahasia', 'Secret', 'code', 60, ({ name }) => name),
    column('state', 'Keadaan', 'State', 'text', 24, ({ state }) => states[state][language]),
    column('former', 'Nama lama', 'Former name', 'code', 40, ({ former }) => former.join(' ')),
    column('maker', 'Dibuat oleh', 'Made by', 'text', 30, ({ maker }) => makers[maker][language]),
    column('users', 'Dipakai', 'Used by', 'text', 60, ({ users }) =>
      [...users.slice(0, mostShown), ...(users.length > mostShown ? [`+${users.length - mostShown}`] : [])].join(' '),
    ),
  ]
}

export function secretsText({ rows, retired = [] }: SecretTable, language: Language): string {
  const shown = filled(columnsIn(language), rows)
  const gone = { id: 'Tidak dipakai lagi, boleh dihapus dari penyimpan:', en: 'No longer used, may go from the store:' }
  return (
    tableText(shown, shown.rows, language) +
    (retired.length === 0 ? '' : `\n${gone[language]}\n${retired.map(name => `  ${name}\n`).join('')}`)
  )
}

export function secretsJson({ rows, retired }: SecretTable): string {
  return jsonText({
    secrets: rows.map(({ name, state, maker, former, users }) => ({ secret: name, state, maker, former, users })),
    retired: retired ?? null,
  })
}

/** How it stands, in one line. */
export function summaryWords({ rows, retired }: SecretTable, store: Bilingual | undefined): Bilingual {
  const count = (state: SecretState): number => rows.filter(row => row.state === state).length
  if (store === undefined)
    return {
      id: `${rows.length} rahasia; penyimpan tidak disebut (--secrets FILE atau --stack NAMA), jadi tidak satu pun diperiksa`,
      en: `${rows.length} secrets; no store is named (--secrets FILE or --stack NAME), so none was checked`,
    }
  if (count('not-checked') === rows.length && rows.length > 0)
    return {
      id: `${rows.length} rahasia; ${store.id} tidak ada di mesin ini, jadi tidak satu pun diperiksa`,
      en: `${rows.length} secrets; ${store.en} is not on this machine, so none was checked`,
    }
  return {
    id:
      `${rows.length} rahasia di ${store.id}: ${count('there')} ada, ${count('renamed')} dengan nama lama, ` +
      `${count('missing')} tidak ada, ${retired?.length ?? 'entah berapa'} tidak dipakai lagi`,
    en:
      `${rows.length} secrets in ${store.en}: ${count('there')} there, ${count('renamed')} under a former name, ` +
      `${count('missing')} missing, ${retired?.length ?? 'nobody knows how many'} no longer used`,
  }
}
