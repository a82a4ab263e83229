import type { Entry } from './entry.ts'
import { routerosEntries } from './routeros-entries.ts'

const none: ReadonlyMap<string, string> = new Map()

/** Reads the files of one router's folder, with nothing of our own compiler. */
export function entriesOf(files: ReadonlyMap<string, string>): Entry[] {
  return [...files].flatMap(([file, text]) => {
    const lines = text.split('\n').filter(line => line.trim() !== '')
    if (file.endsWith('.rsc')) return routerosEntries(file, lines)
    if (file === 'frr.conf') return blockEntries(file, lines)
    if (file === 'nftables.conf') return nftEntries(file, lines)
    return sectionEntries(file, lines)
  })
}

function blockEntries(file: string, lines: readonly string[]): Entry[] {
  let menu = ''
  return lines.map((line): Entry => {
    if (line.startsWith('!')) return { file, menu: '#', text: line, words: none }
    if (!line.startsWith(' ')) menu = line
    return { file, menu, text: line.trim(), words: none }
  })
}

function nftEntries(file: string, lines: readonly string[]): Entry[] {
  let menu = ''
  return lines.flatMap((line): Entry[] => {
    if (line.startsWith('#')) return [{ file, menu: '#', text: line, words: none }]
    const opened = /^ {2}(?:chain|set) (\S+) \{/.exec(line)?.[1]
    if (opened !== undefined) menu = opened
    return opened === undefined && line.trim() !== '}' ? [{ file, menu, text: line.trim(), words: none }] : []
  })
}

function sectionEntries(file: string, lines: readonly string[]): Entry[] {
  let menu = ''
  return lines.flatMap((line): Entry[] => {
    if (line.startsWith('#')) return [{ file, menu: '#', text: line, words: none }]
    const opened = /^\[(\w+)\]$/.exec(line)?.[1]
    if (opened !== undefined) menu = opened
    return opened === undefined ? [{ file, menu, text: line, words: none }] : []
  })
}
