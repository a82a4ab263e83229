import { hash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { jsonText, shown } from '../../text/screen.ts'
import type { Artifact } from '../../render/artifact.ts'
import { lineText } from '../../platforms/text/line.ts'
import { inventoryHash } from '../../render/manifest.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import type { ExitCode } from '../command.ts'
import { takeLock } from '../disk/lock.ts'
import { manifestName, readManifest, type ManifestFile } from '../disk/manifest-file.ts'
import { healOutput, needsHealing } from '../disk/output-folder.ts'
import { compileInventory, type Compiled } from '../inventory.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'
import { cellOf, explainCell, explainedJson, explainedPretty, type CellWish, type ExplainedCell } from './cell.ts'
import type { Explained } from './line.ts'
import type { Wish } from './wish.ts'

interface Target {
  /** As it was asked for. */
  readonly shown: string
  /** Absolute. */
  readonly file: string
  /** Output folder that holds it. */
  readonly out: string
  readonly line: number | undefined
  readonly cell: CellWish | undefined
}

/** Prints where lines of an output come from. Their inventory is compiled again, so it must not have changed since. */
export function explainOutput(shell: Shell, asked: readonly string[], wish: Wish): ExitCode | Refusal {
  healIfNeeded(shell)
  const targets: Target[] = []
  for (const each of asked) {
    const target = targetOf(shell, each)
    if (isRefusal(target)) return target
    targets.push(...filesBelow(wish.all ? { ...target, line: undefined, cell: undefined } : target))
  }
  const [first] = targets
  if (first === undefined) return 0
  const manifest = readManifest(first.out)
  if (manifest === undefined || targets.some(({ out }) => out !== first.out))
    return refuse('semua berkas harus dari satu folder hasil', 'all files must be of one output folder')
  return explainTargets(shell, targets, manifest, wish)
}

function explainTargets(
  shell: Shell,
  targets: readonly Target[],
  manifest: ManifestFile,
  wish: Wish,
): ExitCode | Refusal {
  for (const target of targets) {
    const changed = changedFault(target, manifest)
    if (changed !== undefined) return changed
  }
  const compiled = compileInventory(shell, { inventory: wish.inventory, 'as-of': manifest.asOf })
  if (isRefusal(compiled)) return compiled
  const { inventory, compilation, base } = compiled
  if (
    inventoryHash([...inventory.sources, { path: ledgerName, text: compilation.ledger }]) !== manifest.inventoryHash
  ) {
    return refuse(
      `inventaris ${base}/ berubah sejak hasil ini dibuat; jalankan \`serat build\` dahulu`,
      `the inventory ${base}/ has changed since this output was made; run \`serat build\` first`,
    )
  }
  const explained = linesOf(targets, compiled)
  if (isRefusal(explained)) return explained
  shell.print(
    wish.json ? jsonText(explained.map(explainedJson)) : explained.map(each => explainedPretty(each, shell)).join('\n'),
  )
  return 0
}

/** A build may have been killed in the instant in which the output folder had no name. */
function healIfNeeded({ cwd }: Shell): void {
  const out = join(cwd, 'out')
  if (!needsHealing(out)) return
  const lock = takeLock(join(cwd, '.out.build-lock.tmp'))
  if (isRefusal(lock)) return
  try {
    healOutput(out)
  } finally {
    lock.release()
  }
}

function targetOf({ cwd }: Shell, asked: string): Target | Refusal {
  const cell = cellOf(asked)
  const match = /^(.*?)(?::(\d+))?(?::\d+)?$/.exec(cell?.path ?? asked)
  const path = match?.[1] ?? asked
  const file = resolve(cwd, path)
  if (!existsSync(file))
    return refuse(
      `${path} tidak ada; sebut kode aturan (GEO002) atau FILE:LINE di folder hasil`,
      `there is no ${path}; name the code of a rule (GEO002), or FILE:LINE in the output folder`,
    )
  const out = outputFolderOf(file)
  if (out === undefined)
    return refuse(
      `${path} bukan berkas hasil serat: tidak ada manifest.json di atasnya`,
      `${path} is no file of an output: there is no manifest.json above it`,
    )
  return { shown: path, file, out, line: match?.[2] === undefined ? undefined : Number(match[2]), cell: cell?.wish }
}

/** A folder stands for every file of the output in it. */
function filesBelow(target: Target): readonly Target[] {
  if (!statSync(target.file).isDirectory()) return [target]
  const under = artifactPath(target) === '' ? '' : `${artifactPath(target)}/`
  const artifacts = readManifest(target.out)?.artifacts ?? []
  return artifacts
    .filter(({ path }) => path.startsWith(under))
    .map(({ path }) => ({
      ...target,
      shown: `${target.shown.replace(/\/+$/, '')}/${path.slice(under.length)}`,
      file: join(target.out, path),
      line: undefined,
    }))
}

function outputFolderOf(file: string): string | undefined {
  for (let folder = statSync(file).isDirectory() ? file : dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, manifestName)) && readManifest(folder) !== undefined) return folder
    if (dirname(folder) === folder) return undefined
  }
}

