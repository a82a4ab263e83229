import type { Command } from '../../platforms/routeros/script/commands.ts'
import { isSecretArgument } from '../running/secrets.ts'
import { isUnread, unread, type Cell, type Remark, type Row, type Table, type Told, type Unread } from '../table.ts'
import { decoded } from './encoding.ts'

/**
 * Menus whose items are facts that an inventory has a place for, or that its people want to see, by the table that they
 * become.
 */
const wanted: readonly (readonly [RegExp, string])[] = [
  [/^\/(ip|ipv6) address$/, 'addresses'],
  [
    /^\/interface (wireguard|wireguard peers|gre|eoip|ipip|l2tp-client|pptp-client|sstp-client|ovpn-client|vxlan)$/,
    'tunnels',
  ],
  [
    /^\/routing (bgp (connection|peer|instance)|ospf (interface-template|interface|network|neighbor|instance))$/,
    'neighbours',
  ],
]

/**
 * An `/export` of RouterOS 6 or 7 as tables: the router, its addresses with their VLAN, its tunnels, its neighbours.
 * Secrets are not read.
 */
export async function readRouterosExport(file: string, bytes: Uint8Array): Promise<Told | Unread> {
  const known = decoded(bytes)
  if (isUnread(known)) return known
  const { commandsOf } = await import('../../platforms/routeros/script/commands.ts')
  const commands = commandsOf(known.text.replace(/^\ufeff/, ''))
  if (!commands.some(({ menu }) => menu.startsWith('/')))
    return unread('ini bukan ekspor RouterOS', 'this is no export of RouterOS')
  const identity = commands.findLast(({ menu, values }) => menu === '/system identity' && values.has('name'))
  const name = identity?.values.get('name') ?? file.replace(/\.[^.]*$/, '')
  const remarks: Remark[] = []
  if (identity === undefined)
    remarks.push({
      at: { file },
      certainty: 'guessed',
      why: {
        id: 'ekspor tanpa identity; dinamai menurut berkasnya',
        en: 'an export without an identity; named as its file',
      },
    })
  const vlans = vlansIn(commands)
  const tables = new Map<string, Row[]>([['site', [siteRow(file, name, identity?.line ?? 1, known.text)]]])
  for (const command of commands) {
    const sheet = wanted.find(([menu]) => menu.test(command.menu))?.[1]
    if (sheet === undefined || command.verb !== 'add') continue
    const rows = tables.get(sheet) ?? []
    rows.push(rowOf(file, sheet, name, command, vlans))
    tables.set(sheet, rows)
  }
  for (const { line, faults } of commands)
    if (faults.length > 0)
      remarks.push({
        at: { file, row: line, unit: 'line' },
        certainty: 'left-out',
        why: { id: 'baris ini tidak terbaca', en: 'this line cannot be read' },
      })
  return { tables: [...tables].map(([sheet, rows]) => tableOf(file, sheet, rows)), remarks }
}

function tableOf(file: string, sheet: string, rows: readonly Row[]): Table {
  return { file, sheet, columns: [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))], rows }
}

/** `# model = RB5009UG+S+IN`, `# serial number = …`, `by RouterOS 7.20.6`: what an export says above its first menu. */
function siteRow(file: string, name: string, line: number, text: string): Row {
  const head = text.slice(0, 2000)
  const cells = new Map<string, Cell>([['name', name]])
  const said = (column: string, pattern: RegExp): void => {
    const found = pattern.exec(head)?.[1]?.trim()
    if (found !== undefined && found !== '') cells.set(column, found)
  }
  said('model', /^# model = *(.+)$/m)
  said('serial number', /^# serial number = *(.+)$/m)
  said('version', /by RouterOS ([\w.]+)/)
  return { at: { file, sheet: 'site', row: line, unit: 'line', name }, cells }
}

/** VLAN of each interface by its name, as `/interface vlan` makes them. */
function vlansIn(commands: readonly Command[]): ReadonlyMap<string, string> {
  return new Map(
    commands
      .filter(({ menu, verb }) => menu === '/interface vlan' && verb === 'add')
      .map(({ values }) => [values.get('name') ?? '', values.get('vlan-id') ?? '']),
  )
}

function maskLength(mask: string): number | undefined {
  const bits = mask
    .split('.')
    .map(part => Number(part).toString(2).padStart(8, '0'))
    .join('')
  return /^1*0*$/.test(bits) && bits.length === 32 ? bits.lastIndexOf('1') + 1 : undefined
}

function rowOf(
  file: string,
  sheet: string,
  site: string,
  { menu, line, values, flags }: Command,
  vlans: ReadonlyMap<string, string>,
): Row {
  const cells = new Map<string, Cell>([
    ['site', site],
    ['menu', menu],
  ])
  for (const [key, value] of values) if (!isSecretArgument(key) && value !== '') cells.set(key, value)
  // Version 6 may write the length of an address beside it.
  const address = values.get('address')
  const length = maskLength(values.get('netmask') ?? '')
  if (address !== undefined && !address.includes('/') && length !== undefined)
    cells.set('address', `${address}/${length}`)
  const vlan = vlans.get(values.get('interface') ?? '')
  if (vlan !== undefined && sheet === 'addresses') cells.set('vlan id', vlan)
  for (const flag of flags) if (/^!?[a-z0-9.-]{1,40}$/.test(flag)) cells.set(flag, 'yes')
  return { at: { file, sheet, row: line, unit: 'line' }, cells }
}
