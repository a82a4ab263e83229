import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Axis } from '../../money/by-axis.ts'
import { things } from '../../words/things.ts'
import { messages } from '../messages.ts'

/** What money is counted by, in words. */
export const axisWords: Readonly<Record<Axis, Bilingual>> = {
  contract: things.contract,
  circuit: things.circuit,
  site: things.site,
  opd: things.tenant,
  kecamatan: things.area,
  provider: things.provider,
  budget: things.budget,
  month: messages.month,
  year: { id: 'tahun', en: 'year' },
  rate: messages.perMbps,
}
