/** Groups of the first line that fits. */
export function groups(lines: readonly string[], pattern: RegExp): readonly (string | undefined)[] | undefined {
  for (const line of lines) {
    const match = pattern.exec(line)
    if (match !== null) return match.slice(1)
  }
  return undefined
}

export function value(lines: readonly string[], pattern: RegExp): string | undefined {
  return groups(lines, pattern)?.[0]
}

export function values(lines: readonly string[], pattern: RegExp): string[] {
  return lines.flatMap(line => pattern.exec(line)?.[1] ?? [])
}
