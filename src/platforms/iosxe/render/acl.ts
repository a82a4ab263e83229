import type { From } from '../../../intent/intent.ts'
import type { PracticeId } from '../../../intent/practice.ts'
import { addressText, maskText, networkOf, prefixText, widthOf, type Family, type Prefix } from '../../../model/ip.ts'
import { block } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'

/** One entry of an access list. */
export interface Entry {
  readonly action: 'permit' | 'deny'
  readonly protocol: string
  readonly source: Prefix | undefined
  readonly sourcePort?: number
  readonly destination: Prefix | undefined
  /** Ports, or a kind of ICMP. */
  readonly rest?: string
  readonly from: From
  readonly practice?: PracticeId
}

/**
 * An extended list of either family; each has a namespace of its own nowhere, so that the family is part of the name.
 */
export function accessList(
  name: string,
  family: Family,
  write: ReturnType<typeof line>,
  entries: readonly Entry[],
): Line[] {
  return block(
    family === 4 ? write`ip access-list extended ${name}` : write`ipv6 access-list ${name}`,
    entries.map(entry => entryLine(entry, family)),
  )
}

function entryLine(
  { action, protocol, source, sourcePort, destination, rest, from, practice }: Entry,
  family: Family,
): Line {
  const words = [
    action,
    protocol,
    addressWords(source, family),
    ...(sourcePort === undefined ? [] : ['eq', String(sourcePort)]),
    addressWords(destination, family),
    ...(rest === undefined ? [] : [rest]),
  ]
  return line(from, practice)`${new Quoted(words.join(' '))}`
}

/** Access lists know wildcards in IPv4 and lengths in IPv6. */
function addressWords(prefix: Prefix | undefined, family: Family): string {
  if (prefix === undefined || prefix.length === 0) return 'any'
  if (prefix.length === widthOf(family)) return `host ${addressText(prefix)}`
  return family === 4
    ? `${addressText(networkOf(prefix))} ${wildcardText(prefix.length)}`
    : prefixText(networkOf(prefix))
}

/** `0.0.0.255` for a length of 24. */
export function wildcardText(length: number): string {
  return addressText({ family: 4, bits: 0xffff_ffffn >> BigInt(length) })
}

/** `10.0.0.0 255.255.255.0`: routes and interfaces know masks. */
export function masked(prefix: Prefix): Quoted {
  return new Quoted(`${addressText(prefix)} ${maskText(prefix.length)}`)
}

/** The word that stands for IP of a family in an access list. */
export function ipWord(family: Family): string {
  return family === 4 ? 'ip' : 'ipv6'
}
