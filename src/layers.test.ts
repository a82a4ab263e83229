import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The direction of imports: each layer may import those before it. The shells come last and do not know each other. */
const layers = [
  'text',
  'source',
  'diagnostic',
  'model',
  'words',
  'load',
  'plan',
  'money',
  'analysis',
  'noc',
  'rules',
  'intent',
  'platforms',
  'render',
  'change',
  'edit',
  'exchange',
  'compile',
  'recompile',
  'show',
  'editor',
]
const shells = ['cli', 'lsp', 'pulumi', 'lab', 'page', 'vscode']
/** What several shells need of the disk: below them, above the compiler; each may import those before it. */
const shared = ['secrets', 'traces', 'api']
const helping = ['testing', 'packaging']

interface Import {
  readonly from: string
  /** Path inside `src` for files of ours, else the name of the package. */
  readonly to: string
  readonly kind: 'value' | 'type' | 'dynamic'
}

const folder = import.meta.dirname
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(
    path =>
      /\.tsx?$/.test(path) && !path.startsWith('testing/golden/good') && !path.startsWith('testing/golden/broken'),
  )
  .sort()
const product = files.filter(path => !isTest(path) && !helping.includes(layerOf(path)))
const texts = new Map(files.map(path => [path, readFileSync(join(folder, path), 'utf8')]))
const imports = product.flatMap(importsOf)

/** `x.test.ts`, and what only tests need: `x.fixture.ts`, `x.tree.ts`. */
function isTest(path: string): boolean {
  return /\.[a-z]+\.ts$/.test(path)
}

function importsOf(from: string): Import[] {
  const text = texts.get(from) ?? ''
  const still = [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)].map(match => ({
    spec: match[2] ?? '',
    kind: match[1] === undefined ? ('value' as const) : ('type' as const),
  }))
  const late = [...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)].map(match => ({
    spec: match[1] ?? '',
    kind: 'dynamic' as const,
  }))
  return [...still, ...late].map(({ spec, kind }) => ({
    from,
    kind,
    to: spec.startsWith('.') ? posix.join(dirname(from), spec) : spec,
  }))
}

function layerOf(path: string): string {
  // The reader of folders reports findings: it is the shells' part of `source`.
  if (path === 'source/read.ts' || path === 'source/read-faults.ts') return 'words'
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.tsx?$/, '')
}

function rankOf(path: string): number {
  if (shells.includes(layerOf(path))) return layers.length + shared.length
  return shared.includes(layerOf(path)) ? layers.length + shared.indexOf(layerOf(path)) : layers.indexOf(layerOf(path))
}

function isOurs(to: string): boolean {
  return /\.tsx?$/.test(to)
}

const shown = ({ from, to }: Import): string => `${from} imports ${to}`

test('the scan sees the project', () => {
  expect(imports.length).toBeGreaterThan(500)
  expect(imports.map(shown)).toContain('compile.ts imports load/load.ts')
  expect(imports.filter(({ to }) => isOurs(to) && !files.includes(to)).map(shown)).toEqual([])
})

test('every folder of src is a layer, a shell, what shells share, or helps development', () => {
  const known = [...layers, ...shared, ...shells, ...helping, 'layers.test']
  expect(files.filter(path => !known.includes(layerOf(path)))).toEqual([])
})

function isUphill({ from, to }: Import): boolean {
  return (
    isOurs(to) &&
    layerOf(from) !== layerOf(to) &&
    rankOf(to) >= rankOf(from) &&
    !(shells.includes(layerOf(from)) && shells.includes(layerOf(to)))
  )
}

test('a layer imports only layers before it', () => {
  expect(imports.filter(isUphill).map(shown)).toEqual([])
})

test('a planted import against the order is found', () => {
  const planted = { from: 'plan/plan.ts', to: 'render/artifact.ts', kind: 'type' } as const
  expect(isUphill(planted)).toBe(true)
  expect(isUphill({ ...planted, from: planted.to, to: planted.from })).toBe(false)
})

/** Files that import each other in a circle, types too: each group in the order in which it closes. */
function circlesOf(edges: readonly Pick<Import, 'from' | 'to'>[]): string[][] {
  const to = Map.groupBy(edges, ({ from }) => from)
  const done = new Set<string>()
  const walk = (path: string, way: readonly string[]): string[][] => {
    if (way.includes(path)) return [way.slice(way.indexOf(path))]
    if (done.has(path)) return []
    const found = (to.get(path) ?? []).flatMap(edge => walk(edge.to, [...way, path]))
    done.add(path)
    return found
  }
  return [...to.keys()].flatMap(path => walk(path, []))
}

test('no files import each other in a circle', () => {
  expect(circlesOf(imports.filter(({ to }) => isOurs(to)))).toEqual([])
})

test('a planted circle is found', () => {
  const planted = [
    { from: 'a.ts', to: 'b.ts' },
    { from: 'b.ts', to: 'c.ts' },
    { from: 'c.ts', to: 'b.ts' },
  ]
  expect(circlesOf(planted)).toEqual([['b.ts', 'c.ts']])
})

test('the product imports nothing of its tests and its development', () => {
  expect(imports.filter(({ to }) => helping.includes(layerOf(to)) || isTest(to)).map(shown)).toEqual([])
})

