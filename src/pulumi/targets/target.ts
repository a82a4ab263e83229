import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Secrets, Template } from '../secrets/template.ts'
import { both } from '../words.ts'

/** What one resource puts somewhere: files by name, as templates. */
export interface Unit {
  /** The thing's id: `dishub`. */
  readonly name: string
  /** Folder inside the output root, and sign in messages: `routers/dishub`. */
  readonly folder: string
  readonly files: ReadonlyMap<string, Template>
  /** Content that is not text, in base64. */
  readonly binaries: ReadonlyMap<string, string>
  /** Where a router answers; undefined for files. */
  readonly address: string | undefined
  /** Folder of a router whose files a restart leaves alone; undefined where it leaves all of them. */
  readonly lastingFolder?: string
  /** It can try a script without loading it. */
  readonly triesImports?: true
}

/** Where a router answers. Throws where nobody said. */
export function addressOf({ address, name }: Unit): string {
  if (address === undefined)
    throw new Error(
      both({
        id: `${name}: tidak punya alamat; sebut di serat:addresses`,
        en: `${name}: no address; name one in serat:addresses`,
      }),
    )
  return address
}

export type Found =
  | { readonly kind: 'gone' }
  /** It does not answer: nobody knows what is there. */
  | { readonly kind: 'unknown'; readonly why: Bilingual }
  /** What is there, secrets by name. */
  | {
      readonly kind: 'there'
      readonly files: ReadonlyMap<string, string>
      readonly binaries: ReadonlyMap<string, string>
      /** Files that whoever reads may not see; they stand as declared. */
      readonly unread?: readonly string[]
      /** Secrets that whoever reads is not shown. */
      readonly hidden?: readonly string[]
    }

/** A place that configurations are deployed to. One file a target; the secrets are resolved inside and nowhere else. */
export interface Target {
  readonly read: (unit: Unit, secrets: Secrets) => Promise<Found>
  /**
   * Brings the place from what `before` wrote to what `unit` says. Whole or not at all, file by file or router by
   * router.
   */
  readonly apply: (unit: Unit, before: Unit | undefined, secrets: Secrets) => Promise<void>
  readonly remove: (unit: Unit) => Promise<void>
  /** Where a person finds it. */
  readonly location: (unit: Unit) => string
}
