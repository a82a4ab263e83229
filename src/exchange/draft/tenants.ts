import type { Network } from '../../model/network.ts'
import { plainName } from '../mapping/fields.ts'
import { idFrom } from '../values/ids.ts'
import { factOf, type Draft, type Fact, type MappedRow } from './draft.ts'
import { textFrom } from './text.ts'

const kinds = [
  [/^dinas\b/, 'dinas'],
  [/^badan\b/, 'badan'],
  [/^sekretariat\b/, 'sekretariat'],
  [/^inspektorat\b/, 'inspektorat'],
  [/^satuan\b|^satpol\b/, 'satuan'],
  [/^bagian\b/, 'bagian'],
  [/^(kantor )?(kecamatan|kec)\b/, 'kecamatan'],
] as const

/** The agencies of a site: those that its cell names, else one of the site's own name. */
export function tenantsOf(
  network: Network,
  mapped: MappedRow,
  siteName: string,
  isKecamatan: boolean,
): { readonly tenants: Draft[]; readonly fact: Fact } {
  const cell = mapped.text('tenant')
  const names =
    cell === ''
      ? [siteName]
      : cell
          .split(/[;\n|]|,\s/)
          .map(each => each.trim())
          .filter(each => each !== '')
  const from = cell === '' ? mapped.spot('name', 'ref').slice(0, 1) : mapped.spot('tenant')
  const isGuess = cell === ''
  const found = names.flatMap(said => {
    const name = textFrom(said)
    if (name === undefined) return []
    const known = tenantNamed(network, name)
    const id = known ?? idFrom(name)
    return id === '' ? [] : [{ id, name, isKnown: known !== undefined }]
  })
  const why = {
    id: 'perangkat daerah tidak disebut; dinamai menurut situsnya',
    en: 'its agency is not said; named as the site',
  }
  return {
    fact: factOf(
      'tenants',
      found.map(({ id }) => id),
      from,
      isGuess ? 'guessed' : 'sure',
      isGuess ? why : undefined,
    ),
    tenants: found
      .filter(({ isKnown }) => !isKnown)
      .map(({ id, name }): Draft => {
        const kind =
          kinds.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1] ?? (isKecamatan ? 'kecamatan' : 'other')
        return {
          kind: 'tenant',
          id,
          ref: name,
          at: mapped.row.at,
          facts: [
            factOf('name', name, from),
            factOf('kind', kind, from, 'guessed', { id: 'menurut namanya', en: 'by its name' }),
          ],
        }
      }),
  }
}

function tenantNamed({ tenants }: Network, name: string): string | undefined {
  const plain = plainName(name)
  return (
    tenants.get(idFrom(name))?.id ??
    [...tenants.values()].find(({ declared }) => plainName(declared.name) === plain)?.id
  )
}
