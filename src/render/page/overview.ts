import { contractsOfQuarter } from '../../analysis/agenda/quarter.ts'
import type { Bilingual, Diagnostic } from '../../diagnostic/diagnostic.ts'
import { daysBetween } from '../../model/days.ts'
import type { Network, Waiver } from '../../model/network.ts'
import { yearRupiah } from '../../money/budget-share.ts'
import { permitRentRupiah } from '../../money/permit-rent.ts'
import { coveringWaivers } from '../../rules/waivers.ts'
import { locate } from '../../source/locate.ts'
import { findingIds } from './finding-ids.ts'

/**
 * What stands at the front of the page, as plain JSON: the build computes it, so that a page shows it before it has
 * compiled anything, and the page computes it again.
 */
export interface Overview {
  readonly errors: number
  /** Warnings that nobody has accepted. */
  readonly open: number
  readonly accepted: number
  readonly figures: readonly (readonly [kind: FigureKind, count: number])[]
  readonly year: number
  /** What contracts, permits and leases cost in the year of the day, with PPN. */
  readonly yearRupiah: number
  /** The first open findings as `check` sorts them. */
  readonly findings: readonly OverviewFinding[]
  /** Decisions by which most findings are accepted. */
  readonly decisions: readonly Decision[]
  /** Contracts whose last day lies in the quarter of the day. */
  readonly endings: readonly {
    readonly id: string
    readonly title: string
    readonly to: string
    readonly left: number
  }[]
}

type FigureKind = 'site' | 'tenant' | 'router' | 'route' | 'circuit' | 'cable' | 'structure' | 'contract'

interface OverviewFinding {
  readonly id: string
  readonly code: string
  readonly severity: Diagnostic['severity']
  readonly message: Bilingual
  readonly file: string
  readonly line: number
}

interface Decision {
  readonly waiver: string
  /** Findings that it accepts. */
  readonly count: number
  readonly reason: string
  readonly decidedBy: string
  readonly until: string
  readonly left: number
}

interface Compiled {
  readonly network: Network
  readonly diagnostics: readonly Diagnostic[]
  readonly waived: readonly Diagnostic[]
  readonly asOf: string
}

const mostFindings = 8
const mostDecisions = 5

export function overviewOf(compiled: Compiled): Overview {
  const { network, diagnostics, waived, asOf } = compiled
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const year = Number(asOf.slice(0, 4))
  return {
    errors,
    open: diagnostics.length - errors,
    accepted: waived.length,
    figures: [
      ['site', network.sites.size],
      ['tenant', network.tenants.size],
      ['router', network.routers.size],
      ['route', network.routes.size],
      ['circuit', network.circuits.size],
      ['cable', network.cables.size],
      ['structure', network.structures.size],
      ['contract', network.contracts.size],
    ],
    year,
    yearRupiah: yearRupiah(network, year) + permitRentRupiah(network, year),
    findings: firstFindings(diagnostics),
    decisions: decisionsOf(compiled),
    endings: contractsOfQuarter(network, asOf).map(({ contract: { id, declared, period }, left }) => ({
      id,
      title: declared.title,
      to: period.to,
      left,
    })),
  }
}

function firstFindings(diagnostics: readonly Diagnostic[]): OverviewFinding[] {
  const first = diagnostics.slice(0, mostFindings)
  return findingIds(first).flatMap((id, i) => {
    const found = first[i]
    if (found === undefined) return []
    const { code, severity, message, at } = found
    return [{ id, code, severity, message, file: at.source.path, line: locate(at).line }]
  })
}

function decisionsOf({ network, waived, asOf }: Compiled): Decision[] {
  const counts = new Map<Waiver, number>()
  for (const finding of waived) {
    const [waiver] = coveringWaivers(network, finding, asOf)
    if (waiver !== undefined) counts.set(waiver, (counts.get(waiver) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostDecisions)
    .map(
      ([
        {
          id,
          declared: { reason, decidedBy, until },
        },
        count,
      ]) => ({
        waiver: id,
        count,
        reason,
        decidedBy,
        until,
        left: daysBetween(asOf, until),
      }),
    )
}
