import { loginHabits, radiusHabits } from '../../../intent/decided.ts'
import type { Intent, Management } from '../../../intent/intent.ts'
import { addressText } from '../../../model/ip.ts'
import { junosSecret } from '../text.ts'
import { line, Quoted, type Line, type SecretPart } from '../../text/line.ts'
import { places } from './names.ts'

const readOnlyClass = 'noc-read'

/** Who may come from where is said by the filter of the loopback; here is what runs, and for whom. */
export function management(intent: Intent): Line[] {
  return [...accounts(intent.management), ...radius(intent), ...hardening()]
}

/**
 * The store holds passwords as they are, and Junos keeps their hash: this word takes the one and makes the other.
 * Without a password of root Junos commits nothing; root may not log in over the network.
 */
function accounts({ breakGlass, readOnly }: Management): Line[] {
  const group = line([], 'read-only-group')
  return [
    line(
      breakGlass.from,
    )`set system root-authentication plain-text-password-value "${secret(breakGlass.password.secret)}"`,
    group`set system login class ${readOnlyClass} idle-timeout ${loginHabits.idleMinutes}`,
    ...['view', 'view-configuration', 'network'].map(
      permission => group`set system login class ${readOnlyClass} permissions ${permission}`,
    ),
    ...account(breakGlass, 'super-user'),
    ...account(readOnly, readOnlyClass),
  ]
}

function account({ user, password, from }: Management['breakGlass'], role: string): Line[] {
  const write = line(from)
  return [
    write`set system login user ${user} class ${role}`,
    write`set system login user ${user} authentication plain-text-password-value "${secret(password.secret)}"`,
  ]
}

/** Who is known to the server alone has the class of the user `remote`. */
function radius({ management: { radius, readOnly }, loopback }: Intent): Line[] {
  if (radius === undefined) return []
  const server = addressText(radius.server)
  const write = line(radius.from)
  const aaa = line([], 'aaa')
  return [
    write`set system radius-server ${server} secret "${secret(radius.secret.secret)}"`,
    write`set system radius-server ${server} timeout ${radiusHabits.timeoutSeconds}`,
    line(
      places(radius.from, loopback.from),
    )`set system radius-server ${server} source-address ${addressText(loopback.v4)}`,
    aaa`set system authentication-order radius`,
    aaa`set system authentication-order password`,
    ...(readOnly.user === 'remote' ? [] : [aaa`set system login user remote class ${readOnlyClass}`]),
    aaa`set system accounting events login`,
    aaa`set system accounting events change-log`,
    aaa`set system accounting destination radius`,
  ]
}

function hardening(): Line[] {
  return [
    'system services ssh root-login deny',
    'system services ssh protocol-version v2',
    `system services ssh connection-limit ${loginHabits.sessions}`,
    `system services ssh rate-limit ${loginHabits.sessionsPerMinute}`,
    'system services ssh ciphers aes256-gcm@openssh.com',
    'system services ssh ciphers aes256-ctr',
    `system services ssh client-alive-interval ${loginHabits.aliveSeconds}`,
    `system services ssh client-alive-count-max ${loginHabits.aliveFailures}`,
    `system login retry-options tries-before-disconnect ${loginHabits.tries}`,
    `system login retry-options backoff-threshold ${loginHabits.slowAfter}`,
    `system login retry-options lockout-period ${loginHabits.lockMinutes}`,
    'system ports console log-out-on-disconnect',
    'system no-redirects',
    'system no-redirects-ipv6',
    'system no-ping-record-route',
    'system no-ping-time-stamp',
    'system no-multicast-echo',
    'system internet-options tcp-drop-synfin-set',
    'system internet-options no-source-quench',
    'security alg h323 disable',
    'security alg mgcp disable',
    'security alg rtsp disable',
    'security alg sccp disable',
    'security alg sip disable',
    'security alg msrpc disable',
    'security alg sunrpc disable',
  ].map(words => line([], 'hardening')`set ${new Quoted(words)}`)
}

function secret(name: string): SecretPart {
  return { secret: name, encode: junosSecret }
}
