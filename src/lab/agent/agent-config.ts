import { addressText } from '../../model/ip.ts'
import type { Blueprint } from '../boot/blueprint.ts'

/** What the process that stands for every host has to know. */
export interface AgentConfig {
  readonly socket: string
  /** Addresses at which probes are answered: those of the internet. */
  readonly answering: readonly string[]
}

export const probePort = 40_001
export const controlPort = 40_003
export const streamPort = 40_005

export function agentConfig({ hosts, watchdogs }: Blueprint, socket: string): AgentConfig {
  const internet = hosts
    .filter(({ id }) => id === 'internet')
    .flatMap(({ v4, v6 }) => [addressText(v4), addressText(v6)])
  return { socket, answering: [...new Set([...internet, ...watchdogs.map(({ probe }) => probe)])] }
}

/**
 * One packet from a host's address to another, by a fresh port, so that no router takes it for a part of an older
 * conversation.
 */
export interface Probe {
  readonly id: number
  readonly from: string
  readonly to: string
  readonly port: number
}

export interface Arrival {
  readonly id: number
  readonly arrived: boolean
  /** Source address that the receiver saw. */
  readonly source: string | undefined
  /** Whether an answer came back to the very port that the packet was sent from. */
  readonly answered: boolean
}

/** A steady stream of packets, by which gaps are measured. */
export interface Flow {
  readonly id: number
  readonly from: string
  readonly to: string
}

export interface Gap {
  readonly id: number
  /** Packets sent since the mark that have not arrived, without those that are still young. */
  readonly lost: number
  /** Longest time without an arrival since the mark, in milliseconds. */
  readonly longestMs: number
  /** Time since the last arrival. */
  readonly silentMs: number
}

/** A packet that another program sends, out of a router's namespace. */
export interface Sent {
  /** What the receiver knows it by. */
  readonly name: string
  readonly from: string
  readonly fromPort: number
  readonly to: string
  readonly port: number
}

export type Request =
  | { readonly ask: 'probe'; readonly probes: readonly Probe[]; readonly waitMs: number }
  | { readonly ask: 'stream'; readonly flows: readonly Flow[]; readonly everyMs: number }
  | { readonly ask: 'mark' }
  | { readonly ask: 'gaps' }
  /** Packets of these names are waited for, until it is asked what arrived. */
  | { readonly ask: 'expect'; readonly names: readonly string[] }
  | { readonly ask: 'arrived' }
