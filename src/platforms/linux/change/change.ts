import { createHash } from 'node:crypto'
import { longestCommon } from '../../../text/longest-common.ts'
import { fingerprintLine, stateHolder } from '../render/state.ts'
import type { ChangeScript, RouterSides } from '../../changing/change-script.ts'

const confirmMinutes = 15
const end = 'serat-end-of-lines'

/**
 * A shell script that makes the new files out of those on the router, line by line, and gives them to the agent that
 * deploys: routing, filters and interfaces change together, and go back together unless somebody confirms. It stops,
 * with nothing changed, where a file is not as it was left.
 */
export function changeLinux({ router, before, after }: RouterSides): ChangeScript {
  const [from, to] = [fingerprintIn(before), fingerprintIn(after)]
  const names = [...new Set([...before.keys(), ...after.keys()])].sort()
  const files = names.map(name => ({ name, old: linesOf(before.get(name)), now: linesOf(after.get(name)) }))
  const changes = files.flatMap(file => (file.now === undefined ? [] : [{ ...file, now: file.now }]))
  const commands = files.flatMap(({ name, old, now }) =>
    differing(old ?? [], now ?? []).map(text => `${name}: ${text}`),
  )
  const lines = [
    '#!/bin/sh',
    `# ${router}: ${from} -> ${to}`,
    'set -eu',
    `root=\${SERAT_ROOT:-}`,
    `stop() { echo "serat: $1, nothing is changed" >&2; exit 1; }`,
    `grep -qx '${fingerprintLine(from)}' "$root${placeOf(stateHolder)}" || stop 'made for configuration ${from}'`,
    `[ ! -d "$root/var/lib/serat/pending" ] || stop 'an earlier change waits for its confirmation'`,
    'is() { [ "$(sed "$3" "$root$1" 2>/dev/null | sha256sum | cut -d " " -f 1)" = "$2" ] || stop "$1 is not as it was left"; }',
    ...files.flatMap(({ name, old }) => (old === undefined ? [] : [checkLine(name, old)])),
    'umask 077',
    'work=$(mktemp -d "$root/run/serat.XXXXXX")',
    ...[...new Set(changes.map(({ name }) => folderOf(name)))].map(folder => `mkdir -p "$work/new${folder}"`),
    ...changes.flatMap(({ name, old, now }) => fileLines(name, old, now)),
    'cp "$(dirname "$0")/agent.sh" "$work/agent"',
    `sh "$work/agent" apply ${to} ${confirmMinutes * 60}`,
    'rm -rf "$work"',
  ]
  return {
    file: `${router}.sh`,
    text: lines.map(text => `${text}\n`).join(''),
    commands,
    withoutWay: [],
    needsAgent: true,
    run: [
      {
        id:
          `Salin \`agent.sh\` dan \`${router}.sh\` ke satu folder di router, lalu sebagai root: \`sh ` +
          `${router}.sh\`. Bila router memuat konfigurasi lain, skrip berhenti tanpa mengubah apa pun.`,
        en:
          `Copy \`agent.sh\` and \`${router}.sh\` into one folder on the router, then as root: \`sh ` +
          `${router}.sh\`. Where the router holds another configuration the script stops, and nothing is changed.`,
      },
    ],
    confirm: `sh /var/lib/serat/pending/agent confirm ${to}`,
    confirmMinutes,
    backNow: {
      id: `\`sh /var/lib/serat/pending/agent rollback ${to}\``,
      en: `\`sh /var/lib/serat/pending/agent rollback ${to}\``,
    },
  }
}

/** Where the agent puts a file of a router's folder. */
function placeOf(name: string): string {
  const own: Readonly<Record<string, string>> = {
    'frr.conf': '/etc/frr/frr.conf',
    daemons: '/etc/frr/daemons',
    'nftables.conf': '/etc/nftables.conf',
    [stateHolder]: '/etc/sysctl.d/60-serat.conf',
  }
  const found = own[name]
  if (found !== undefined) return found
  if (name.startsWith('systemd/')) return `/etc/systemd/system/${name.slice('systemd/'.length)}`
  return name.startsWith('networkd/')
    ? `/etc/systemd/network/${name.slice('networkd/'.length)}`
    : `/etc/systemd/${name}`
}

function folderOf(name: string): string {
  return name.includes('/') ? `/${name.slice(0, name.lastIndexOf('/'))}` : ''
}

function linesOf(text: string | undefined): readonly string[] | undefined {
  return text?.replace(/\n$/, '').split('\n')
}

function fingerprintIn(folder: RouterSides['before']): string {
  const last = linesOf(folder.get(stateHolder))?.find(text => text.startsWith(fingerprintLine(''))) ?? ''
  return last.slice(fingerprintLine('').length)
}

const secret = /<secret:/

/** The lines that hold no secret are as they were written: nobody but the router knows the others. */
function checkLine(name: string, lines: readonly string[]): string {
  const open = lines.filter(text => !secret.test(text))
  const hidden = lines.flatMap((text, i) => (secret.test(text) ? [`${i + 1}d`] : []))
  const digest = createHash('sha256')
    .update(open.map(text => `${text}\n`).join(''))
    .digest('hex')
  return `is ${placeOf(name)} ${digest} '${hidden.join(';')}'`
}

/** The new file: what stays from the router's own, which has its secrets in it, and what is new. */
function fileLines(name: string, old: readonly string[] | undefined, now: readonly string[]): string[] {
  const own = `"$root${placeOf(name)}"`
  const target = `"$work/new/${name}"`
  if (old !== undefined && old.join('\n') === now.join('\n')) return [`cp ${own} ${target}`]
  return ['{', ...piecesOf(old ?? [], now).flatMap(piece => pieceLines(piece, own)), `} > ${target}`]
}

/** Lines of the old file, from and to, counted from 1; or new ones. */
type Piece = { readonly from: number; readonly to: number } | { readonly added: readonly string[] }

function pieceLines(piece: Piece, own: string): string[] {
  if ('added' in piece) return [`cat << '${end}'`, ...piece.added, end]
  return [`sed -n '${piece.from},${piece.to}p' ${own}`]
}

function piecesOf(old: readonly string[], now: readonly string[]): Piece[] {
  const common = longestCommon(old, now)
  const kept = [...common.before].sort((a, b) => a - b)
  const pieces: Piece[] = []
  let next = 0
  for (const [i, text] of now.entries()) {
    const last = pieces.at(-1)
    if (!common.after.has(i)) {
      if (last !== undefined && 'added' in last) pieces[pieces.length - 1] = { added: [...last.added, text] }
      else pieces.push({ added: [text] })
      continue
    }
    const at = (kept[next++] ?? 0) + 1
    if (last !== undefined && 'to' in last && last.to === at - 1)
      pieces[pieces.length - 1] = { from: last.from, to: at }
    else pieces.push({ from: at, to: at })
  }
  return pieces
}

/** Lines that come and lines that go. */
function differing(old: readonly string[], now: readonly string[]): string[] {
  const { before, after } = longestCommon(old, now)
  return [
    ...old.filter((_, i) => !before.has(i)).map(text => `- ${text}`),
    ...now.filter((_, i) => !after.has(i)).map(text => `+ ${text}`),
  ]
}
