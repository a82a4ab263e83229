import type { Platform } from '../../model/platform.ts'
import type { Edited, Refused } from '../edited.ts'
import { newAddendum } from './addendum.ts'
import { newCircuit, newLeasedSite } from './circuit.ts'
import { newContract } from './contract.ts'
import type { Making } from './outcome.ts'
import { newRun } from './poles.ts'
import { newRoute } from './route.ts'
import { newSite } from './site.ts'

type Platforms = ReadonlyMap<string, Platform>

/** What can be written anew, each with what it chooses by itself. */
export const newKinds = {
  site: newSite,
  'leased-site': newLeasedSite,
  circuit: making => newCircuit(making, 'primary'),
  backup: making => newCircuit(making, 'backup'),
  route: newRoute,
  contract: newContract,
  addendum: newAddendum,
  run: newRun,
} as const satisfies Record<string, (making: Making, platforms: Platforms) => Edited | Refused>
