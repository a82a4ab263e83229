import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { snakeCase, type Place, type Source } from '../source/source.ts'
import type { SyntaxReason } from '../source/yaml-events.ts'
import type { YamlFault } from '../source/yaml.ts'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { printable } from '../text/screen.ts'
import { loadFault } from './fault.ts'
import { kindOf } from './kinds.ts'
import { hiddenSign } from './shape-words.ts'

/** What a file's YAML may not hold, in words. */
export function yamlDiagnostic(
  source: Source,
  { kind, path, detail, reason = 'other', offsets }: YamlFault,
): Diagnostic {
  const at: Place = offsets === undefined ? { source, path } : { source, path, offsets }
  const shown = printable(detail)
  switch (kind) {
    case 'syntax':
      return unreadable(at, reason)
    case 'sign':
      return hiddenSign(at, detail)
    case 'duplicate-key':
      return twice(at, shown)
    case 'name':
      return loadFault(
        'LOD010',
        { ...at, key: true },
        { id: `kunci \`${shown}\` tidak dikenal di sini`, en: `unknown key \`${shown}\`` },
        { id: 'hapus kunci ini', en: 'remove this key' },
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
    case 'empty':
      return loadFault('LOD009', at, { id: 'berkas kosong', en: 'the file is empty' }, firstKeyOf(source))
    default: {
      const { code, what, remedy } = forms[kind]
      return loadFault(code, at, what, remedy)
    }
  }
}

/** Faults that need no fact to be said. */
const forms = {
  several: {
    code: 'LOD005',
    what: { id: 'berkas ini berisi lebih dari satu dokumen YAML', en: 'this file holds more than one YAML document' },
    remedy: {
      id: 'hapus baris `---` atau `...` ini; beberapa benda ditulis sebagai daftar',
      en: 'remove this line `---` or `...`; several things are written as a list',
    },
  },
  size: {
    code: 'LOD002',
    what: { id: 'berkas ini berisi terlalu banyak nilai', en: 'this file holds too many values' },
    remedy: { id: 'bagi menjadi beberapa berkas', en: 'split it into several files' },
  },
  key: {
    code: 'LOD008',
    what: { id: 'kunci ini sebuah daftar atau kelompok, bukan kata', en: 'this key is a list or a group, not a word' },
    remedy: {
      id: 'tulis `kunci: nilai`, dengan satu kata sebagai kunci',
      en: 'write `key: value`, with one word as the key',
    },
  },
  depth: {
    code: 'LOD008',
    what: { id: 'susunan di sini terlalu dalam', en: 'this is nested too deep' },
    remedy: {
      id: 'periksa lekukan dan kurungnya; tidak ada benda yang lebih dalam dari beberapa tingkat',
      en: 'look at indentation and brackets; no thing is deeper than a few levels',
    },
  },
} as const satisfies Record<string, Mistake & { readonly code: string }>

function firstKeyOf({ path }: Source): Bilingual {
  const key = snakeCase(kindOf(path, undefined) ?? 'site')
  return {
    id: `isi, atau hapus berkas ini; kunci pertamanya \`${key}:\``,
    en: `fill it or remove it; its first key is \`${key}:\``,
  }
}

function twice(at: Place, shown: string): Diagnostic {
  const first = { at: { source: at.source, path: at.path, key: true, first: true }, message: firstHere } as const
  return loadFault(
    'LOD006',
    { ...at, key: true },
    { id: `kunci \`${shown}\` ditulis dua kali`, en: `the key \`${shown}\` is written twice` },
    { id: 'simpan salah satunya', en: 'keep one of the two' },
    [first],
  )
}

const firstHere = { id: 'yang pertama di sini', en: 'the first one is here' }

function unreadable(at: Place, reason: SyntaxReason): Diagnostic {
  const { what, remedy } = mistakes[reason]
  const message = { id: `YAML tidak dapat diurai: ${what.id}`, en: `the YAML does not parse: ${what.en}` }
  return loadFault('LOD005', at, message, remedy)
}

interface Mistake {
  readonly what: Bilingual
  readonly remedy: Bilingual
}

/** What people get wrong in YAML; the parser stops at the fault or right behind it. */
const mistakes: Readonly<Record<SyntaxReason, Mistake>> = {
  tab: {
    what: { id: 'baris ini menjorok dengan tab', en: 'this line is indented with a tab' },
    remedy: { id: 'pakai spasi, dua untuk setiap tingkat', en: 'use spaces, two for each level' },
  },
  indentation: {
    what: {
      id: 'baris ini tidak sejajar dengan yang di atasnya, atau ada dua nilai pada satu kunci',
      en: 'this line is not in line with those above it, or one key has two values',
    },
    remedy: {
      id: 'sejajarkan kunci yang setingkat; teks yang berisi `: ` atau diawali tanda seperti @ % ` ditulis dalam tanda kutip',
      en: 'align keys of one level; put text with `: ` in it, or with a sign like @ % ` at its start, in quotes',
    },
  },
  quote: {
    what: { id: 'tanda kutip ini tidak ditutup', en: 'a quote is not closed' },
    remedy: { id: 'tutup tanda kutipnya di baris yang sama', en: 'close the quote on the same line' },
  },
  bracket: {
    what: { id: 'kurung [ atau { tidak ditutup', en: 'a bracket [ or { is not closed' },
    remedy: { id: 'tutup dengan ] atau }', en: 'close it with ] or }' },
  },
  closing: {
    what: { id: 'kurung penutup ini terlalu ke kiri', en: 'this closing bracket stands too far left' },
    remedy: {
      id: 'beri dua spasi di depannya, atau tulis isi kurungnya di satu baris',
      en: 'put two spaces before it, or write what is in the brackets on one line',
    },
  },
  comma: {
    what: {
      id: 'di dalam kurung ada koma yang kurang atau berlebih, atau kurung penutup yang lain',
      en: 'inside brackets a comma is missing or one too many, or the wrong bracket closes',
    },
    remedy: { id: 'tulis { a: 1, b: 2 } atau [1, 2]', en: 'write { a: 1, b: 2 } or [1, 2]' },
  },
  key: {
    what: { id: 'kunci ini tidak diikuti titik dua', en: 'this key is not followed by a colon' },
    remedy: {
      id: 'tulis `kunci: nilai`, dengan spasi sesudah titik dua',
      en: 'write `key: value`, with a space behind the colon',
    },
  },
  escape: {
    what: { id: 'urutan setelah \\ tidak dikenal', en: 'what stands behind \\ is no escape' },
    remedy: {
      id: "pakai tanda kutip tunggal '...' agar \\ berarti dirinya sendiri",
      en: "use single quotes '...', in which \\ means itself",
    },
  },
  ended: {
    what: {
      id: 'baris ini tidak termasuk bagian mana pun: kunci tanpa `: `, atau lekukan yang terlalu ke kiri',
      en: 'this line belongs to nothing: a key without `: `, or indentation too far to the left',
    },
    remedy: {
      id: 'periksa titik dua dengan spasi di belakangnya, dan lekukannya',
      en: 'look at the colon, which needs a space behind it, and at the indentation',
    },
  },
  other: {
    what: { id: 'baris ini tidak dapat dibaca', en: 'this line cannot be read' },
    remedy: {
      id: 'periksa lekukan (spasi, bukan tab), titik dua dan tanda kutip di sekitar sini',
      en: 'look at indentation (spaces, not tabs), colons and quotes around here',
    },
  },
}
