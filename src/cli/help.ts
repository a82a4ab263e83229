import type { Bilingual, Language } from '../diagnostic/diagnostic.ts'
import type { Command, OptionKind } from './command.ts'
import { clean, findingsOf, misuse } from './exit-codes.ts'
import { commonOptions } from './options.ts'

const words = {
  purpose: {
    id: 'serat: jaringan pemerintah sebagai kode. Satu inventaris, semua konfigurasi.',
    en: "serat: a government's network as code. One inventory, every configuration.",
  },
  usage: { id: 'Pemakaian', en: 'Usage' },
  commands: { id: 'Perintah', en: 'Commands' },
  command: { id: 'PERINTAH', en: 'COMMAND' },
  options: { id: 'Opsi', en: 'Options' },
  option: { id: 'OPSI', en: 'OPTIONS' },
  example: { id: 'Contoh', en: 'Example' },
  exits: { id: 'Kode keluar', en: 'Exit codes' },
  findings: { id: 'ada temuan', en: 'findings' },
  more: { id: 'serat PERINTAH --help menjelaskan satu perintah.', en: 'serat COMMAND --help explains one command.' },
} as const satisfies Record<string, Bilingual>

export function helpOf({ name, about, operands, example, options }: Command, language: Language): string {
  const rows = Object.entries({ ...options, ...commonOptions }).map(
    ([option, kind]): Row => [optionText(option, kind), kind.about[language]],
  )
  return [
    about[language],
    '',
    `${words.usage[language]}: serat ${name}${operands === '' ? '' : ` ${operands}`} [${words.option[language]}]`,
    '',
    `${words.options[language]}:`,
    ...aligned(rows),
    '',
    `${words.example[language]}: ${example}`,
    '',
    `${words.exits[language]}: 0 ${clean[language]}; 1 ${findingsOf(name)[language]}; 2 ${misuse[language]}.`,
    '',
  ].join('\n')
}

export function overview(
  commands: Readonly<Record<string, { readonly about: Bilingual }>>,
  language: Language,
): string {
  const rows = Object.entries(commands).map(([name, { about }]): Row => [name, about[language]])
  return [
    words.purpose[language],
    '',
    `${words.usage[language]}: serat ${words.command[language]} [${words.option[language]}]`,
    '',
    `${words.commands[language]}:`,
    ...aligned(rows),
    '',
    `${words.example[language]}: serat check`,
    '',
    words.more[language],
    `${words.exits[language]}: 0 ${clean[language]}; 1 ${words.findings[language]}; 2 ${misuse[language]}.`,
    '',
  ].join('\n')
}

type Row = readonly [string, string]

function optionText(name: string, kind: OptionKind): string {
  return kind.kind === 'flag' ? `--${name}` : `--${name} ${kind.name}`
}

function aligned(rows: readonly Row[]): string[] {
  const width = Math.min(Math.max(...rows.map(([left]) => left.length)), 34)
  return rows.map(([left, right]) =>
    left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`,
  )
}
