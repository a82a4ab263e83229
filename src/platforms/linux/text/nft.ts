import { plainText } from '../../text/ascii.ts'
import { Quoted } from '../../text/line.ts'

/**
 * A quoted string of nft, for comments and log prefixes. It has no escapes, so quotes and backslashes cannot stand in
 * it.
 */
export function nftString(text: string, limit = 100): Quoted {
  return new Quoted(`"${plainText(text.replace(/["\\]/g, "'"), limit)}"`)
}

/**
 * Prefix of a log line, with the blank that parts it from what follows. What follows a dollar in it is a variable of
 * nft, unlike in a comment.
 */
export function nftLogPrefix(text: string): Quoted {
  return new Quoted(`"${plainText(text.replace(/["\\$]/g, "'"), 60)} "`)
}

/** Name of an interface as nft compares it: quoted, with no wildcard in it. */
export function nftInterface(name: string): string {
  if (!/^[A-Za-z0-9_.@-]{1,15}$/.test(name))
    throw new Error(`not the name of a Linux interface: ${JSON.stringify(name)}`)
  return `"${name}"`
}

/** Expression made of words that are each known to be safe: set names, prefixes, numbers, quoted strings. */
export function nftExpression(words: readonly string[]): Quoted {
  return new Quoted(words.join(' '))
}
