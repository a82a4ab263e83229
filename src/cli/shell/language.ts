import type { Language } from '../../diagnostic/diagnostic.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** `--lang`, else `SERAT_LANG`, else the locale: `id*` is Indonesian, anything else English. */
export function languageOf(asked: string | undefined, env: Environment): Language {
  const wish = asked ?? env['SERAT_LANG']
  if (wish === 'id' || wish === 'en') return wish
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(value => value !== undefined && value !== '')
  return /^id([_.@-]|$)/i.test(locale ?? '') ? 'id' : 'en'
}
