import { edited, everywhere, type Files } from './inventory.ts'

/**
 * Renames by text, as an engineer does: the new id wherever the old one stood, and `was:` where the thing is declared.
 */

export function renamed(files: Files, kind: 'site' | 'circuit' | 'uplink' | 'route', from: string, to: string): Files {
  const declaration = new RegExp(`^(- |)${kind}: ${from}(?![\\w-])`, 'm')
  const everywhereNew = everywhere(files, text =>
    text.replace(declaration, (_, dash: string) => `${dash}${kind}: ${to}\n${dash === '' ? '' : '  '}was: [${from}]`),
  )
  return everywhere(everywhereNew, text => replaceId(text, from, to))
}

export function renamedCore(files: Files, from: string, to: string): Files {
  const declared = everywhere(files, text =>
    text.replace(new RegExp(`^  ${from}:\n`, 'm'), `  ${to}:\n    was: [${from}]\n`),
  )
  return everywhere(declared, text => replaceId(text, from, to))
}

/** A zone is named in the network file alone; other things there may have the same name. */
export function renamedZone(files: Files, from: string, to: string): Files {
  return edited(files, 'network.yaml', text =>
    text
      .replace(new RegExp(`(?<=^zones:\\n(?:.*\\n)*?)  ${from}:\\n    name`, 'm'), `  ${to}:\n    name`)
      .replace(new RegExp(`zone: ${from}(?![\\w-])`, 'g'), `zone: ${to}`)
      .replace(/reaches: \[.*\]/g, list => replaceId(list, from, to)),
  )
}

/** Whole words only: an id holds letters, digits and hyphens. What stands in `was:` stays. */
function replaceId(text: string, from: string, to: string): string {
  return text
    .split('\n')
    .map(line =>
      /^\s*was:|^#/.test(line) ? line : line.replace(new RegExp(`(?<!kind: |[\\w./-])${from}(?![\\w.-])`, 'g'), to),
    )
    .join('\n')
}
