import type { ChangeScript } from '../../platforms/changing/change-script.ts'
import type { PlatformId } from '../../platforms/reading/folder.ts'
import { junosRenderer } from '../../platforms/junos/junos.ts'
import { routerosRenderer } from '../../platforms/routeros/routeros.ts'
import { fillIn } from '../../platforms/text/unresolved.ts'

/** The script as it lies on disk: where it holds a secret or a key by name, it does nothing until that is filled in. */
export function stoppedScript(id: PlatformId, script: ChangeScript): ChangeScript {
  return /<(secret|public-key):/.test(script.text) ? { ...script, text: stopped[id](script) } : script
}

const stopped: Readonly<Record<PlatformId, (script: ChangeScript) => string>> = {
  routeros: ({ file, text }) => [...routerosRenderer.stops(file), text].join('\n'),
  junos: ({ file, text }) => [...junosRenderer.stops(file), text].join('\n'),
  // Its first line enters configuration mode: behind its `! ` a router stays in EXEC mode and takes none of the others.
  iosxe: ({ text }) => `! ${fillIn}\n! ${text}`,
  linux: ({ text }) => `echo '${fillIn}' >&2; exit 1\n${text}`,
}
