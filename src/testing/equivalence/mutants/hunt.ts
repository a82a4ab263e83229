import { formFaults } from '../../../platforms/iosxe/form-faults.fixture.ts'
import { senseFaults } from '../../../platforms/iosxe/sense-faults.fixture.ts'
import { nameFaults as iosxeNames } from '../../../platforms/iosxe/iosxe.names.ts'
import { nameFaults as junosNames } from '../../../platforms/junos/junos.names.ts'
import { treeAbsent, treeErrors as junosTree } from '../../../platforms/junos/junos.tree.ts'
import { nameFaults as routerosNames } from '../../../platforms/routeros/routeros.names.ts'
import { treeErrors as routerosTree, treesAbsent } from '../../../platforms/routeros/routeros.tree.ts'
import { compare, questionsOf, type Questions } from '../compare.ts'
import type { Meaning } from '../../../platforms/reading/meaning.ts'
import type { Folder, PlatformId } from '../../../platforms/reading/folder.ts'
import { movedTo } from '../moved.ts'
import { readers } from '../../../platforms/reading/readers.ts'
import { withMistake, type Mutant } from './mutant.ts'

export interface Caught {
  readonly mutant: Mutant
  /** What the read-back says first. */
  readonly readBack: string | undefined
  /** What the checkers say first; undefined too where none was asked. */
  readonly checker: string | undefined
}

/** Faults that a checker finds in a folder; undefined where it cannot run here. */
export type Checker = (folder: Folder, router: string) => Promise<readonly string[] | undefined>

export const checkers: Readonly<Record<PlatformId, Checker>> = {
  routeros: async (folder, router) => {
    const script = textOf(folder, '.rsc')
    const dialect = movedTo('routeros').intents.get(router)?.router.dialect.id ?? ''
    return [...routerosNames(script), ...(treesAbsent ? [] : await routerosTree(script, dialect))]
  },
  junos: async folder => [
    ...junosNames(textOf(folder, '.set')),
    ...(treeAbsent ? [] : await junosTree(textOf(folder, '.set'))),
  ],
  iosxe: folder => {
    const text = textOf(folder, '.cfg')
    return Promise.resolve([...formFaults(text), ...iosxeNames(text), ...senseFaults(text)])
  },
  linux: () => Promise.resolve(undefined),
}

function textOf(folder: Folder, ending: string): string {
  return [...folder].find(([name]) => name.endsWith(ending))?.[1] ?? ''
}

const questions = new Map<string, Questions>()

function asked(platform: PlatformId, router: string): Questions {
  const key = `${platform} ${router}`
  const intent = movedTo(platform).intents.get(router)
  if (intent === undefined) throw new Error(`no router ${router}`)
  const found = questions.get(key) ?? questionsOf(intent)
  questions.set(key, found)
  return found
}

/**
 * The router's read-back and checkers on a text with the mistake in it. Checkers are asked where the read-back is
 * silent, or always.
 */
export async function hunt(mutant: Mutant, check: Checker, always: boolean): Promise<Caught> {
  const { platform, router } = mutant
  const folder = movedTo(platform).folder(router)
  const wrong = withMistake(folder, mutant)
  if (wrong === undefined) throw new Error(`${mutant.id}: the renderer no longer writes "${mutant.edits[0]?.before}"`)
  const readBack = firstDifference(platform, router, wrong)
  if (readBack !== undefined && !always) return { mutant, readBack, checker: undefined }
  const [usual, faults] = [await check(folder, router), await check(wrong, router)]
  return { mutant, readBack, checker: faults?.find(fault => !usual?.includes(fault)) }
}

const sound = new Map<string, ReadonlySet<string>>()

/**
 * What a text differs in without any mistake in it: nothing, which the test of equivalence holds; no mutant may be
 * caught by it.
 */
function before(platform: PlatformId, router: string): ReadonlySet<string> {
  const key = `${platform} ${router}`
  const known =
    sound.get(key) ??
    new Set(compare(platform, asked(platform, router), readers[platform](movedTo(platform).folder(router))).differences)
  sound.set(key, known)
  return known
}

function firstDifference(platform: PlatformId, router: string, folder: Folder): string | undefined {
  const own = asked(platform, router)
  const usual = before(platform, router)
  let meaning: Meaning
  try {
    meaning = readers[platform](folder)
  } catch (error) {
    return `not readable: ${error instanceof Error ? error.message : String(error)}`
  }
  const isNew = (text: string): boolean => !usual.has(text)
  // Sentences first: packets are many.
  return (
    compare(platform, { ...own, packets: [] }, meaning).differences.find(isNew) ??
    compare(platform, own, meaning).differences.find(isNew)
  )
}

export function figures(caught: readonly Caught[]): string {
  const is = ({ readBack, checker }: Caught): boolean => readBack !== undefined || checker !== undefined
  const line = (name: string, list: readonly Caught[]): string =>
    `  ${name}: ${list.filter(is).length} of ${list.length} (read-back ${list.filter(({ readBack }) => readBack !== undefined).length}, checkers ${list.filter(({ checker }) => checker !== undefined).length})`
  const by = (key: (mutant: Mutant) => string): string[] =>
    [...Map.groupBy(caught, ({ mutant }) => key(mutant))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, list]) => line(name, list))
  return [
    line('mutants', caught),
    line(
      'of valid syntax',
      caught.filter(({ mutant }) => mutant.valid),
    ),
    ...by(({ platform }) => platform),
    ...by(mutant => mutant.class),
    ...caught
      .filter(one => !is(one))
      .map(
        ({ mutant }) =>
          `  survives: ${mutant.id} ${mutant.class} (${mutant.router}): ${mutant.edits.map(({ before, after }) => `"${before.trim()}" as "${after.join(' / ').trim()}"`).join(', ')}`,
      ),
  ].join('\n')
}

export function rateOf(caught: readonly Caught[]): number {
  return (
    caught.filter(({ readBack, checker }) => readBack !== undefined || checker !== undefined).length / caught.length
  )
}
