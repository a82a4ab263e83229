import { text as textForm, word as wordForm } from '../../model/scalars.ts'
import { withoutHidden } from '../../text/signs.ts'

/**
 * A text of somebody's as the inventory takes it: one line without signs that nobody sees; undefined where nothing is
 * left.
 */
export function textFrom(said: string): string | undefined {
  const clean = withoutHidden(said.replace(/\s+/g, ' '), () => '')
    .replaceAll('<secret:', '<')
    .trim()
    .slice(0, 200)
    .trim()
  return textForm.safeParse(clean).success ? clean : undefined
}

export function wordFrom(said: string): string | undefined {
  const clean = said.replace(/\s+/g, ' ').trim()
  return wordForm.safeParse(clean).success ? clean : undefined
}
