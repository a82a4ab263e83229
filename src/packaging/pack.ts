import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.ts'
import { writeTypes } from './types.ts'
import { vsix } from './vsix.ts'

const dist = join(import.meta.dirname, '../../dist')

/** `npm pack` runs this first: `dist/`, with the plugin by the name that the Pulumi engine looks for. */
await bundle(dist)
writeTypes(join(dist, 'types'))
writeFileSync(join(dist, 'serat.vsix'), await vsix())
const plugin = join(dist, 'plugin/pulumi-resource-serat')
mkdirSync(join(dist, 'plugin'))
// Messages of many kilobytes come by the thousand and are soon gone: a young generation that holds them spares moving
// them.
writeFileSync(
  plugin,
  `#!/bin/sh
exec node --max-semi-space-size=64 "$(dirname -- "$0")/../provider.js" "$@"
`,
)
chmodSync(plugin, 0o755)
