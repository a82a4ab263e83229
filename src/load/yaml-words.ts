import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { snakeCase, type Place, type Source } from '../source/source.ts'
import type { YamlFault } from '../source/yaml.ts'
import { printable } from '../text/screen.ts'
import { loadFault } from './fault.ts'
import { kindOf } from './kinds.ts'

/** What a file's YAML may not hold, in words. */
export function yamlDiagnostic(source: Source, { kind, path, detail, offsets }: YamlFault): Diagnostic {
  const at: Place = offsets === undefined ? { source, path } : { source, path, offsets }
  const shown = printable(detail)
  switch (kind) {
    case 'syntax':
      return loadFault(
        'LOD005',
        at,
        { id: `YAML tidak dapat diurai: ${shown}`, en: `the YAML does not parse: ${shown}` },
        {
          id: 'periksa lekukan (spasi, bukan tab), titik dua dan tanda kutip di sekitar sini',
          en: 'look at indentation (spaces, not tabs), colons and quotes around here',
        },
      )
    case 'duplicate-key':
      return loadFault(
        'LOD006',
        { ...at, key: true },
        { id: `kunci \`${shown}\` ditulis dua kali`, en: `the key \`${shown}\` is written twice` },
        { id: 'simpan salah satunya', en: 'keep one of the two' },
        [
          {
            at: { source, path, key: true, first: true },
            message: { id: 'yang pertama di sini', en: 'the first one is here' },
          },
        ],
      )
    case 'alias':
    case 'tag':
      return loadFault(
        'LOD007',
        at,
        {
          id: `jangkar, alias, dan tag YAML tidak dipakai di sini (\`${shown}\`)`,
          en: `anchors, aliases and tags of YAML are not used here (\`${shown}\`)`,
        },
        { id: 'tulis nilainya di tempatnya sendiri', en: 'write the value in its own place' },
      )
    case 'key':
    case 'depth':
      return loadFault(
        'LOD008',
        at,
        { id: 'susunan terlalu dalam, atau sebuah kunci bukan kata', en: 'nested too deep, or a key is no word' },
        { id: 'bandingkan dengan berkas lain dari jenis yang sama', en: 'compare with another file of the same kind' },
      )
    case 'empty':
      return loadFault(
        'LOD009',
        at,
        { id: 'berkas kosong', en: 'the file is empty' },
        {
          id: `isi, atau hapus berkas ini; kunci pertamanya \`${snakeCase(kindOf(source.path, undefined) ?? 'site')}:\``,
          en: `fill it or remove it; its first key is \`${snakeCase(kindOf(source.path, undefined) ?? 'site')}:\``,
        },
      )
  }
}
