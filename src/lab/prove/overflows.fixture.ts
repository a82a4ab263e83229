import { hostsNamespace } from '../boot/blueprint.ts'
import type { Running } from '../boot/running.ts'

/** Packets that the process of the hosts was too late for since the lab is up: its own loss, none of the network's. */
export async function overflows({ runner, namespace }: Running): Promise<number> {
  const text = await runner.run('ip', 'netns', 'exec', namespace(hostsNamespace), 'cat', '/proc/net/snmp')
  const [names = [], values = []] = text
    .split('\n')
    .filter(line => line.startsWith('Udp:'))
    .map(line => line.split(' '))
  return Number(values[names.indexOf('RcvbufErrors')] ?? 0)
}
