/** A unit of systemd-networkd: its sections in order, each with its lines. */
export interface Unit {
  readonly sections: readonly { readonly name: string; readonly lines: readonly string[] }[]
}

export function unitOf(text: string): Unit {
  const sections: { name: string; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const name = /^\[(\w+)\]$/.exec(line)?.[1]
    if (name !== undefined) sections.push({ name, lines: [] })
    else if (line !== '' && !line.startsWith('#')) sections.at(-1)?.lines.push(line)
  }
  return { sections }
}

export function linesOf({ sections }: Unit, name: string): readonly string[] {
  return sections.filter(section => section.name === name).flatMap(({ lines }) => lines)
}

export function get(unit: Unit, section: string, key: string): string | undefined {
  return linesOf(unit, section)
    .find(line => line.startsWith(`${key}=`))
    ?.slice(key.length + 1)
}

export function all(unit: Unit, section: string, key: string): string[] {
  return linesOf(unit, section)
    .filter(line => line.startsWith(`${key}=`))
    .map(line => line.slice(key.length + 1))
}
