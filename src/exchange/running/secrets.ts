/** What stands for anything: a secret that only a deployment knows, a key that nobody has made yet. */
export const anything = '\u2022'

/** Arguments of RouterOS whose value nobody should read. `public-key` is none. */
const secretArgument =
  /^(?!public-key$)(?:.*-)?(?:password|secret|passphrase|pre-?shared-key|private-key|auth-key|authentication-key|encryption-key|md5-key|wep-key|key|token|pin)$/i

export function isSecretArgument(key: string): boolean {
  return secretArgument.test(key)
}

/** Words behind which a secret stands in Junos, IOS XE, FRR and units of systemd; a digit between is the form of its encryption. */
const behindWords =
  /\b((?:secret|password|passphrase|key-string|authentication-key|encrypted-password|(?:authentication|privacy)-(?:password|key)|ascii-text|hexadecimal|md5|sha(?:[- ]?\d{3})?|aes(?: ?\d{3})?|3?des|community|PrivateKey|PresharedKey|pre-shared-key|key)(?:\s+|=)(?:address \S+ key )?(?:[056789]\s+)?)("[^"]*"|[^\s;"]+)/g

/** A line without what stands in for secrets, ours and theirs alike. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/"?<(?:secret|public-key):[^>]*>"?/g, anything)
    .replace(behindWords, (_, words: string) => words + anything)
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@:]+:[^\s/@]+@/gi, `$1${anything}@`)
}

/** Whether a text fits another in which something stands for anything. */
export function fits(pattern: string, text: string): boolean {
  if (!pattern.includes(anything)) return pattern === text
  const parts = pattern.split(anything)
  let at = 0
  for (const [i, part] of parts.entries()) {
    const found = i === 0 ? (text.startsWith(part) ? 0 : -1) : text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return parts.at(-1) === '' || text.endsWith(parts.at(-1) ?? '')
}
