import { isStoreFault, readStoreFile, type StoreFault } from './store-file.ts'

/** The secrets of a deployment. */
interface SecretStore {
  /** Value of a secret by name; undefined where the store has none. */
  readonly of: (name: string) => string | undefined
  readonly all: () => ReadonlyMap<string, string>
}

interface SecretSettings {
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
  const all = (): ReadonlyMap<string, string> =>
    (known ??= new Map([...(file === undefined ? [] : readStore(file)), ...Object.entries(values)]))
  return { all, of: name => all().get(name) }
}

function readStore(file: string): ReadonlyMap<string, string> {
  const read = readStoreFile(file)
  if (isStoreFault(read)) throw new Error(`secret store ${file} ${wordsOf(file, read)}`)
  return read.values
}

function wordsOf(file: string, found: StoreFault): string {
  switch (found.fault) {
    case 'unreadable':
      return 'cannot be read: name another one with serat:storeFile'
    case 'in-repository':
      return 'lies in a repository: keep it outside'
    case 'open-to-others':
      return `can be read by others: chmod 600 ${file}`
    case 'no-yaml':
      return 'is no YAML'
    case 'no-map':
      return 'has another form: one `name: value` a line is expected'
    case 'no-text':
      return `has a value that is no text: write that of ${found.name} in quotes`
    case 'twice':
      return `has the name ${found.name} twice`
  }
}
