import { readFileSync, realpathSync, statSync } from 'node:fs'
import { parse } from 'yaml'
import { insideRepository } from './repository.ts'

/** The secrets of a deployment. */
export interface SecretStore {
  /** Value of a secret by name; undefined where the store has none. */
  readonly of: (name: string) => string | undefined
  readonly all: () => ReadonlyMap<string, string>
}

export interface SecretSettings {
  /** A YAML file outside every repository, readable by its owner only: one `name: value` a line. */
  readonly file: string | undefined
  /** Values from the stack's encrypted configuration, by name. */
  readonly values: Readonly<Record<string, string>>
}

/**
 * The secrets of a deployment, read when the first one is asked for. Throws where the file could be read by others, lies in a
 * repository, or is no map of words; what it says never holds a value.
 */
export function secretStore({ file, values }: SecretSettings): SecretStore {
  let known: ReadonlyMap<string, string> | undefined
  const all = (): ReadonlyMap<string, string> => known ??= new Map([...(file === undefined ? [] : Object.entries(readStore(file))), ...Object.entries(values)])
  return { all, of: name => all().get(name) }
}

function readStore(file: string): Record<string, string> {
  const path = real(file)
  if (insideRepository(path) !== undefined) throw new Error(`secret store ${file} lies in a repository: keep it outside`)
  if ((statSync(path).mode & 0o077) !== 0) throw new Error(`secret store ${file} can be read by others: chmod 600 ${file}`)
  const data = parsed(file, readFileSync(path, 'utf8'))
  if (data === null || typeof data !== 'object' || Array.isArray(data)) throw new Error(`secret store ${file}: one \`name: value\` a line is expected`)
  for (const [name, value] of Object.entries(data)) if (typeof value !== 'string') throw new Error(`secret store ${file}: the value of ${name} must be text in quotes`)
  return data as Record<string, string>
}

function real(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    throw new Error(`secret store ${file} cannot be read: name another one with serat:secretsFile`)
  }
}

/** The parser's own words would quote the line. */
function parsed(file: string, text: string): unknown {
  try {
    return parse(text, { logLevel: 'error', prettyErrors: false })
  } catch {
    throw new Error(`secret store ${file} is no YAML`)
  }
}
