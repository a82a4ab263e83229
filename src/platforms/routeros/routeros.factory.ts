import type { RouterModel } from '../../model/platform.ts'
import { commandsOf } from './script/commands.ts'
import { applyAll, nothing, type Configuration } from './script/configuration.ts'

/**
 * For tests: what a router holds that was reset without the vendor's defaults (his pages on reset, services, users and
 * MAC server).
 */
export function factoryOf({ ports }: RouterModel): Configuration {
  return applyAll(nothing, commandsOf([everywhere, ...ports.map(port)].join('\n'))).configuration
}

function port({ name }: RouterModel['ports'][number]): string {
  return `/interface ethernet add default-name=${name} name=${name}`
}

const everywhere = `
/user group add name=full
/user group add name=read
/user group add name=write
/user add name=admin group=full
/ip service
add name=telnet
add name=ftp
add name=www
add name=ssh
add name=www-ssl disabled=yes
add name=api
add name=winbox
add name=api-ssl
/interface list add name=all
/interface list add name=none
/interface list add name=dynamic
/interface list add name=static
/tool mac-server set allowed-interface-list=all
/tool mac-server mac-winbox set allowed-interface-list=all
/tool mac-server ping set enabled=yes
/tool bandwidth-server set enabled=yes
/tool romon set enabled=no
/ip neighbor discovery-settings set discover-interface-list=static
/ipv6 nd add interface=all default=yes
/snmp community add name=public default=yes
/system identity set name=MikroTik
`
