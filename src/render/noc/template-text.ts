/** Text of an annotation or label: Prometheus reads `{{` in both as the beginning of a program. */
export function templateText(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}')
}

/** A regular expression of these names and no other: ids and ports hold no sign of one but the dot. */
export function anyOf(names: readonly string[]): string {
  return names.join('|').replaceAll('.', '[.]')
}

/**
 * The light of routes among these signs, as one regular expression, or none: a route that is down brings none. Subjects
 * of light are `light:ROUTE:ROUTER`.
 */
export function lightOf(signs: readonly string[]): string[] {
  const routes = signs.filter(sign => sign.startsWith('route:')).map(sign => sign.slice('route:'.length))
  return routes.length === 0 ? [] : [`light:(?:${anyOf(routes)}):.*`]
}
