import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Network, Waiver } from '../model/network.ts'
import { mayHide } from './missing.ts'
import { diagnosticOfUnused } from './waiver/waiver-unused.ts'

interface Waived {
  readonly kept: readonly Diagnostic[]
  readonly waived: readonly Diagnostic[]
  /** About waivers that cover nothing. */
  readonly findings: readonly Diagnostic[]
}

/**
 * Takes the warnings out that somebody has accepted. Errors cannot be waived, and a waiver that has ended covers
 * nothing.
 */
export function applyWaivers(network: Network, diagnostics: readonly Diagnostic[], asOf: string): Waived {
  const byCode = Map.groupBy(
    [...network.waivers.values()].filter(waiver => isInForce(waiver, asOf)),
    ({ declared }) => declared.code,
  )
  const used = new Set<Waiver>()
  const kept: Diagnostic[] = []
  const waived: Diagnostic[] = []
  // What a waiver that could not be loaded covers is not known: warnings wait until it can be read.
  const held = mayHide(network, 'waiver')
  for (const diagnostic of diagnostics) {
    const covering =
      diagnostic.severity === 'error'
        ? []
        : (byCode.get(diagnostic.code) ?? []).filter(waiver => coversIt(waiver, diagnostic))
    for (const waiver of covering) used.add(waiver)
    if (covering.length > 0 || (held && isRemark(diagnostic))) waived.push(diagnostic)
    else kept.push(diagnostic)
  }
  // Where something could not be loaded, the finding that a waiver waits for may be missing with it.
  const unused =
    network.missing.size > 0
      ? []
      : [...byCode.values()].flat().filter(waiver => !used.has(waiver) && !isOfReview(waiver))
  const errors = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code))
  return { kept, waived, findings: unused.map(waiver => diagnosticOfUnused(waiver, errors.has(waiver.declared.code))) }
}

/** Waivers in force that cover a finding, be it an error: the terms of review are accepted so. */
export function coveringWaivers(network: Network, finding: Diagnostic, asOf: string): Waiver[] {
  return [...network.waivers.values()].filter(
    waiver => waiver.declared.code === finding.code && isInForce(waiver, asOf) && coversIt(waiver, finding),
  )
}

/** It waits for a change, not for a finding of the state. */
function isOfReview({ declared: { code } }: Waiver): boolean {
  return code.startsWith('REV')
}

/** A warning of a rule; those of loading are about the files themselves. */
function isRemark({ severity, code }: Diagnostic): boolean {
  return severity === 'warning' && !code.startsWith('LOD')
}

/** Until its last day, and with a scope: a waiver without one would hide what nobody has looked at. */
function isInForce({ declared: { until, things, under } }: Waiver, asOf: string): boolean {
  return asOf <= until && (things !== undefined || under !== undefined)
}

/** Where both scopes are given, both must hold. */
function coversIt({ declared: { things, under } }: Waiver, { about = [], at }: Diagnostic): boolean {
  return (
    (things === undefined || things.some(thing => namesOne(thing, about))) &&
    (under === undefined || isUnder(at.source.path, under))
  )
}

function namesOne(thing: string, about: readonly string[]): boolean {
  return thing.endsWith(':*') ? about.some(name => name.startsWith(thing.slice(0, -1))) : about.includes(thing)
}

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}
