/** What stands for anything: a secret that only a deployment knows, a key that nobody has made yet. */
export const anything = '\u2022'

/** Arguments of RouterOS whose value nobody should read. `public-key` is none. */
const secretArgument =
  /^(?!public-key$)(?:.*-)?(?:password|secret|passphrase|pre-?shared-key|private-key|auth-key|authentication-key|encryption-key|md5-key|wep-key|key|token|pin)$/i

export function isSecretArgument(key: string): boolean {
  return secretArgument.test(key)
}

/**
 * Words of Junos, IOS XE, FRR and units of systemd behind which a secret stands; a digit between is the form of its
 * encryption.
 */
const secretWord =
  '(?:[\\w-]*(?:password|secret|passphrase)(?:-[\\w-]+)?|key-string|authentication-key|(?:authentication|privacy)-key|' +
  'ascii-text|hexadecimal|community|PrivateKey|PresharedKey|pre-shared-key|key)' +
  '(?:\\s+|=)(?:address \\S+ key )?(?:[056789]\\s+)?'
/**
 * Algorithms behind which the secret itself stands, in lines of users and neighbours; elsewhere another algorithm does.
 */
const algorithmWord = '(?:md5|sha(?:[- ]?\\d{3})?|aes(?: ?\\d{3})?|3?des)\\s+(?:[056789]\\s+)?'
const algorithmLine = /\b(auth|priv|authentication|privacy|message-digest-key|usm)\b/
const value = '("[^"]*"|[^\\s;"]+)'
// Words stand behind each other: `pre-shared-key ascii-text "…"`, `hash-algo hmac-sha-256 key …`.
const behindWords = new RegExp(`\\b((?:${secretWord})+)${value}`, 'g')
const behindAll = new RegExp(`\\b((?:${secretWord}|${algorithmWord})+)${value}`, 'g')

/** A line without what stands in for secrets, ours and theirs alike. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/"?<(?:secret|public-key):[^>]*>"?/g, anything)
    .replace(algorithmLine.test(text) ? behindAll : behindWords, (whole, words: string, said: string) =>
      isOpen(words, said) ? whole : words + anything,
    )
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@:]+:[^\s/@]+@/gi, `$1${anything}@`)
}

/** A key's number (`key 1`), and communities of BGP, which mark routes. */
function isOpen(words: string, said: string): boolean {
  return (
    (/(^|\s)key\s+$/.test(words) && /^\d{1,3}$/.test(said)) ||
    (/(^|\s)community\s+$/.test(words) && /^\d+:\d+$/.test(said))
  )
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
