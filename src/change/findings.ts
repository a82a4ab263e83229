import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { NameAfter } from './renames.ts'
import type { FindingChanges, Sides, State } from './parts.ts'

/**
 * Findings are the same where they have one code and are about the same things: lines and figures may differ. Of a side
 * that did not load whole nobody knows what is gone, or was there before: only errors count as new.
 */
export function compareFindings(
  { before, after }: Sides<State>,
  isWhole: Sides<boolean>,
  nameAfter: NameAfter,
): FindingChanges {
  const [kept, waived] = [bag(before.diagnostics, nameAfter), bag(before.waived, nameAfter)]
  const appeared: Diagnostic[] = []
  const [nowWaived, unwaived]: [Diagnostic[], Diagnostic[]] = [[], []]
  for (const finding of after.diagnostics) {
    if (take(kept, finding)) continue
    if (take(waived, finding)) unwaived.push(finding)
    else if (isWhole.before || finding.severity === 'error') appeared.push(finding)
  }
  const unused = bag([...waived.values()].flat(), nameAfter)
  const acceptedNew: Diagnostic[] = []
  for (const finding of after.waived) {
    if (take(unused, finding)) continue
    if (take(kept, finding)) nowWaived.push(finding)
    else if (isWhole.before && isWhole.after) acceptedNew.push(finding)
  }
  return {
    appeared,
    gone: isWhole.after ? [...kept.values()].flat() : [],
    acceptedNew,
    waived: nowWaived,
    unwaived,
    accepted:
      isWhole.before && isWhole.after ? { before: before.waived.length, after: after.waived.length } : undefined,
  }
}

type Bag = Map<string, Diagnostic[]>

function bag(findings: readonly Diagnostic[], nameAfter: NameAfter): Bag {
  return Map.groupBy(findings, finding => identityOf(finding, nameAfter))
}

function take(from: Bag, finding: Diagnostic): boolean {
  return from.get(identityOf(finding))?.shift() !== undefined
}

function identityOf({ code, about, message, at }: Diagnostic, nameAfter: NameAfter = name => name): string {
  return about === undefined || about.length === 0
    ? `${code} ${at.source.path} ${message.en}`
    : `${code} ${about.map(nameAfter).join(' ')}`
}
