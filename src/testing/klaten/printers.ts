import { github } from '../../diagnostic/github.ts'
import { json } from '../../diagnostic/json.ts'
import { coloured } from '../../diagnostic/paint.ts'
import { pretty } from '../../diagnostic/pretty.ts'
import { sarif } from '../../diagnostic/sarif.ts'
import { concise } from '../../diagnostic/concise.ts'
import type { Report } from '../../diagnostic/spot.ts'

/** Every form in which findings are printed. */
export const printers: Readonly<Record<string, (report: Report) => string>> = {
  concise,
  github,
  json,
  pretty,
  coloured: report => pretty(report, coloured),
  sarif: report => sarif(report),
}