function changedFault(target: Target, { artifacts }: ManifestFile): Refusal | undefined {
  const entry = artifacts.find(({ path }) => path === artifactPath(target))
  if (basename(target.file) === manifestName)
    return refuse('manifest.json menjelaskan dirinya sendiri', 'manifest.json explains itself')
  if (entry === undefined)
    return refuse(`${target.shown} tidak tercantum di manifest.json`, `${target.shown} is not in manifest.json`)
  if (hash('sha256', readFileSync(target.file), 'hex') === entry.sha256) return undefined
  return refuse(
    `${target.shown} diubah sejak dibuat; jalankan \`serat build\` dahulu`,
    `${target.shown} was changed after it was made; run \`serat build\` first`,
  )
}

function artifactPath({ file, out }: Target): string {
  return relative(out, file).split(sep).join('/')
}

type Either = Explained | ExplainedCell

function linesOf(targets: readonly Target[], { compilation, base }: Compiled): readonly Either[] | Refusal {
  const wanted = Map.groupBy(targets, artifactPath)
  const found = new Map<Target, readonly Either[]>()
  for (const artifact of compilation.artifacts) {
    for (const target of wanted.get(artifact.path) ?? []) {
      const explained = explainTarget(target, artifact, base)
      if (isRefusal(explained)) return explained
      found.set(target, explained)
    }
    if (found.size === targets.length) break
  }
  const lost = targets.find(target => !found.has(target))
  if (lost !== undefined) throw new Error(`nothing rendered ${JSON.stringify(lost.shown)}`)
  return targets.flatMap(target => found.get(target) ?? [])
}

function explainTarget(target: Target, artifact: Artifact, base: string): readonly Either[] | Refusal {
  const { shown: file, line } = target
  const wish = target.cell ?? rowWish(target, artifact)
  const cell = wish === undefined ? undefined : explainCell(file, wish, artifact, base)
  if (cell !== undefined) return isRefusal(cell) ? cell : [cell]
  const lines = artifact.lines?.()
  if (lines === undefined)
    return [
      {
        file,
        line: undefined,
        text: undefined,
        from: [],
        practice: undefined,
        sources: artifact.sources?.() ?? [],
        base,
      },
    ]
  const all = lines.map(
    (each, i): Explained => ({
      file,
      line: i + 1,
      text: lineText(each),
      from: each.from,
      practice: each.practice,
      sources: undefined,
      base,
    }),
  )
  if (line === undefined) return all
  const one = all[line - 1]
  return one === undefined
    ? refuse(`${shown(file)} hanya punya ${all.length} baris`, `${shown(file)} has only ${all.length} lines`)
    : [one]
}

/** A line of a text that holds tables stands for the row on it. */
function rowWish({ file, line }: Target, { lines, sheets }: Artifact): CellWish | undefined {
  if (line === undefined || lines !== undefined || sheets === undefined) return undefined
  const text = readFileSync(file, 'utf8').split('\n')[line - 1]
  return text === undefined ? undefined : { line, text }
}
