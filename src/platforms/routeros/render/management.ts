import type { Intent, Management, SecretReference } from '../../../intent/intent.ts'
import { addressText, prefixText } from '../../../model/ip.ts'
import { line, Quoted, type Line, type SecretPart } from '../../text/line.ts'
import { extended, quote, routerosSecret } from '../text.ts'
import { menu, places } from './menu.ts'

const readOnlyGroup = 'noc_read'

/** The account that a new router has. */
const factoryAccount = 'admin'

const unusedServices = ['telnet', 'ftp', 'www', 'www-ssl', 'api', 'api-ssl', 'winbox']

export function management(intent: Intent): Line[] {
  return [...access(intent.management), ...quietServices(), ...accounts(intent.management), ...radius(intent)]
}

/** The filter holds strangers off already; the service asks again. */
function access({ noc }: Management): Line[] {
  const hardening = line([], 'hardening')
  return [
    ...menu('/ip service', [
      ...unusedServices.map(service => hardening`set ${service} disabled=yes`),
      ...(noc.length === 0 ? [] : [line(nocFrom(noc))`set ssh address=${nocText(noc)}`]),
    ]),
    ...menu('/ip ssh', [hardening`set strong-crypto=yes host-key-type=ed25519 forwarding-enabled=no`]),
  ]
}

function quietServices(): Line[] {
  const hardening = line([], 'hardening')
  return [
    ...menu('/ip neighbor discovery-settings', [hardening`set discover-interface-list=none`]),
    ...menu('/tool mac-server', [hardening`set allowed-interface-list=none`]),
    ...menu('/tool mac-server mac-winbox', [hardening`set allowed-interface-list=none`]),
    ...menu('/tool mac-server ping', [hardening`set enabled=no`]),
    ...menu('/tool bandwidth-server', [hardening`set enabled=no`]),
    ...menu('/tool romon', [hardening`set enabled=no`]),
  ]
}

/** The new accounts stand before the factory's goes, or nobody could log in. */
function accounts({ breakGlass, readOnly, noc }: Management): Line[] {
  const policy =
    'ssh,read,test,!local,!telnet,!ftp,!reboot,!write,!policy,!winbox,!password,!web,!sniff,!sensitive,!api,!romon,!rest-api'
  return [
    ...menu('/user group', [line([], 'read-only-group')`add name=${readOnlyGroup} policy=${new Quoted(policy)}`]),
    ...menu('/user', [
      account(breakGlass, 'full', noc, 'when AAA is down'),
      account(readOnly, readOnlyGroup, noc, 'looks, changes nothing'),
      ...([breakGlass, readOnly].some(({ user }) => user === factoryAccount)
        ? []
        : [line([], 'factory-account')`remove [ find name=${factoryAccount} ]`]),
    ]),
  ]
}

function account(
  { user, password, from }: Management['breakGlass'],
  group: string,
  noc: Management['noc'],
  comment: string,
): Line {
  const verb = user === factoryAccount ? `set [ find name=${factoryAccount} ]` : `add name=${user}`
  const start = line(places(from, nocFrom(noc)))`${new Quoted(verb)} group=${group} password="${secret(password)}"`
  const sources = noc.length === 0 ? line(from)`` : line(from)` address=${nocText(noc)}`
  return extended(extended(start, sources), line(from)` comment=${quote(comment)}`)
}

function radius({ management: { radius }, loopback }: Intent): Line[] {
  if (radius === undefined) return []
  const { server, secret: key, from } = radius
  return [
    ...menu('/radius', [
      line(
        from,
      )`add address=${addressText(server)} secret="${secret(key)}" service=login src-address=${addressText(loopback.v4)} timeout=2s`,
    ]),
    ...menu('/user aaa', [line([], 'aaa')`set use-radius=yes accounting=yes default-group=${readOnlyGroup}`]),
  ]
}

function nocText(noc: Management['noc']): string {
  return noc.map(({ prefix }) => prefixText(prefix)).join(',')
}

function nocFrom(noc: Management['noc']): Management['breakGlass']['from'] {
  return places(...noc.map(({ from }) => from))
}

function secret({ secret: name }: SecretReference): SecretPart {
  return { secret: name, encode: routerosSecret }
}
