import type { Language } from '../../diagnostic/diagnostic.ts'
import { stateWords } from '../../words/states.ts'
import { differs, type FailureReport, type SiteVerdict } from './verify-failures.ts'

const most = 20

/**
 * What a row of the table is too narrow for: at which sites a failure went otherwise than foretold, and how; what did
 * not come back.
 */
export function failureFaults(tested: readonly FailureReport[], language: Language): string[] {
  const lines = tested.flatMap(({ component, sites, unhealed }) => [
    ...sites
      .filter(({ predicted, observed }) => differs(predicted, observed))
      .map(verdict => `${component}: ${verdictText(verdict, language)}`),
    ...unhealed.map(left => `${component}, ${language === 'id' ? 'sesudah pulih' : 'after healing'}: ${left}`),
  ])
  const more = lines.length - most
  if (more <= 0) return lines
  return [...lines.slice(0, most), language === 'id' ? `dan ${more} lainnya` : `and ${more} more`]
}

function verdictText({ site, predicted, observed }: SiteVerdict, language: Language): string {
  const words =
    language === 'id'
      ? {
          foretold: 'diramalkan',
          seen: 'teramati',
          internet: 'internet',
          hub: 'IPv6 ke pusat',
          yes: 'ada',
          no: 'tidak',
        }
      : { foretold: 'predicted', seen: 'observed', internet: 'internet', hub: 'IPv6 to the hub', yes: 'yes', no: 'no' }
  const said = ({ state, internetV4, internetV6, hubV6 }: Omit<SiteVerdict['observed'], 'circuits'>): string => {
    const answers = [
      [`${words.internet} IPv4`, internetV4],
      [`${words.internet} IPv6`, internetV6],
      [words.hub, hubV6],
    ] as const
    return [stateWords[state][language], ...answers.map(([what, is]) => `${what} ${is ? words.yes : words.no}`)].join(
      ', ',
    )
  }
  const foretold = { ...predicted, hubV6: predicted.state !== 'isolated' }
  return `${site}: ${words.foretold} ${said(foretold)}; ${words.seen} ${said(observed)}`
}
