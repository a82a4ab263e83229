import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Files whose exports programs import. */
const entries = ['api/index', 'pulumi/declare/index']

const source = join(import.meta.dirname, '..')

/**
 * Writes the declarations of what programs import, and of the files that these name: no library's types, but Pulumi's
 * for `serat/pulumi`.
 */
export function writeTypes(folder: string): void {
  const made = mkdtempSync(join(tmpdir(), 'serat-types-'))
  try {
    compileInto(made)
    const wanted = new Set(entries)
    for (const name of wanted) {
      const text = forUsers(readFileSync(join(made, `${name}.d.ts`), 'utf8'))
      for (const inner of importsOf(text))
        if (inner.startsWith('.')) wanted.add(join(dirname(name), inner.replace(/\.js$/, '')))
      const path = join(folder, `${name}.d.ts`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  } finally {
    rmSync(made, { recursive: true })
  }
}

function compileInto(folder: string): void {
  const project = join(folder, 'tsconfig.json')
  writeFileSync(
    project,
    JSON.stringify({
      extends: join(source, '../tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        incremental: false,
        declaration: true,
        emitDeclarationOnly: true,
        stripInternal: true,
        tsBuildInfoFile: null,
        typeRoots: [join(source, '../node_modules/@types')],
        rootDir: source,
        outDir: folder,
      },
      include: [],
      files: entries.map(name => join(source, `${name}.ts`)),
    }),
  )
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json')
  execFileSync(process.execPath, [join(dirname(compiler), 'bin/tsc'), '--project', project], { stdio: 'inherit' })
}

/** Declarations that any resolution of modules understands. */
function forUsers(text: string): string {
  return text
    .replace(/(from '\.[^']*)\.ts'/g, "$1.js'")
    .replace(/(from "\.[^"]*)\.ts"/g, '$1.js"')
    .replace(/^import (type )?pulumi from/gm, 'import $1* as pulumi from')
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import) ?\(?["']([^"']+)["']/g)].map(match => match[1] ?? '')
}
