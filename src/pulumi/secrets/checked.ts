import { existsSync } from 'node:fs'
import pulumi from '@pulumi/pulumi'
import type { NeededSecret } from '../../secrets/needed.ts'
import { placeWords, type StorePlace } from '../../secrets/place.ts'
import { storeFaultWords } from '../../secrets/store-file.ts'
import { storedNames, type StoredNames } from '../../secrets/stored-names.ts'
import type { StackSettings } from '../settings.ts'
import { both } from '../words.ts'

/**
 * Whether every secret has a value, before the first resource: by name, and no value leaves its store. A missing one is an error of a preview,
 * which goes on and shows the rest, and stops anything else. A preview where the store is not to be had says what it did not check. What is
 * filed under a former name of its router, circuit or route is taken from there, and said.
 */
export async function checkSecrets(
  needed: readonly NeededSecret[],
  settings: StackSettings,
  former: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  if (needed.length === 0) return
  const inSettings = new Set(await namesInSettings(settings))
  const wanted = needed.filter(({ name }) => !inSettings.has(name))
  if (wanted.length === 0) return
  const places = placesOf(settings)
  const stored = places.map(place => ({ place, names: namesIn(place) }))
  const known = stored.flatMap(({ names }) => (names.kind === 'known' ? [names] : []))
  const isFiled = (name: string): boolean => inSettings.has(name) || known.some(({ has }) => has(name))
  const unfiled = wanted.filter(({ name }) => !isFiled(name))
  const formerly = new Map(
    unfiled.flatMap(({ name }) =>
      (former[name] ?? [])
        .filter(isFiled)
        .slice(0, 1)
        .map(old => [name, old] as const),
    ),
  )
  if (formerly.size > 0) await pulumi.log.warn(renamed(formerly))
  const missing = unfiled.filter(({ name }) => !formerly.has(name))
  if (missing.length === 0) return
  const away = stored.flatMap(({ place, names }) => (names.kind === 'known' ? [] : [awayWords(place, names)]))
  const isUnknown = places.length === 0 ? settings.secrets === undefined : away.length > 0
  if (!pulumi.runtime.isDryRun()) throw new pulumi.RunError(isUnknown ? nowhere(missing, away) : missingFault(missing))
  if (isUnknown) await pulumi.log.warn(unchecked(missing, away))
  else await pulumi.log.error(missingFault(missing))
}

function placesOf({ secretsFile, storeCommand }: StackSettings): StorePlace[] {
  return [
    ...(secretsFile === undefined ? [] : [{ kind: 'file', path: secretsFile } as const]),
    ...(storeCommand === undefined
      ? []
      : [{ kind: 'command', command: storeCommand, cwd: projectOf(pulumi.getRootDirectory()) } as const]),
  ]
}

/** An inline program has none. */
function projectOf(root: string): string {
  return existsSync(root) ? root : process.cwd()
}

function namesIn(place: StorePlace): StoredNames {
  const stored = storedNames(place)
  if (stored.kind === 'unfit') {
    const { id, en } = storeFaultWords(placeWords(place).en, stored.fault)
    throw new pulumi.RunError(both({ id: `${placeWords(place).id}: ${id}`, en: `${placeWords(place).en}: ${en}` }))
  }
  if (stored.kind !== 'silent') return stored
  // A reviewer has no way into the store: that is no fault of a preview.
  if (pulumi.runtime.isDryRun()) return stored
  throw new pulumi.RunError(both(stored.why))
}

/** Names of the values in the stack's encrypted settings. */
async function namesInSettings({ secrets }: StackSettings): Promise<string[]> {
  if (secrets === undefined) return []
  const { promise, resolve, reject } = Promise.withResolvers<string[]>()
  secrets.apply(text => {
    try {
      const values: unknown = JSON.parse(text)
      resolve(typeof values === 'object' && values !== null ? Object.keys(values) : [])
    } catch {
      reject(new pulumi.RunError(both(noMap)))
    }
  })
  return promise
}

const noMap = {
  id: 'serat:secrets bukan peta `{"nama": "nilai"}` dalam JSON',
  en: 'serat:secrets is no map `{"name": "value"}` in JSON',
}

function renamed(formerly: ReadonlyMap<string, string>): string {
  return [
    both({
      id: `${formerly.size} rahasia masih tersimpan dengan nama lama dan dipakai dari sana; simpan juga dengan nama baru sebelum \`was\` dihapus`,
      en: `${formerly.size} secrets still stand under a former name and are taken from there; file them under the new one too before \`was\` goes`,
    }),
    ...[...formerly].map(([name, old]) => `  ${old} -> ${name}`),
  ].join('\n')
}

function missingFault(missing: readonly NeededSecret[]): string {
  return [
    both({
      id: `${missing.length} rahasia tidak ada di penyimpan; \`serat secrets --generate\` membuat yang boleh dibuat sendiri`,
      en: `${missing.length} secrets are missing from the store; \`serat secrets --generate\` makes those that may be made here`,
    }),
    ...listed(missing),
  ].join('\n')
}

function nowhere(missing: readonly NeededSecret[], away: readonly string[]): string {
  const where = away.join(', ')
  return [
    away.length === 0
      ? both({
          id: 'stack ini tidak menyebut penyimpan rahasia (serat:storeFile, serat:storeCommand atau serat:secrets), jadi tidak ada yang dipasang',
          en: 'this stack names no store of secrets (serat:storeFile, serat:storeCommand or serat:secrets), so nothing is deployed',
        })
      : both({
          id: `penyimpan rahasia ${where} tidak ada di mesin ini, jadi tidak ada yang dipasang`,
          en: `the store of secrets ${where} is not on this machine, so nothing is deployed`,
        }),
    ...listed(missing),
  ].join('\n')
}

function unchecked(missing: readonly NeededSecret[], away: readonly string[]): string {
  const where = away.join(', ')
  const here =
    where === '' ? { id: 'tanpa penyimpan', en: 'no store' } : { id: `tanpa ${where}`, en: `without ${where}` }
  return [
    both({
      id: `${here.id} di sini: ${missing.length} rahasia tidak diperiksa`,
      en: `${here.en} here: ${missing.length} secrets were not checked`,
    }),
    ...families(missing),
  ].join('\n')
}

function awayWords(place: StorePlace, names: StoredNames): string {
  const { en } = placeWords(place)
  return names.kind === 'silent' ? `${en} (${both(names.why)})` : en
}

/** A name a line, and who needs it. */
function listed(missing: readonly NeededSecret[]): string[] {
  return missing.map(
    ({ name, users }) =>
      `  ${name}: ${users.slice(0, 4).join(', ')}${users.length > 4 ? `, +${users.length - 4}` : ''}`,
  )
}

/** All names, those of one family in a line. */
function families(missing: readonly NeededSecret[]): string[] {
  const byFamily = Map.groupBy(missing, ({ name }) => name.slice(0, name.lastIndexOf('/') + 1))
  return [...byFamily].map(([family, own]) =>
    own.length === 1
      ? `  ${own[0]?.name}`
      : `  ${family}{${own.map(({ name }) => name.slice(family.length)).join(',')}}`,
  )
}
