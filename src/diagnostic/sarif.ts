import type { Place } from '../source/source.ts'
import type { Bilingual, Diagnostic, Language } from './diagnostic.ts'
import { jsonText } from '../text/screen.ts'
import { spotOf, type Report } from './spot.ts'

/** SARIF 2.1.0 (OASIS), as code scanning services take it. `titles` are the headlines of the codes that occur. */
export function sarif(
  { diagnostics, language, base }: Report,
  titles: ReadonlyMap<string, Bilingual> = new Map(),
): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort()
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'serat', rules: codes.map(code => ruleOf(code, titles.get(code), language)) } },
        language,
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(diagnostic => resultOf(diagnostic, codes, language, base)),
      },
    ],
  }
  return jsonText(log)
}

function ruleOf(code: string, title: Bilingual | undefined, language: Language): object {
  return title === undefined ? { id: code } : { id: code, shortDescription: { text: title[language] } }
}

function resultOf(
  { code, severity, message, help, at, related = [] }: Diagnostic,
  codes: readonly string[],
  language: Language,
  base: string,
): object {
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: help === undefined ? message[language] : `${message[language]}\n${help[language]}` },
    locations: [locationOf(at, base)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            ...locationOf(other.at, base),
            message: { text: other.message[language] },
          })),
        }),
  }
}

function locationOf(place: Place, base: string): { readonly physicalLocation: object } {
  const { file, line, column, endLine, endColumn } = spotOf(place, base)
  return {
    physicalLocation: {
      artifactLocation: uriOf(file),
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  }
}

/** A path that leaves the working directory, or is absolute, has no root to be relative to. */
function uriOf(file: string): object {
  const uri = file.split('/').map(encodeURIComponent).join('/')
  return file.startsWith('/')
    ? { uri: `file://${uri}` }
    : file.startsWith('..')
      ? { uri }
      : { uri, uriBaseId: '%SRCROOT%' }
}
