import { overSsh, quoted, type Answer } from './ssh.ts'
import type { SshSettings } from './ssh-settings.ts'
import { addressOf, type Unit } from './target.ts'

/** Where a file of a router's folder belongs; as the script that changes a router has it. */
const places: readonly (readonly [RegExp, string])[] = [
  [/^daemons$/, '/etc/frr/daemons'],
  [/^sysctl\.conf$/, '/etc/sysctl.d/60-serat.conf'],
  [/^(networkd\.conf\.d\/.+)$/, '/etc/systemd/$1'],
  [/^systemd\/(.+)$/, '/etc/systemd/system/$1'],
  [/^networkd\/(.+)$/, '/etc/systemd/network/$1'],
]

/**
 * Reads a router: nothing is written there and no secret goes there. An account that may only look is enough
 * (`serat:ssh.readUser`); what it may not see stands in the section `unread`.
 */
export async function readRouter(settings: SshSettings, unit: Unit): Promise<Answer> {
  const { readUser, readBecome, become, user } = settings
  const prefix = readBecome ?? (readUser === undefined ? become : undefined)
  const script = [
    'set -u',
    'PATH=/usr/sbin:/usr/bin:/sbin:/bin',
    `become=${quoted(prefix ?? '')}`,
    // Root needs no namespace of users, and may not be allowed one.
    'if [ "$(id -u)" = 0 ]; then own=-n; else own=-rn; fi',
    'section() { printf -- \'--serat-section %s\\n\' "$1"; }',
    'unread() { section unread; printf \'%s\\n\' "$1"; }',
    ...[...unit.files].flatMap(([file, { text }]) => readingOf(file, text)),
    'section end',
    '',
  ]
  const { become: _, ...plain } = settings
  return overSsh({ ...plain, user: readUser ?? user }, addressOf(unit), 'sh -s', Buffer.from(script.join('\n')))
}

function readingOf(file: string, text: string): string[] {
  const name = quoted(file)
  if (file === 'frr.conf')
    return [
      `if running=$($become vtysh -c 'show running-config' 2>/dev/null) && [ -n "$running" ]; ` +
        `then section ${name}; printf '%s\\n' "$running"; else unread ${name}; fi`,
    ]
  if (file === 'nftables.conf') return readingOfFilter(name, text)
  const [pattern, to] = places.find(([each]) => each.test(file)) ?? []
  if (pattern === undefined || to === undefined) return [`unread ${name}`]
  const at = quoted(file.replace(pattern, to))
  return [
    `if [ -e ${at} ] || $become test -e ${at} 2>/dev/null; then if $become test -r ${at} 2>/dev/null; ` +
      `then section ${name}; $become cat ${at}; else unread ${name}; fi; fi`,
  ]
}

/**
 * The router's own nft writes down what runs and what is declared, in one hand; the latter in a namespace that is
 * nobody's.
 */
function readingOfFilter(name: string, text: string): string[] {
  return [
    'if running=$($become nft -s list ruleset 2>/dev/null) ' +
      `&& declared=$(unshare "$own" sh -c 'nft -f /dev/stdin && nft -s list ruleset' 2>/dev/null << 'serat-end'`,
    text.replace(/\n$/, ''),
    'serat-end',
    `); then section 'nft running'; printf '%s\\n' "$running"; section 'nft declared'; printf '%s\\n' "$declared"; else unread ${name}; fi`,
  ]
}
