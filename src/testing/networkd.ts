import { spawnSync } from 'node:child_process'
import type { Namespace } from './namespace.ts'

/**
 * What systemd-networkd says of the units in a folder, as `FILE:LINE: …`: it runs for two seconds in the namespace,
 * with the folder in the place of its own and with files of its own at run time. A kernel that lacks a kind of device
 * is no fault of a unit.
 */
export function networkdComplaints(namespace: Namespace, folder: string): readonly string[] {
  const script = [
    'mount -t tmpfs tmpfs /run/systemd',
    'mkdir -p /run/systemd/netif/links /run/systemd/netif/leases /run/systemd/netif/lldp',
    'chown -R systemd-network:systemd-network /run/systemd/netif',
    'mount --bind "$0" /etc/systemd/network',
    'SYSTEMD_LOG_LEVEL=info SYSTEMD_LOG_TARGET=console timeout 2 /lib/systemd/systemd-networkd',
  ].join('; ')
  const { stdout, stderr } = spawnSync(
    'ip',
    ['netns', 'exec', namespace.name, 'unshare', '--mount', 'sh', '-c', script, folder],
    { encoding: 'utf8' },
  )
  const said = (stdout + stderr).split('\n')
  if (!said.some(text => text.includes('Enumeration completed')))
    throw new Error(`systemd-networkd did not start:\n${said.join('\n')}`)
  return said.flatMap(text => {
    const at = /\/etc\/systemd\/network\/(\S+?:.*)/.exec(text)
    return at?.[1] === undefined ? [] : [at[1]]
  })
}
