import { lineText } from '../../platforms/text/line.ts'
import type { ConfigFile } from '../../platforms/renderer.ts'

/** What the rendered unit of a core runs to forget silent peers, as systemd hands it to the shell. */
export function forgetCommand(files: readonly ConfigFile[]): string {
  const unit = files.find(({ name }) => name.endsWith('serat-silent-peers.service'))
  const command = (unit?.lines ?? []).map(lineText).find(text => text.startsWith('ExecStart=')) ?? ''
  const script = /^ExecStart=\/bin\/sh -c '(.*)'$/.exec(command)?.[1]
  if (script === undefined) throw new Error(`not the command of a unit: ${command}`)
  return script.replaceAll('$$', '$').replaceAll('%%', '%')
}
