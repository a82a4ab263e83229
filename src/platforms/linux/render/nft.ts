import type { Intent } from '../../../intent/intent.ts'
import { line, type Line } from '../../text/line.ts'
import { fileHeader } from './header.ts'
import { nftChain } from './nft-chain.ts'
import { filterLines, sourceLines, untrackedLines } from './nft-filter.ts'
import { setLines } from './nft-set.ts'
import { classLines, clampLines, translationLines } from './nft-mangle.ts'

/** `nftables.conf`: one table for both families; loading it replaces the whole ruleset in one step. */
export function nftablesConf(intent: Intent): Line[] {
  const { filter } = intent
  const frame = line([], 'structure')
  return [
    frame`#!/usr/sbin/nft -f`,
    ...fileHeader(intent, '#', { target: '/etc/nftables.conf', mode: '-m 755', reload: 'nft -f /etc/nftables.conf' }),
    frame`flush ruleset`,
    frame`table inet serat {`,
    ...setLines(filter),
    ...nftChain('sources', 'type filter hook prerouting priority raw; policy accept;', 'source-check', [
      ...untrackedLines(filter.input),
      ...sourceLines(filter.sourceChecks),
    ]),
    ...nftChain(
      'untracked',
      'type filter hook output priority raw; policy accept;',
      'neighbour-discovery',
      untrackedLines(filter.input),
    ),
    ...nftChain('input', 'type filter hook input priority filter; policy drop;', 'default-deny', [
      ...ownTraffic(),
      ...filterLines(filter.input, filter),
    ]),
    ...nftChain(
      'forward',
      'type filter hook forward priority filter; policy drop;',
      'default-deny',
      filterLines(filter.forward, filter),
    ),
    ...nftChain(
      'clamp',
      'type filter hook forward priority mangle; policy accept;',
      'structure',
      clampLines(intent.tunnels),
    ),
    ...nftChain(
      'classes',
      'type filter hook postrouting priority mangle; policy accept;',
      'structure',
      classLines(intent.shapers),
    ),
    ...nftChain(
      'translate',
      'type nat hook postrouting priority srcnat; policy accept;',
      'structure',
      translationLines(intent),
    ),
    frame`}`,
  ]
}

/** What the kernel asks of every host: its own loopback. */
function ownTraffic(): Line[] {
  return [line([], 'own-traffic')`    iifname "lo" accept`]
}
