import type { Row } from './rows.ts'

/** Without users, whose passwords never leave a router. */
export function exportText(
  menus: Iterable<readonly [string, readonly Row[]]>,
  version: string,
  shows: boolean,
): string {
  const lines = [...menus].flatMap(([menu, rows]) =>
    /^\/user( ssh-keys)?$/.test(menu) ? [] : rows.flatMap(row => exportLine(menu, row, shows)),
  )
  return [`# 2026-01-01 00:00:00 by RouterOS ${version}`, ...lines].join('\r\n')
}

const sensitive = /password|secret|-key$|^key$/

/** Menus whose first items the factory made; any other that it filled holds settings. */
const itemMenus = /^\/(interface (ethernet|list)|ip service|snmp community|ipv6 nd|user group)$/

/** A row in the words of an export; none where nothing was set. */
function exportLine(menu: string, row: Row, shows: boolean): string[] {
  const { values, flags, isBuiltIn } = row
  const own = itemMenus.test(menu) ? ['default-name', 'default', 'name'].find(key => values.has(key)) : undefined
  const said = [...values].filter(
    ([key]) =>
      (shows || !sensitive.test(key)) && !(isBuiltIn && (key === own || (own !== undefined && key === 'name'))),
  )
  const words = [...said.map(([key, value]) => `${key}=${quoted(value)}`), ...flags]
  if (!isBuiltIn) return [`${menu} add ${words.join(' ')}`]
  if (words.length === 0) return []
  const target = own === undefined ? '' : `[ find ${own}=${quoted(values.get(own) ?? '')} ] `
  return [`${menu} set ${target}${words.join(' ')}`]
}

function quoted(value: string): string {
  if (/^[A-Za-z0-9_.:/,+@%-]+$/.test(value)) return value
  const bytes = [...Buffer.from(value)].map(byte => {
    const sign = String.fromCharCode(byte)
    if ('"\\$?'.includes(sign)) return `\\${sign}`
    if (sign === '\n') return '\\n'
    if (sign === '\r') return '\\r'
    return byte < 32 || byte > 126 ? `\\${byte.toString(16).toUpperCase().padStart(2, '0')}` : sign
  })
  return `"${bytes.join('')}"`
}
