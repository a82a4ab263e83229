import { fingerprintOf, stateName } from '../../changing/fingerprint.ts'
import { sentencesOf } from '../../reading/sentences.ts'
import type { ConfigFile } from '../../renderer.ts'
import { line, lineText, Quoted } from '../../text/line.ts'

/** What no daemon writes again holds the fingerprint of all files; `sysctl` reads past its comments. */
export const stateHolder = 'sysctl.conf'

export function withState(files: readonly ConfigFile[]): readonly ConfigFile[] {
  const sentences = files.flatMap(({ name, lines }) =>
    sentencesOf(name, lines.map(lineText).join('\n')).map(each => ({ ...each, block: `${name} ${each.block}` })),
  )
  const said = line([], 'says-what-it-holds')`${new Quoted(fingerprintLine(fingerprintOf(sentences)))}`
  return files.map(file => (file.name === stateHolder ? { ...file, lines: [...file.lines, said] } : file))
}

export function fingerprintLine(fingerprint: string): string {
  return `# ${stateName} ${fingerprint}`
}
