import pulumi from '@pulumi/pulumi'
import { both } from '../words.ts'
import type { Declaration } from '../../api/declared.ts'

/** Arguments with every output in them settled. Throws `RunError` at the thing where one is a secret, or is not known before a deployment. */
export async function settledArgs(
  { id, calledFrom }: Omit<Declaration, 'args'>,
  args: object,
): Promise<Declaration['args']> {
  const output = pulumi.output<object>(args)
  const where = calledFrom === undefined ? id : `${id} (${calledFrom.file}:${calledFrom.line})`
  if (await pulumi.isSecret(output))
    throw new pulumi.RunError(
      both({
        id: `${where}: sebuah argumen adalah rahasia; inventaris hanya menyebut namanya, { secret: "nama" }`,
        en: `${where}: an argument is a secret; an inventory only names it, { secret: "name" }`,
      }),
    )
  if (!(await isKnown(output)))
    throw new pulumi.RunError(
      both({
        id: `${where}: sebuah argumen baru diketahui setelah sumber daya lain dibuat; buat dahulu yang itu: pulumi up --target URN`,
        en: `${where}: an argument is known only once another resource exists; make that one first: pulumi up --target URN`,
      }),
    )
  return new Promise(resolve => void output.apply(resolve))
}

/** Pulumi says so on every output, and leaves it out of its types. */
async function isKnown(output: object): Promise<boolean> {
  const known: unknown = await Reflect.get(output, 'isKnown')
  return known !== false
}
