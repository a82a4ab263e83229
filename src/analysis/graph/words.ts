import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { SiteState } from './state.ts'

export const stateWords: Readonly<Record<SiteState, Bilingual>> = {
  'in-service': { id: 'normal', en: 'in service' },
  'on-backup': { id: 'lewat cadangan', en: 'on backup' },
  'without-internet': { id: 'tanpa internet', en: 'without internet' },
  isolated: { id: 'terputus', en: 'isolated' },
}
