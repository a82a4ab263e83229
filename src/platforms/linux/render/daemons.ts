import type { Intent } from '../../../intent/intent.ts'
import { line, type Line } from '../../text/line.ts'

/** `daemons` for `/etc/frr/`: what frr.conf needs and nothing else; zebra and staticd always run. */
export function frrDaemons(intent: Intent): Line[] {
  const bfd = intent.fibre.length > 0 || (intent.bgp?.neighbors ?? []).some(neighbor => neighbor.bfd !== undefined)
  const ospf = intent.ospf === undefined ? [] : [line([], 'structure')`ospfd=yes`, line([], 'structure')`ospf6d=yes`]
  return [
    ...ospf,
    ...(intent.bgp === undefined ? [] : [line([], 'structure')`bgpd=yes`]),
    ...(bfd ? [line([], 'fast-failure')`bfdd=yes`] : []),
    line([], 'structure')`vtysh_enable=yes`,
    ...['zebra', 'staticd', 'ospfd', 'bgpd', 'bfdd'].map(name => line([], 'hardening')`${name}_options="-A 127.0.0.1"`),
    line([], 'hardening')`ospf6d_options="-A ::1"`,
  ]
}
