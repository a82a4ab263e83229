import type { Feature } from '../world.ts'
import { linuxFeatures } from './linux.ts'
import { basics } from './routeros-basics.ts'
import { filters } from './routeros-filters.ts'
import { leased } from './routeros-leased.ts'
import { routing } from './routeros-routing.ts'

export const features: readonly Feature[] = [...basics, ...routing, ...leased, ...filters, ...linuxFeatures]
