import { radiusHabits } from '../../../intent/decided.ts'
import { networkOf, prefixText } from '../../../model/ip.ts'
import type { From, Intent, Management, SecretReference } from '../../../intent/intent.ts'
import { addressText } from '../../../model/ip.ts'
import { line, Quoted, type Line, type SecretPart } from '../../text/line.ts'
import { duration, extended, quote, routerosSecret } from '../text.ts'
import { menu, places } from './menu.ts'

const readOnlyGroup = 'noc_read'

/** The account that a new router has. */
const factoryAccount = 'admin'

/**
 * The new accounts stand before the factory's goes, or nobody could log in. The break-glass account is bound to its
 * sources only where the local way stands (`localWay`): until then who has no console gets in by MAC Telnet, which has
 * no address.
 */
export function accountLines(management: Management): Line[] {
  const { breakGlass, readOnly } = management
  const policy =
    'ssh,read,test,!local,!telnet,!ftp,!reboot,!write,!policy,!winbox,!password,!web,!sniff,!sensitive,!api,!romon,!rest-api'
  const noc = nocText(management)
  return [
    ...menu('/user group', [line([], 'read-only-group')`add name=${readOnlyGroup} policy=${new Quoted(policy)}`]),
    ...menu('/user', [
      account(breakGlass, 'full', line(breakGlass.from)` comment=${quote('when AAA is down')}`),
      account(
        readOnly,
        readOnlyGroup,
        extended(
          noc === undefined ? line(readOnly.from)`` : line(nocFrom(management))` address=${noc}`,
          line(readOnly.from)` comment=${quote('looks, changes nothing')}`,
        ),
      ),
      ...([breakGlass, readOnly].some(({ user }) => user === factoryAccount)
        ? []
        : [line([], 'factory-account')`remove [ find name=${factoryAccount} ]`]),
    ]),
  ]
}

function account({ user, password, from }: Management['breakGlass'], group: string, more: Line): Line {
  const verb = user === factoryAccount ? `set [ find name=${factoryAccount} ]` : `add name=${user}`
  return extended({ ...line(from)`${new Quoted(verb)} group=${group} password="${secret(password)}"` }, more)
}

export function radius({ management: { radius }, loopback }: Intent): Line[] {
  if (radius === undefined) return []
  const { server, secret: key, from } = radius
  return [
    ...menu('/radius', [
      line(
        from,
      )`add address=${addressText(server)} secret="${secret(key)}" service=login src-address=${addressText(loopback.v4)} timeout=${duration(radiusHabits.timeoutSeconds)}`,
    ]),
    ...menu('/user aaa', [line([], 'aaa')`set use-radius=yes accounting=yes default-group=${readOnlyGroup}`]),
  ]
}

/** Where a manager may come from: the NOC, and who stands before the router. */
export function sources(management: Management): string | undefined {
  const local = management.local === undefined ? [] : [prefixText(networkOf(management.local.v4.value))]
  const all = [...management.noc.map(({ prefix }) => prefixText(prefix)), ...local]
  return management.noc.length === 0 ? undefined : all.join(',')
}

function nocText({ noc }: Management): string | undefined {
  return noc.length === 0 ? undefined : noc.map(({ prefix }) => prefixText(prefix)).join(',')
}

export function nocFrom({ noc }: Management): From {
  return places(...noc.map(({ from }) => from))
}

function secret({ secret: name }: SecretReference): SecretPart {
  return { secret: name, encode: routerosSecret }
}
