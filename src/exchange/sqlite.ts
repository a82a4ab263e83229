import type { Database } from 'sql.js'

/**
 * A database in memory: an empty one, or that of a file's bytes. Only imports and exports of GeoPackages load the
 * library.
 */
export async function databaseOf(bytes?: Uint8Array): Promise<Database> {
  const { default: initSqlJs } = await import('sql.js/dist/sql-wasm-inline.js')
  const { Database } = await initSqlJs()
  return new Database(bytes)
}

/** A name of a table or column in a statement, whatever signs it holds. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