test('the shells do not know each other; the command line loads others late', () => {
  const across = imports.filter(
    ({ from, to }) =>
      isOurs(to) && shells.includes(layerOf(from)) && shells.includes(layerOf(to)) && layerOf(from) !== layerOf(to),
  )
  expect(
    across.filter(({ from, kind }) => !(from.startsWith('cli/commands/') && kind === 'dynamic')).map(shown),
  ).toEqual([])
})

test('a rule imports no rule', () => {
  const rules = new Set(
    product.filter(path => /^rules\/[^/]+\//.test(path) && /= rule(<[\s\S]*?>)?\(/.test(texts.get(path) ?? '')),
  )
  expect(rules.size).toBeGreaterThan(30)
  const among = imports.filter(({ from, to }) => rules.has(from) && rules.has(to))
  expect(among.map(shown)).toEqual([])
  const registry = /^rules\/(\w+\/index|run|waivers)\.ts$/
  expect(imports.filter(({ from, to }) => rules.has(to) && !registry.test(from)).map(shown)).toEqual([])
})

test('a platform knows no other platform', () => {
  const nameOf = (path: string): string | undefined => /^platforms\/([a-z0-9]+)(?:\/|\.)/.exec(path)?.[1]
  const shared = ['text', 'reading', 'changing', 'index', 'renderer', 'said']
  const platforms = new Set(product.map(nameOf).filter(name => name !== undefined && !shared.includes(name)))
  expect(platforms.size).toBeGreaterThan(1)
  const platformOf = (path: string): string | undefined => (platforms.has(nameOf(path)) ? nameOf(path) : undefined)
  const wrong = imports.filter(({ from, to }) => {
    const [mine, theirs] = [platformOf(from), platformOf(to)]
    return mine !== undefined && theirs !== undefined && mine !== theirs
  })
  expect(wrong.map(shown)).toEqual([])
})

describe('the compiler is pure', () => {
  const pure = product.filter(path => rankOf(path) >= 0 && rankOf(path) < layers.length && path !== 'source/read.ts')

  test('no disk, network or process', () => {
    // Hashes are functions of their input.
    const allowed = new Set(['node:crypto', 'node:buffer'])
    const wrong = imports.filter(({ from, to }) => pure.includes(from) && to.startsWith('node:') && !allowed.has(to))
    expect(wrong.map(shown)).toEqual([])
    expect(pure.filter(path => /\bprocess\.|\bfetch\(|\bglobalThis\b|\bconsole\./.test(codeOf(path)))).toEqual([])
  })

  test('no clock and no chance', () => {
    expect(
      pure.filter(path =>
        /Date\.now|new Date\(\)|performance\.|Math\.random|randomBytes|randomUUID|getRandomValues|setTimeout/.test(
          codeOf(path),
        ),
      ),
    ).toEqual([])
  })

  test("nothing that follows from the machine's language", () => {
    expect(pure.filter(path => /toLocale|localeCompare|\bIntl\./.test(codeOf(path)))).toEqual([])
  })
})

test('only shells and development touch the disk', () => {
  const touching = imports
    .filter(({ to }) => /^(node:)?(fs|net|child_process|http|https|dgram|tls)(\/promises)?$/.test(to))
    .map(({ from }) => from)
  expect(
    [...new Set(touching)].filter(path => path !== 'source/read.ts' && ![...shared, ...shells].includes(layerOf(path))),
  ).toEqual([])
})

/** Where a package may be loaded beforehand; any other use is late. */
const heavy: readonly RegExp[] = [/^@pulumi\//, /^exceljs$/, /^fflate$/]

test.each(['cli/main.ts', 'cli/commands/check.ts', 'cli/commands/build.ts'])(
  '%s loads no heavy library beforehand',
  entry => {
    const reached = new Set<string>()
    const packages = new Map<string, string>()
    const walk = (path: string): void => {
      if (reached.has(path)) return
      reached.add(path)
      for (const { to, kind } of importsOf(path)) {
        if (kind !== 'value') continue
        if (isOurs(to)) walk(to)
        else packages.set(to, path)
      }
    }
    walk(entry)
    expect(
      [...packages]
        .filter(([name]) => heavy.some(pattern => pattern.test(name)))
        .map(([name, from]) => `${from} loads ${name}`),
    ).toEqual([])
    const few = ['zod', 'js-yaml', 'ip-address', 'geolib', 'fastest-levenshtein', 'flatqueue']
    expect([...packages.keys()].filter(name => !name.startsWith('node:') && !few.includes(name))).toEqual([])
  },
)

test('no classes outside the places that need them, no enums, no any', () => {
  const exempt = ['platforms/text/line.ts', 'api/things.ts']
  const code = product.filter(path => !path.startsWith('pulumi/') && !exempt.includes(path))
  expect(
    code.filter(path =>
      /^(export )?(abstract )?class \w|^(export )?(const )?enum\b|[:<,] any\b(?! other)/m.test(codeOf(path)),
    ),
  ).toEqual([])
})

test('files are small enough to read whole', () => {
  expect(product.filter(path => (texts.get(path) ?? '').split('\n').length > 400)).toEqual([])
})

/** Without comments and the words in quotes. */
function codeOf(path: string): string {
  return (texts.get(path) ?? '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
}
