import { platforms } from '../../compile.ts'
import { newKinds } from '../../edit/new/new.ts'
import { id as idForm } from '../../model/scalars.ts'
import { command } from '../command.ts'
import { applyEdit } from '../edit/apply.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { nearHint } from '../near.ts'
import { inventoryOptions, list, value } from '../options.ts'
import { refuse } from '../shell/refusal.ts'

const kinds = Object.keys(newKinds)

export const newThing = command({
  name: 'new',
  about: {
    id:
      'Tulis benda baru, dan pilih yang bebas: port router, port ODF, core, VLAN, kelas optik. ' +
      `KIND: ${kinds.join(', ')}. ID sebuah adendum adalah kontraknya.`,
    en:
      'Writes a new thing, and chooses what is free: router port, ODF port, cores, VLAN, class of optics. ' +
      `KIND: ${kinds.join(', ')}. The ID of an addendum is its contract's.`,
  },
  operands: 'KIND ID',
  fewestOperands: 2,
  mostOperands: 2,
  example: 'serat new site dinkes --name Dinkes --at -7.7,110.6 --kecamatan 33.10.24 --tenant dinkes',
  options: {
    ...inventoryOptions,
    name: value('NAME', 'nama untuk orang', 'name for people'),
    at: value('LAT,LON', 'titik situs', 'point of a site'),
    kecamatan: value('CODE', 'kode kecamatan', 'code of the kecamatan'),
    tenant: list(
      'ID',
      'perangkat daerah di situs; yang baru ikut ditulis',
      'agency at the site; a new one is written too',
    ),
    segment: list('NAME=HOSTS', 'segmen situs (bawaan: data=40)', 'segment of the site (default: data=40)'),
    model: value(
      'MODEL',
      'model router (bawaan: yang terbanyak dipakai)',
      'model of the router (default: the most used)',
    ),
    asset: value('NUMBER', 'nomor KIB router', 'asset number (KIB) of the router'),
    a: value(
      'ID',
      'ujung pertama rute (router) atau bentangan (struktur)',
      'first end of a route (router) or run (structure)',
    ),
    b: value('ID', 'ujung kedua', 'second end'),
    'every-m': value('M', 'jarak tiang (bawaan: 50)', 'metres between poles (default: 50)'),
    site: value('ID', 'situs sirkuit', 'site of a circuit'),
    provider: value('ID', 'penyedia', 'provider'),
    mbps: value('N', 'bandwidth', 'bandwidth'),
    monthly: value('RUPIAH', 'biaya sebulan tanpa PPN', 'monthly fee without PPN'),
    number: value(
      'NUMBER',
      'nomor kontrak atau adendum, atau referensi penyedia',
      "number of the contract or addendum, or the provider's reference",
    ),
    budget: value('ID', 'mata anggaran', 'budget line'),
    circuit: list(
      'ID',
      'sirkuit kontrak; yang ikut dengan adendum',
      'circuit of a contract; one that joins by an addendum',
    ),
    from: value('YYYY-MM-DD', 'hari pertama', 'first day'),
    to: value('YYYY-MM-DD', 'hari terakhir', 'last day'),
  },
  run(shell, given, [kind = '', id = '']) {
    if (!isNewKind(kind)) {
      const near = nearHint(kind, kinds)
      return refuse(
        `tidak ada jenis \`${kind}\`${near.id}; yang ada: ${kinds.join(', ')}`,
        `there is no kind \`${kind}\`${near.en}; known: ${kinds.join(', ')}`,
      )
    }
    if (!idForm.safeParse(id).success)
      return refuse(
        `\`${id}\`: harus huruf kecil a-z, angka dan tanda hubung, paling banyak 40`,
        `\`${id}\`: must be lower-case letters a-z, digits and hyphens, at most 40`,
      )
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { inventory, network, asOf: today } = loaded
    const { tenant, segment, circuit, 'every-m': everyM, ...rest } = given
    const wish = { ...rest, id, everyM, tenants: tenant, segments: segment, circuits: circuit, today }
    const making = { sources: inventory.sources, network, wish }
    return applyEdit(shell, loaded, newKinds[kind](making, platforms))
  },
})

function isNewKind(word: string): word is keyof typeof newKinds {
  return Object.hasOwn(newKinds, word)
}
