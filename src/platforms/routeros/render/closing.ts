import type { Intent, Management } from '../../../intent/intent.ts'
import { prefixText } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { extended, quote } from '../text.ts'
import { accountLines, nocFrom, sources } from './accounts.ts'
import { localRules, root, ruleLines } from './filter.ts'
import { ethernet } from './interfaces.ts'
import { menu, places } from './menu.ts'
import { takeBack, takeBackEvent, takeBackMinutes } from './take-back.ts'

const unusedServices = 'telnet,ftp,www,www-ssl,api,api-ssl,winbox'
/** Comment of the rules that hold everything off while a file is being loaded. */
const lock = 'closed while loading'

/**
 * Stands first: whatever stops the loading later, nothing of the factory's is open, and the load takes itself back. It
 * names no port, since ports come up later than the script.
 */
export function closing(intent: Intent): Line[] {
  const hardening = line([], 'hardening')
  const closed = line([], 'closed-first')
  return [
    ...menu('/ip service', [hardening`set ${unusedServices} disabled=yes`]),
    ...menu('/interface list', intent.management.local === undefined ? [] : [closed`add name=local`]),
    ...([4, 6] as const).flatMap(family =>
      menu(`${root(family)} filter`, [
        ...localRules(intent.filter)
          .filter(rule => rule.family === family)
          .flatMap(rule => ruleLines('input', rule, family)),
        closed`add chain=input action=drop comment=${quote(lock)}`,
        closed`add chain=forward action=drop comment=${quote(lock)}`,
      ]),
    ),
    ...takesBack(intent),
    ...sshSources(intent.management),
    ...menu('/ip ssh', [hardening`set strong-crypto=yes host-key-type=ed25519 forwarding-enabled=no`]),
    ...accountLines(intent.management),
    ...menu('/ip neighbor discovery-settings', [hardening`set discover-interface-list=none`]),
    ...menu('/tool mac-server mac-winbox', [hardening`set allowed-interface-list=none`]),
    ...menu('/tool mac-server ping', [hardening`set enabled=no`]),
    ...menu('/tool bandwidth-server', [hardening`set enabled=no`]),
    ...menu('/ip firewall service-port', [hardening`set [ find ] disabled=yes`]),
    ...menu('/tool romon', [hardening`set enabled=no`]),
    ...quietMac(intent, 'console'),
  ]
}

/**
 * What goes back to the configuration before, unless the NOC says that it reaches the router: a reset erases everything
 * that was armed earlier.
 */
function takesBack({ router }: Intent): Line[] {
  return menu('/system scheduler', [
    line(
      [],
      'takes-itself-back',
    )`add name=${takeBack} start-time=startup interval=${takeBackMinutes}m policy=ftp,reboot,read,write,policy,test,password,sensitive on-event=${quote(takeBackEvent(router))}`,
  ])
}

function sshSources(management: Management): Line[] {
  const from = sources(management)
  return from === undefined
    ? []
    : menu('/ip service', [line(places(nocFrom(management), management.local?.v4.from ?? []))`set ssh address=${from}`])
}

type Standing = 'console' | 'local' | 'noc'

/** The first way in that does not need the factory's MAC server, which asks for no address and stays until then. */
function firstWay({ router, management }: Intent): Standing {
  if (router.model.console === true) return 'console'
  return management.local === undefined ? 'noc' : 'local'
}

function quietMac(intent: Intent, standing: Standing): Line[] {
  if (firstWay(intent) !== standing) return []
  return menu('/tool mac-server', [line([], 'hardening')`set allowed-interface-list=none`])
}

/** The break-glass account is bound to its sources once somebody gets in from one of them. */
function bound(intent: Intent, standing: 'local' | 'noc'): Line[] {
  const { management } = intent
  const from = sources(management)
  if (from === undefined || (firstWay(intent) === 'noc') !== (standing === 'noc')) return []
  const { user, from: places } = management.breakGlass
  return menu('/user', [extended(line(places)`set [ find name=${user} ]`, line(nocFrom(management))` address=${from}`)])
}

/** The way in for who stands before the router. */
export function localWay(intent: Intent): Line[] {
  const {
    management: { local },
    ports,
  } = intent
  return [
    ...(local === undefined
      ? []
      : [
          ...menu('/interface ethernet', ports.filter(({ use }) => use === 'local').map(ethernet)),
          ...menu('/interface list member', [
            line(local.interface.from)`add list=local interface=${local.interface.value}`,
          ]),
          ...menu('/ip address', [
            line(
              places(local.v4.from, local.interface.from),
            )`add address=${prefixText(local.v4.value)} interface=${local.interface.value} comment=${quote('technician on site')}`,
          ]),
        ]),
    ...bound(intent, 'local'),
    ...quietMac(intent, 'local'),
  ]
}

/** Now the filters stand in both chains and families: what held everything off goes. */
export function opened(intent: Intent): Line[] {
  return [
    ...([4, 6] as const).flatMap(family =>
      menu(`${root(family)} filter`, [line([], 'closed-first')`remove [ find comment=${quote(lock)} ]`]),
    ),
    ...bound(intent, 'noc'),
    ...quietMac(intent, 'noc'),
  ]
}
