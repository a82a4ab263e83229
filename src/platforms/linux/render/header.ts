import { confirmMinutes } from '../../../intent/decided.ts'
import type { Intent } from '../../../intent/intent.ts'
import { frrText } from '../text/frr.ts'
import { line, type Line, Quoted } from '../../text/line.ts'

/** How to load a file of this router, and how it goes back by itself when whoever loads it is cut off. */
export function fileHeader(
  intent: Intent,
  comment: '!' | '#',
  file: { readonly target: string; readonly mode: string; readonly reload: string },
): Line[] {
  const sign = new Quoted(comment)
  const base = file.target.slice(file.target.lastIndexOf('/') + 1)
  const say = (text: string): Line => line([], 'file-header')`${sign} ${new Quoted(text)}`
  return [
    line(
      intent.identity.siteName.from,
    )`${sign} ${intent.identity.hostname.value}: ${frrText(intent.identity.siteName.value)}`,
    say(`1. cp -a ${file.target} ${file.target}.before`),
    say(
      `2. systemd-run --unit=back-${base.replace(/\W/g, '-')} --on-active=${confirmMinutes.change}min sh -c 'cp ` +
        `-a ${file.target}.before ${file.target}; ${file.reload}'`,
    ),
    say(`3. install ${file.mode} ${base} ${file.target}; ${file.reload}`),
    say(`4. when all is well: systemctl stop back-${base.replace(/\W/g, '-')}.timer`),
  ]
}
