import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { markdownText } from '../../render/text/escape.ts'
import { printable } from '../../text/screen.ts'
import { nounOf } from '../../words/things.ts'
import type { Draft } from '../draft/draft.ts'
import type { Proposal } from '../propose.ts'
import { spotText, type Spot } from '../spot.ts'
import { comparisonText, type RouterComparison } from '../running/text.ts'
import { countsOf, groupsOf, type Certainty, type Group } from './report.ts'

/** So many places of one reason stand in the text; all of them stand in report.json. */
const mostPlaces = 30

const headings: Readonly<Record<Certainty, Bilingual>> = {
  contradicted: { id: 'Bertentangan', en: 'Contradicted' },
  'left-out': { id: 'Tidak dipakai', en: 'Left out' },
  guessed: { id: 'Ditebak', en: 'Guessed' },
  sure: { id: 'Pasti', en: 'Sure' },
}

/** The report for people in one language: what became of everything, what needs a look, and why. */
export function reportMarkdown(proposal: Proposal, routers: readonly RouterComparison[], language: Language): string {
  const say = ({ id, en }: Bilingual): string => (language === 'id' ? id : en)
  const { cells } = proposal
  const { sure, guessed, contradicted, leftOut } = countsOf(proposal)
  const groups = groupsOf(proposal)
  const parts = [
    `# ${say({ id: 'Laporan impor', en: 'Report of an import' })}`,
    say({
      id:
        `${sure} fakta pasti, ${guessed} ditebak, ${contradicted} bertentangan, ${leftOut} hal tidak dipakai. ` +
        `Dari ${cells.read} sel yang dibaca, ${cells.used} terpakai dan ${cells.leftOut} tidak. ` +
        'Semua fakta dengan tempatnya: report.json.',
      en:
        `${sure} facts are sure, ${guessed} guessed, ${contradicted} contradicted, ${leftOut} things left out. ` +
        `Of ${cells.read} cells read, ${cells.used} were used and ${cells.leftOut} were not. ` +
        'Every fact with its place: report.json.',
    }),
    thingsTable(proposal.drafts, say),
    ...(['contradicted', 'left-out', 'guessed'] as const).flatMap(certainty => {
      const own = groups.filter(group => group.certainty === certainty)
      return own.length === 0 ? [] : [`## ${say(headings[certainty])}`, ...own.map(group => groupText(group, language))]
    }),
  ]
  const fixpoint =
    routers.length === 0 ? [] : [`## ${say(fixpointHeading)}`, ...routers.map(each => fixpointText(each, language))]
  return `${[...parts, ...fixpoint].join('\n\n')}\n`
}

const fixpointHeading = {
  id: 'Titik tetap: apa yang dikatakan router yang berjalan',
  en: 'Fixpoint: what the running routers say',
}

/** A code block that no line of somebody's can close. */
function fixpointText(comparison: RouterComparison, language: Language): string {
  const text = comparisonText(comparison, language, mostPlaces).replaceAll('`', "'")
  return ['```text', text.trimEnd(), '```'].join('\n')
}

function thingsTable(drafts: readonly Draft[], say: (text: Bilingual) => string): string {
  const rows = [...Map.groupBy(drafts, ({ kind }) => kind)].map(([kind, own]) => {
    const matched = own.filter(({ match }) => match !== undefined).length
    return `| ${say(nounOf(kind))} | ${own.length - matched} | ${matched} |`
  })
  const header = say({ id: '| jenis | baru | sudah ada |', en: '| kind | new | there already |' })
  return [header, '|---|---|---|', ...rows].join('\n')
}

function groupText({ why, items }: Group, language: Language): string {
  const shown = items.slice(0, mostPlaces).map(({ at, about, text }) => {
    const places = at.map(spot => spotText(spot)[language]).join('; ')
    const parts = [
      ...(about === undefined ? [] : [`\`${about}\``]),
      markdownText(places),
      ...(text === undefined ? [] : [`"${markdownText(printable(text))}"`]),
    ]
    return `- ${parts.join(': ')}`
  })
  const rest = items.slice(mostPlaces)
  const more =
    language === 'id'
      ? `dan ${rest.length} lagi: ${ranges(
          rest.flatMap(({ at }) => at),
          language,
        )}`
      : `and ${rest.length} more: ${ranges(
          rest.flatMap(({ at }) => at),
          language,
        )}`
  return [
    `### ${markdownText(why[language])} (${items.length})`,
    '',
    ...shown,
    ...(rest.length === 0 ? [] : [`- ${markdownText(more)}`]),
  ].join('\n')
}

/** Rows of each file as ranges: `poles.csv 31-317`. */
function ranges(spots: readonly Spot[], language: Language): string {
  const byFile = Map.groupBy(
    spots,
    ({ file, sheet }) => spotText({ file, ...(sheet === undefined ? {} : { sheet }) })[language],
  )
  return [...byFile]
    .map(([file, own]) => {
      const rows = [...new Set(own.flatMap(({ row }) => row ?? []))].sort((a, b) => a - b)
      const parts: string[] = []
      let start = rows[0]
      for (const [i, row] of rows.entries()) {
        if (rows[i + 1] === row + 1) continue
        parts.push(start === row ? `${row}` : `${start}-${row}`)
        start = rows[i + 1]
      }
      return `${file} ${parts.slice(0, 40).join(', ')}${parts.length > 40 ? ', ...' : ''}`
    })
    .join('; ')
}
