import pulumi from '@pulumi/pulumi'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { unfitReason } from '../../secrets/fit.ts'
import type { NeededSecret } from '../../secrets/needed.ts'
import { placeWords, type StorePlace } from '../../secrets/place.ts'
import type { StackSettings } from '../settings.ts'
import { both } from '../words.ts'
import { asked, lookedAt, valuesInSettings, type Stores } from './stores.ts'

/**
 * Whether every secret has a value that fits its places, before the first resource. One that lacks it is an error of a
 * preview, which goes on and shows the rest, and stops anything else. A preview asks no command for a value, and says
 * what it did not check. What is filed under a former name of its router, circuit or route is taken from there, and
 * said.
 */
export async function checkSecrets(
  needed: readonly NeededSecret[],
  settings: StackSettings,
  former: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  if (needed.length === 0) return
  const isPreview = pulumi.runtime.isDryRun()
  const values = await valuesInSettings(settings)
  const stores = isPreview ? lookedAt(settings, values) : asked(settings, values)
  const formerly = new Map(
    needed.flatMap(({ name }) => {
      const old = stores.has(name) ? undefined : (former[name] ?? []).find(stores.has)
      return old === undefined ? [] : [[name, old] as const]
    }),
  )
  if (formerly.size > 0) await pulumi.log.warn(renamed(formerly))
  if (stores.keepsValues !== undefined) await pulumi.log.info(unasked(stores.keepsValues))
  const missing = needed.filter(({ name }) => !stores.has(name) && !formerly.has(name))
  const unfit = needed.flatMap(secret => {
    const value = stores.of(formerly.get(secret.name) ?? secret.name)
    const reason = value === undefined ? undefined : unfitReason(value, secret.encoders)
    return reason === undefined ? [] : [unfitWords(secret, reason)]
  })
  const isUnknown = stores.isNone || stores.away.length > 0
  if (isPreview && isUnknown && missing.length > 0) await pulumi.log.warn(unchecked(missing, stores.away))
  const faults = [
    ...(missing.length === 0 || (isPreview && isUnknown) ? [] : [lacking(missing, stores)]),
    ...(unfit.length === 0 ? [] : [[unfitHead(unfit.length), ...unfit].join('\n')]),
  ]
  if (faults.length === 0) return
  if (!isPreview) throw new pulumi.RunError(faults.join('\n'))
  await pulumi.log.error(faults.join('\n'))
}

function unasked(place: StorePlace): string {
  const words = placeWords(place)
  return both({
    id: `${words.id} tidak dimintai nilai oleh pratinjau: nilai yang diganti di sana dengan nama yang sama baru terlihat saat \`up\``,
    en: `${words.en} is not asked for values by a preview: one that was replaced there under its name is seen by \`up\` alone`,
  })
}

function unfitHead(count: number): string {
  return both({
    id: `${count} rahasia nilainya tidak dapat dipakai, jadi tidak ada yang dipasang`,
    en: `${count} secrets have a value that cannot be used, so nothing is deployed`,
  })
}

function unfitWords(secret: NeededSecret, reason: Bilingual): string {
  return `${listed([secret]).join('')}: ${both(reason)}`
}

function lacking(missing: readonly NeededSecret[], { isNone, away }: Stores): string {
  return isNone || away.length > 0 ? nowhere(missing, away) : missingFault(missing)
}

function renamed(formerly: ReadonlyMap<string, string>): string {
  return [
    both({
      id:
        `${formerly.size} rahasia masih tersimpan dengan nama lama dan dipakai dari sana; ` +
        `simpan juga dengan nama baru sebelum \`was\` dihapus`,
      en:
        `${formerly.size} secrets still stand under a former name and are taken from there; ` +
        `file them under the new one too before \`was\` goes`,
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
          id:
            'stack ini tidak menyebut penyimpan rahasia (serat:storeFile, serat:storeCommand atau serat:secrets), ' +
            'jadi tidak ada yang dipasang',
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
