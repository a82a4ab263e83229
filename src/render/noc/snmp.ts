import type { ReceivePowerTable } from '../../model/platform.ts'
import type { Secret } from '../../model/scalars.ts'
import { routerSecretName } from '../../plan/secret-names.ts'
import { carriersOf } from './prometheus.ts'
import type { Watched, WatchedRouter } from './watched.ts'

/**
 * The state of ports, by name, as SNMP version 3 tells it, and the light that they receive; the user is the network's,
 * its two secrets are each router's own.
 */
export function snmpConfig({ user, authentication, privacy }: SnmpLogin, watched: Watched): object {
  const { routers, lights } = watched
  const carriers = new Set(carriersOf(watched))
  const lightOf = new Map(lights.map(light => [light.router, light]))
  return Object.fromEntries(
    routers.flatMap(router => {
      const { id } = router
      const login = {
        version: 3,
        auth: {
          username: user,
          security_level: 'authPriv',
          auth_protocol: 'SHA',
          priv_protocol: 'AES',
          password: `REPLACE_WITH ${routerSecretName(authentication, id)}`,
          priv_password: `REPLACE_WITH ${routerSecretName(privacy, id)}`,
        },
      }
      const lit = lightOf.get(id)
      return [
        [`serat_${id}`, { ...portStates(router), ...login }],
        ...(carriers.has(router) ? [[`serat_tunnels_${id}`, { ...whatComesIn(router), ...login }]] : []),
        ...(lit === undefined
          ? []
          : [[`serat_light_${lit.platform}_${id}`, { ...receivedPower(lit.table), ...login }]]),
      ]
    }),
  )
}

/** The user of SNMP, and the families of its two secrets. */
export interface SnmpLogin {
  readonly user: string
  readonly authentication: Secret
  readonly privacy: Secret
}

function portStates({ portNameOid }: WatchedRouter): object {
  return {
    walk: ['1.3.6.1.2.1.2.2.1.8', portNameOid],
    metrics: [
      {
        name: 'ifOperStatus',
        oid: '1.3.6.1.2.1.2.2.1.8',
        type: 'gauge',
        help: 'State of a port: 1 up, 2 down (IF-MIB)',
        ...byPort(portNameOid),
      },
    ],
  }
}

/**
 * Octets that came in by each interface, and through which gateways the default leads (ipCidrRouteTable, RFC 2096: of
 * the defaults alone).
 */
function whatComesIn({ portNameOid }: WatchedRouter): object {
  return {
    walk: ['1.3.6.1.2.1.31.1.1.1.6', portNameOid, '1.3.6.1.2.1.4.24.4.1.7.0.0.0.0'],
    metrics: [
      {
        name: 'ifHCInOctets',
        oid: '1.3.6.1.2.1.31.1.1.1.6',
        type: 'counter',
        help: 'Octets that came in by a port (IF-MIB)',
        ...byPort(portNameOid),
      },
      {
        name: 'ipCidrRouteProto',
        oid: '1.3.6.1.2.1.4.24.4.1.7',
        type: 'gauge',
        help: 'How a route became known (IP-FORWARD-MIB)',
        indexes: [
          { labelname: 'destination', type: 'InetAddressIPv4' },
          { labelname: 'mask', type: 'InetAddressIPv4' },
          { labelname: 'tos', type: 'gauge' },
          { labelname: 'gateway', type: 'InetAddressIPv4' },
        ],
      },
    ],
  }
}

function byPort(portNameOid: string): object {
  return {
    indexes: [{ labelname: 'ifIndex', type: 'gauge' }],
    lookups: [{ labels: ['ifIndex'], labelname: 'ifName', oid: portNameOid, type: 'DisplayString' }],
  }
}

function receivedPower({ nameOid, powerOid }: ReceivePowerTable): object {
  return {
    walk: [nameOid, powerOid],
    metrics: [
      {
        name: 'seratReceivePower',
        oid: powerOid,
        type: 'gauge',
        help: 'Power that an optic receives, in the units of its table',
        indexes: [{ labelname: 'row', type: 'gauge' }],
        lookups: [{ labels: ['row'], labelname: 'portName', oid: nameOid, type: 'DisplayString' }],
      },
    ],
  }
}
