import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Template } from '../secrets/template.ts'
import { targetNames, type TargetName } from '../targets/names.ts'
import type { Unit } from '../targets/target.ts'
import { both } from '../words.ts'
import type { Properties } from './properties.ts'

const text = z.string()
const files = z.record(z.string().min(1), text)

export const routerConfigInputs = z.strictObject({
  /** Id of the router. */
  router: z.string().min(1),
  target: z.enum(targetNames).default('file'),
  /** Where it answers; needed by targets that reach it. */
  address: z.string().optional(),
  /** What the target routeros needs to know of the device: where files last, and whether it can try an import. */
  lastingFolder: z.string().optional(),
  triesImports: z.literal(true).optional(),
  /** Configuration files by name, secrets as `<secret:NAME>`. */
  files,
  /** How the secrets of a file are written, in their order. */
  forms: z.record(z.string(), z.array(z.string())).default({}),
})

export const documentInputs = z.strictObject({
  /** Folder inside the output root; empty for the root itself. */
  folder: z.string(),
  files: files.default({}),
  /** Files that are not text, or too long for a line diff, in base64. */
  binaries: z.record(z.string().min(1), z.string()).default({}),
  /** SHA-256 of those, in hexadecimal: what a diff shows of them. Follows from the files. */
  digests: z.record(z.string(), z.string()).optional(),
})

/** Inputs with the digests that follow from them. */
export function withDigests(inputs: Properties): Properties {
  const { binaries } = inputs as { readonly binaries?: Readonly<Record<string, string>> }
  if (binaries === undefined) return inputs
  return {
    ...inputs,
    digests: Object.fromEntries(
      Object.entries(binaries).map(([name, base64]) => [
        name,
        createHash('sha256').update(base64, 'base64').digest('hex'),
      ]),
    ),
  }
}

export const outputFolderInputs = z.strictObject({
  /** Every path that the stack puts into the output root. */
  paths: z.array(z.string()),
})

/** Custom resources, by token. */
export const kinds = {
  'serat:index:RouterConfig': { inputs: routerConfigInputs, is: 'unit' },
  'serat:index:IpPlan': { inputs: documentInputs, is: 'unit' },
  'serat:index:ContractRecord': { inputs: documentInputs, is: 'unit' },
  'serat:index:TopologyDocument': { inputs: documentInputs, is: 'unit' },
  'serat:index:OutputFolder': { inputs: outputFolderInputs, is: 'folder' },
} as const

export type Token = keyof typeof kinds

export function tokenOf(type: string): Token {
  if (type in kinds) return type as Token
  const known = Object.keys(kinds).join(', ')
  throw new Error(
    both({
      id: `sumber daya ${type} tidak ada; yang ada: ${known}`,
      en: `no such resource: ${type}; there are ${known}`,
    }),
  )
}

interface PlacedUnit {
  readonly unit: Unit
  readonly target: TargetName
}

/** What a resource's inputs put where. */
export function unitOf(token: Token, inputs: Properties): PlacedUnit {
  if (token === 'serat:index:RouterConfig') {
    const {
      router,
      target,
      address,
      files: texts,
      forms,
      lastingFolder,
      triesImports,
    } = routerConfigInputs.parse(inputs)
    return {
      target,
      unit: {
        name: router,
        folder: `routers/${router}`,
        files: templates(texts, forms),
        binaries: new Map(),
        address,
        ...(lastingFolder === undefined ? {} : { lastingFolder }),
        ...(triesImports === undefined ? {} : { triesImports }),
      },
    }
  }
  const { folder, files: texts, binaries } = documentInputs.parse(inputs)
  return {
    target: 'file',
    unit: {
      name: folder,
      folder,
      files: templates(texts, {}),
      binaries: new Map(Object.entries(binaries)),
      address: undefined,
    },
  }
}

function templates(
  texts: Readonly<Record<string, string>>,
  forms: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, Template> {
  return new Map(Object.entries(texts).map(([name, content]) => [name, { text: content, forms: forms[name] ?? [] }]))
}
