import pulumi from '@pulumi/pulumi'
import type { Declaration } from '../../api/declared.ts'
import { both } from '../words.ts'

export type Named = Omit<Declaration, 'args'>

/**
 * Arguments with every output in them settled. Throws `RunError` at the thing where one is a secret, or is not known
 * before a deployment.
 */
export async function settledArgs(thing: Named, args: object): Promise<object> {
  const output = pulumi.output<object>(args)
  if (await pulumi.isSecret(output))
    throw new pulumi.RunError(
      both({
        id: `${whereOf(thing)}: sebuah argumen adalah rahasia; inventaris hanya menyebut namanya, { secret: "nama" }`,
        en: `${whereOf(thing)}: an argument is a secret; an inventory only names it, { secret: "name" }`,
      }),
    )
  if (!(await isKnown(output)))
    throw new pulumi.RunError(
      both({
        id:
          `${whereOf(thing)}: sebuah argumen baru diketahui setelah sumber daya lain dibuat; ` +
          'buat dahulu yang itu: pulumi up --target URN',
        en: `${whereOf(thing)}: an argument is known only once another resource exists; make that one first: pulumi up --target URN`,
      }),
    )
  return new Promise(resolve => void output.apply(resolve))
}

export function whereOf({ id, calledFrom }: Named): string {
  return calledFrom === undefined ? id : `${id} (${calledFrom.file}:${calledFrom.line})`
}

/** Pulumi says so on every output, and leaves it out of its types. */
async function isKnown(output: object): Promise<boolean> {
  const known: unknown = await Reflect.get(output, 'isKnown')
  return known !== false
}
