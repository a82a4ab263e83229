import { createHash } from 'node:crypto'
import { routerSecretName } from '../../plan/secret-names.ts'
import { accessName } from './access-names.ts'
import type { SnmpLogin } from './snmp.ts'
import type { Watched, WatchedRouter } from './watched.ts'
import { carrierItems, carrierTriggers } from './zabbix-carriers.ts'

/**
 * Hosts for Zabbix 6.0, in the form of its export. The two secrets of SNMP are secret macros of each host, which the
 * office sets.
 */
export function zabbixHosts(network: string, login: SnmpLogin, watched: Watched): object {
  const { routers } = watched
  const items = carrierItems(watched)
  const triggers = carrierTriggers(watched)
  const groups = [...new Set(routers.map(({ access }) => groupOf(network, access)))].sort()
  return {
    zabbix_export: {
      version: '6.0',
      groups: groups.map(name => ({ uuid: stableUuid(`${network} ${name}`), name })),
      hosts: routers.map(router => ({ ...hostOf(network, login, router), ...itemsIn(items.get(router.id) ?? []) })),
      ...(triggers.length === 0 ? {} : { triggers }),
    },
  }
}

function itemsIn(items: readonly object[]): object {
  return items.length === 0 ? {} : { items }
}

function groupOf(network: string, access: WatchedRouter['access']): string {
  return `Serat ${network}/${accessName(access)}`
}

function hostOf(
  network: string,
  { user, authentication, privacy }: SnmpLogin,
  { id, address, access, site, circuits, references }: WatchedRouter,
): object {
  return {
    host: id,
    name: id,
    templates: [{ name: 'ICMP Ping' }],
    groups: [{ name: groupOf(network, access) }],
    interfaces: [
      {
        type: 'SNMP',
        ip: address,
        port: '161',
        details: {
          version: 'SNMPV3',
          securityname: user,
          securitylevel: 'AUTHPRIV',
          authprotocol: 'SHA1',
          authpassphrase: '{$SNMP_AUTHENTICATION}',
          privprotocol: 'AES128',
          privpassphrase: '{$SNMP_PRIVACY}',
        },
        interface_ref: 'if1',
      },
    ],
    macros: [
      secretMacro('{$SNMP_AUTHENTICATION}', routerSecretName(authentication, id)),
      secretMacro('{$SNMP_PRIVACY}', routerSecretName(privacy, id)),
    ],
    tags: [
      { tag: 'site', value: site },
      { tag: 'circuits', value: circuits },
      { tag: 'references', value: references },
    ],
    inventory_mode: 'DISABLED',
  }
}

/** A secret macro has no value in an export. */
function secretMacro(macro: string, secret: string): object {
  return { macro, type: 'SECRET_TEXT', description: secret }
}

/**
 * 32 hexadecimal digits in the shape of a random UUID (RFC 9562, 5.4), the same for the same name: a second import
 * meets its own group.
 */
function stableUuid(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex')
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 3) | 8).toString(16)
  return `${digits.slice(0, 12)}4${digits.slice(13, 16)}${variant}${digits.slice(17, 32)}`
}
