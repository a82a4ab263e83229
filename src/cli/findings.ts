import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Compiled } from './inventory.ts'
import type { Shell } from './shell/shell.ts'

export const findingFormats = ['pretty', 'concise', 'json', 'sarif', 'github'] as const
export type FindingFormat = (typeof findingFormats)[number]

/** Prints all findings in the form that was asked for; only that printer is loaded. */
export async function printFindings(
  shell: Shell,
  { diagnostics, base }: Compiled,
  format: FindingFormat,
): Promise<void> {
  const report = { diagnostics, language: shell.language, base }
  switch (format) {
    case 'pretty':
      return shell.print((await import('../diagnostic/pretty.ts')).pretty(report, shell.paint))
    case 'concise':
      return shell.print((await import('../diagnostic/concise.ts')).concise(report))
    case 'json':
      return shell.print((await import('../diagnostic/json.ts')).json(report))
    case 'github':
      return shell.print((await import('../diagnostic/github.ts')).github(report))
    case 'sarif':
      return shell.print((await import('../diagnostic/sarif.ts')).sarif(report, await titles()))
  }
}

/** Headlines of all codes. */
async function titles(): Promise<ReadonlyMap<string, Bilingual>> {
  const { rules } = await import('../rules/index.ts')
  const { loadCodes } = await import('../load/codes.ts')
  return new Map([
    ...rules.map(({ code, title }): [string, Bilingual] => [code, title]),
    ...Object.entries(loadCodes).map(([code, { title }]): [string, Bilingual] => [code, title]),
  ])
}
