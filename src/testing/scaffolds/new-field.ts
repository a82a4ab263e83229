import { insertedBefore, type Misuse, type Scaffolder } from './scaffold.ts'
import { camelCase } from '../../source/source.ts'

interface FieldKind {
  /** File and constant of its schema. */
  readonly schema: readonly [file: string, constant: string]
  /** File and constant of what its keys mean. */
  readonly meanings: readonly [file: string, constant: string]
  /** File of its table, what begins the list of columns there, and the words before and in a column's function. */
  readonly table: readonly [file: string, opening: string]
  readonly row: readonly [type: string, parameter: string, declared: string]
}

const kinds: Readonly<Record<string, FieldKind>> = {
  site: {
    schema: ['model/site-file.ts', 'siteFile'],
    meanings: ['model/meanings/site.ts', 'siteMeanings'],
    table: ['show/sites.ts', 'const columns = ['],
    row: ['<Row>', '{ site }', 'site.declared'],
  },
  router: {
    schema: ['model/site-file.ts', 'router'],
    meanings: ['model/meanings/site.ts', 'routerMeanings'],
    table: ['show/routers.ts', 'const columns = ['],
    row: ['<Row>', '{ router }', 'router.declared'],
  },
  tenant: {
    schema: ['model/site-file.ts', 'tenantFile'],
    meanings: ['model/meanings/site.ts', 'tenantMeanings'],
    table: ['show/declared.ts', 'export const tenants = table'],
    row: ['', '{ tenant }', 'tenant.declared'],
  },
  route: {
    schema: ['model/route-file.ts', 'routeFile'],
    meanings: ['model/meanings/route.ts', 'routeMeanings'],
    table: ['show/declared.ts', 'export const routes = table'],
    row: ['', '{ route }', 'route.declared'],
  },
  contract: {
    schema: ['model/contract-file.ts', 'contract'],
    meanings: ['model/meanings/contract.ts', 'contractMeanings'],
    table: ['show/declared.ts', 'export const contracts = table'],
    row: ['', '{ declared }', 'declared'],
  },
  circuit: {
    schema: ['model/lease-file.ts', 'circuitFile'],
    meanings: ['model/meanings/lease.ts', 'circuitMeanings'],
    table: ['show/bought.ts', 'const circuitColumns:'],
    row: ['', '{ declared }', 'declared'],
  },
}

/** Scalars of `model/scalars.ts`, and how a table shows them. */
const scalars: Readonly<Record<string, { readonly format: string; readonly width: number }>> = {
  text: { format: 'text', width: 30 },
  date: { format: 'date', width: 10 },
  count: { format: 'integer', width: 8 },
}

const usage = `usage: npm run new:field KIND name_as_files_write_it TYPE\nkinds: ${Object.keys(kinds).join(', ')}; types: ${Object.keys(scalars).join(', ')}`

/** `npm run new:field site floor_plan text`: a field that may be left out, and its column in `serat show`. */
export const newField: Scaffolder = (tree, [kind = '', name = '', scalar = '']) => {
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  const shown = Object.hasOwn(scalars, scalar) ? scalars[scalar] : undefined
  if (known === undefined || shown === undefined || !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name))
    return { misuse: usage }
  const { schema, meanings, table, row } = known
  const [model, meant, view] = [tree(schema[0]) ?? '', tree(meanings[0]) ?? '', tree(table[0]) ?? '']
  const field = camelCase(name)
  if (new RegExp(`^ {4}${field}[:,]`, 'm').test(declarationOf(model, schema[1])))
    return { misuse: `${kind} has a field ${name} already` }
  const words = name.replaceAll('_', ' ')
  const column = `column${row[0]}('${name}', 'write me: ${words}', 'write me: ${words}', '${shown.format}', ${shown.width}, (${row[1]}) => ${row[2]}.${field}),\n`
  const declared = insertedBefore(model, `const ${schema[1]} = `, '\n  })', `\n    ${field}: ${scalar}.optional(),`)
  const told = `\n  ${field}: ['write me: ${words}', 'write me: ${words}', 'write me'],`
  const explained = insertedBefore(meant, `const ${meanings[1]} = `, '\n} as const', told)
  const columned = insertedBefore(view, table[1], endOfList(view, table[1]), `\n  ${column}`.trimEnd())
  if (declared === undefined || explained === undefined || columned === undefined) return otherShape(kind)
  return {
    files: { [schema[0]]: withScalar(declared, scalar), [meanings[0]]: explained, [table[0]]: columned },
    tests: ['src/cli/tables/print.test.ts', 'src/cli/schemas/files.test.ts', 'src/testing/golden/good.test.ts'],
    golden: [],
    next: [
      `src/${schema[0]}: \`${field}\` may be left out; take \`.optional()\` away where it may not, and narrow the type`,
      `src/${meanings[0]}: what it means in both languages with its unit, and an example`,
      `src/${table[0]}: the title of its column, in both languages`,
      'a rule, where a value can be wrong: npm run new:rule',
    ],
  }
}

function otherShape(kind: string): Misuse {
  return { misuse: `the files of ${kind} have another shape than this scaffold knows` }
}

function declarationOf(model: string, constant: string): string {
  const start = model.indexOf(`const ${constant} = `)
  return start < 0 ? '' : model.slice(start, model.indexOf('\n  })', start))
}

/** A list of columns ends where its bracket does, in the indentation that it has. */
function endOfList(view: string, opening: string): string {
  const rest = view.slice(view.indexOf(opening))
  const indent = /^( *)columns: \[$/m.exec(rest.split('\n})')[0] ?? '')?.[1]
  return indent === undefined ? '\n]' : `\n${indent}]`
}

function withScalar(model: string, scalar: string): string {
  return model.replace(/import \{([^}]*)\} from '\.\/scalars\.ts'/, (line, list: string) => {
    const names = list.split(',').map(name => name.trim())
    return names.includes(scalar)
      ? line
      : `import { ${[...names.filter(Boolean), scalar].sort().join(', ')} } from './scalars.ts'`
  })
}
