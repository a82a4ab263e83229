/** Text of an annotation or label: Prometheus reads `{{` in both as the beginning of a program. */
export function templateText(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}')
}

/** A regular expression of these names and no other: ids and ports hold no sign of one but the dot. */
export function anyOf(names: readonly string[]): string {
  return names.join('|').replaceAll('.', '[.]')
}
