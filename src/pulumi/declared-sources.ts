import { parse, stringify } from 'yaml'
import { snakeCase, type Source } from '../source/source.ts'
import { byText } from '../text/order.ts'

/** What a program declares in TypeScript, as the files that would say the same: one way into the compiler, so the same rules and errors. */
interface DeclaredSources {
  readonly add: (path: string, declaration: object) => void
  readonly addContract: (provider: string, declaration: object) => void
  /** Those of the inventory with the declared ones among them, sorted. Throws where a file and the program both declare a thing. */
  readonly among: (sources: readonly Source[]) => readonly Source[]
}

export function declaredSources(): DeclaredSources {
  const files = new Map<string, Source>()
  const contracts = new Map<string, object[]>()
  return {
    add(path, declaration) {
      if (files.has(path)) throw new Error(`${path} is declared twice`)
      files.set(path, { path, text: yamlOf(declaration) })
    },
    addContract: (provider, declaration) =>
      void contracts.set(provider, [...(contracts.get(provider) ?? []), declaration]),
    among(sources) {
      const twice = sources.find(({ path }) => files.has(path))
      if (twice !== undefined) throw new Error(`${twice.path} is declared by a file and by the program`)
      const withContracts = sources.map(source => {
        const provider = /^providers\/(.+)\.yaml$/.exec(source.path)?.[1]
        const own = provider === undefined ? undefined : contracts.get(provider)
        return own === undefined ? source : { path: source.path, text: extended(source.text, own) }
      })
      const unknown = [...contracts.keys()].find(
        provider => !sources.some(({ path }) => path === `providers/${provider}.yaml`),
      )
      if (unknown !== undefined)
        throw new Error(`no file providers/${unknown}.yaml for a contract that the program declares`)
      return [...withContracts, ...files.values()].sort(byText(({ path }) => path))
    },
  }
}

function yamlOf(declaration: object): string {
  return stringify(snakeKeys(declaration), {
    aliasDuplicateObjects: false,
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  })
}

function extended(text: string, contracts: readonly object[]): string {
  const { contracts: had = [], ...provider } = parse(text) as { readonly contracts?: readonly object[] }
  return stringify(
    { ...provider, contracts: [...had, ...contracts.map(snakeKeys)] },
    { aliasDuplicateObjects: false, lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  )
}

function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [snakeCase(key), snakeKeys(each)]),
  )
}
