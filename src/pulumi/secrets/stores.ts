import { existsSync } from 'node:fs'
import pulumi from '@pulumi/pulumi'
import { z } from 'zod'
import { placeWords, type StorePlace } from '../../secrets/place.ts'
import { secretStore } from '../../secrets/store.ts'
import { storeFaultWords } from '../../secrets/store-file.ts'
import { listedNames, type StoredNames } from '../../secrets/stored-names.ts'
import type { StackSettings } from '../settings.ts'
import { both, errorWords } from '../words.ts'

/** What the stores of a stack say. */
export interface Stores {
  readonly has: (name: string) => boolean
  /** A value, where this run may look at it. */
  readonly of: (name: string) => string | undefined
  /** Those that could not be asked for names, and why. */
  readonly away: readonly string[]
  /** No store is named. */
  readonly isNone: boolean
  /** The one that was not asked for values, since nothing is written. */
  readonly keepsValues: StorePlace | undefined
}

type Values = Readonly<Record<string, string>>

/** For a preview: names, and those values that lie open to whoever previews. */
export function lookedAt(settings: StackSettings, values: Values): Stores {
  const places = placesOf(settings)
  const stored = places.map(place => ({ place, names: namesIn(place) }))
  const known = stored.flatMap(({ names }) => (names.kind === 'known' ? [names] : []))
  const { of } = secretStore({ file: fileHere(settings), values })
  return {
    has: name => Object.hasOwn(values, name) || known.some(({ has }) => has(name)),
    of,
    away: stored.flatMap(({ place, names }) => (names.kind === 'known' ? [] : [awayWords(place, names)])),
    isNone: places.length === 0 && settings.secrets === undefined,
    keepsValues: places.find(({ kind }) => kind === 'command'),
  }
}

/** For a deployment, which needs every value. Throws `RunError` where a store does not answer, or is none. */
export function asked(settings: StackSettings, values: Values): Stores {
  const places = placesOf(settings)
  const command = places.find(place => place.kind === 'command')
  const store = secretStore({
    file: fileHere(settings),
    command: command === undefined ? undefined : { words: command.command, cwd: command.cwd },
    values,
  })
  const of = (name: string): string | undefined => {
    try {
      return store.of(name)
    } catch (error) {
      throw new pulumi.RunError(errorWords(error))
    }
  }
  return {
    of,
    has: name => of(name) !== undefined,
    away: places.flatMap(place => (place.kind === 'file' && fileHere(settings) === undefined ? [place.path] : [])),
    isNone: places.length === 0 && settings.secrets === undefined,
    keepsValues: undefined,
  }
}

/** The file of the store, where it is on this machine. */
function fileHere({ secretsFile }: StackSettings): string | undefined {
  return secretsFile !== undefined && existsSync(secretsFile) ? secretsFile : undefined
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

/** A reviewer has no way into a store that answers to a command: that is no fault of a preview. */
function namesIn(place: StorePlace): StoredNames {
  const stored = listedNames(place)
  if (stored.kind !== 'unfit') return stored
  const { id, en } = storeFaultWords(placeWords(place).en, stored.fault)
  throw new pulumi.RunError(both({ id: `${placeWords(place).id}: ${id}`, en: `${placeWords(place).en}: ${en}` }))
}

/** The values in the stack's encrypted settings. */
export async function valuesInSettings({ secrets }: StackSettings): Promise<Values> {
  if (secrets === undefined) return {}
  const { promise, resolve, reject } = Promise.withResolvers<Values>()
  secrets.apply(text => {
    const read = settingsMap.safeParse(jsonOf(text))
    if (read.success) resolve(read.data)
    else reject(new pulumi.RunError(both(noMap)))
  })
  return promise
}

const settingsMap = z.record(z.string(), z.string())

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const noMap = {
  id: 'serat:secrets bukan peta `{"nama": "nilai"}` dalam JSON',
  en: 'serat:secrets is no map `{"name": "value"}` in JSON',
}

function awayWords(place: StorePlace, names: StoredNames): string {
  const { en } = placeWords(place)
  return names.kind === 'silent' ? `${en} (${both(names.why)})` : en
}
