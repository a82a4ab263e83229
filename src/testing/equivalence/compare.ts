import type { Intent } from '../../intent/intent.ts'
import { prefixText } from '../../model/ip.ts'
import { remembered } from '../../source/remembered.ts'
import { doorsOf, factExceptions, probeExceptions, refusedTunnels } from './exceptions.ts'
import { factsOf } from './intent/facts.ts'
import { judgeOf } from './intent/filter.ts'
import { begun, type Judge, type Meaning, type Packet } from '../../platforms/reading/meaning.ts'
import type { PlatformId } from '../../platforms/reading/folder.ts'
import { probesOf, probeText } from './probes.ts'

export interface Comparison {
  /** What differs and no exception names. */
  readonly differences: readonly string[]
  readonly facts: number
  readonly probes: number
  /** How often each exception was needed. */
  readonly excepted: ReadonlyMap<string, number>
}

/** Packets of an intent with what it wants of each; made once, since every text is put to the same ones. */
export interface Questions {
  readonly intent: Intent
  readonly packets: readonly {
    readonly packet: Packet
    readonly wanted: ReturnType<Judge>
    /** How fast they may come. */
    readonly cap: string | undefined
  }[]
}

/**
 * A packet of a connection is a question only where such a connection can have begun; one with the router itself may
 * have begun over another link of the backbone.
 */
export function questionsOf(intent: Intent): Questions {
  const { judge, capOf } = judgeOf(intent)
  const backbone = [...intent.fibre.map(({ v4 }) => v4), ...intent.tunnels.map(({ v4 }) => v4.value)].map(prefixText)
  const elsewhere = (packet: Packet): readonly string[] =>
    packet.out === undefined && backbone.includes(packet.in) ? backbone.slice(0, 1) : []
  const canBegin = (packet: Packet): boolean =>
    [...begun(packet), ...elsewhere(packet).flatMap(link => begun({ ...packet, in: link }))].some(
      first => judge(first) === 'accept',
    )
  const packets = probesOf(intent).filter(packet => packet.state !== 'established' || canBegin(packet))
  return { intent, packets: packets.map(packet => ({ packet, wanted: judge(packet), cap: capOf(packet) })) }
}

/** A text against its own intent: sentences, answers of the filter, lines that nobody understood. */
export function compare(platform: PlatformId, questions: Questions, meaning: Meaning): Comparison {
  const excepted = new Map<string, number>()
  const count = (id: string): void => void excepted.set(id, (excepted.get(id) ?? 0) + 1)
  const { intent, packets } = questions
  const refused = platform === 'iosxe' || platform === 'junos' ? refusedTunnels(intent) : []
  const isRefused = (fact: string): boolean =>
    refused.some(key => fact.startsWith(`tunnel ${key} `) && count('RTE003') === undefined)
  const wanted = new Set(
    [...factsOf(intent)]
      .filter(fact => !isRefused(fact))
      .flatMap(fact => expected(platform, intent, fact, count) ?? []),
  )
  const said = new Set([...meaning.facts].filter(fact => !isRefused(fact)))
  return {
    differences: [
      ...meaning.unread.map(line => `not understood: ${line}`),
      ...[...wanted].filter(fact => !said.has(fact)).map(fact => `not said: ${fact}`),
      ...[...said].filter(fact => !wanted.has(fact)).map(fact => `said: ${fact}`),
      ...packets.flatMap(({ packet, wanted: verdict }) =>
        meaning.judge(packet) === verdict || isExcepted(platform, intent, packet, verdict, count)
          ? []
          : [`filter: ${probeText(packet)} is not ${verdict}`],
      ),
      ...packets
        .filter(
          ({ packet, wanted: verdict }) =>
            packet.protocol === 'icmp' && packet.out === undefined && verdict === 'accept',
        )
        .filter(({ packet, cap }) => meaning.capOf(packet) !== cap)
        .map(
          ({ packet, cap }) =>
            `limit: ${probeText(packet)} is held to ${meaning.capOf(packet) ?? 'nothing'}, not to ${cap ?? 'nothing'}`,
        ),
    ],
    facts: wanted.size,
    probes: packets.length,
    excepted,
  }
}

function expected(platform: PlatformId, intent: Intent, fact: string, count: (id: string) => void): string | undefined {
  let text: string | undefined = fact
  for (const { id, platforms, instead } of factExceptions) {
    if (!platforms.includes(platform)) continue
    const changed: string | undefined = instead(text, intent)
    if (changed !== text) count(id)
    if (changed === undefined) return undefined
    text = changed
  }
  return text
}

const doors = remembered(doorsOf)

function isExcepted(
  platform: PlatformId,
  intent: Intent,
  packet: Packet,
  wanted: 'accept' | 'drop',
  count: (id: string) => void,
): boolean {
  const of = doors(intent)
  const door = (side: string | undefined): ReturnType<typeof of> => of(side === 'in' ? packet.in : packet.out)
  const found = probeExceptions.find(
    ({ platforms, covers }) => platforms.includes(platform) && covers(packet, wanted, door, intent),
  )
  if (found !== undefined) count(found.id)
  return found !== undefined
}
