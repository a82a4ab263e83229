import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** `npm run new:platform ID`: the three files of a platform, which render at once and say what they still lack. */
const root = join(import.meta.dirname, '../..')
const [id] = process.argv.slice(2)

if (id === undefined || !/^[a-z][a-z0-9]{1,19}$/.test(id))
  stop('usage: npm run new:platform ID   (a-z and 0-9, begins with a letter, at most 20)')
const data = join(root, 'platforms', id, 'platform.ts')
const renderer = join(root, 'platforms', id, `${id}.ts`)
const index = join(root, 'platforms/index.ts')
for (const file of [data, renderer]) if (existsSync(file)) stop(`${file} is there already`)

mkdirSync(dirname(data))
writeFileSync(data, dataOf(id))
writeFileSync(renderer, rendererOf(id))
writeFileSync(index, registered(readFileSync(index, 'utf8'), id))
console.log(
  `src/platforms/${id}/platform.ts   what it can do: dialects, models, names of interfaces\nsrc/platforms/${id}/${id}.ts       an intent in its words\nsrc/platforms/index.ts    registered\nNext: put \`platform: ${id}\` into a site file, and \`npm start\`.`,
)

function dataOf(id: string): string {
  return `import { ports, type Capabilities, type Platform } from '../../model/platform.ts'

/** What every version can do. What is not listed is a finding at the sites that need it. */
const common: Capabilities = {
  ospfAuthentication: ['md5'],
  ospf3Authentication: [],
  ospfKeyBytes: { md5: 16, sha256: 64 },
  tunnels: [],
  ipsecModes: [],
  linkLengthV4: 30,
  features: [],
}

export const ${id}: Platform = {
  id: '${id}',
  name: '${id}',
  dialects: [{ id: 'any', from: '0', capabilities: common }],
  models: {
    generic: { ports: ports('port', 1, 4, 1000, 'copper'), trunk: 'port4', source: 'made by new:platform: replace it' },
  },
  names: {
    loopback: 'lo0',
    segment: ({ vlan }) => \`vlan\${vlan}\`,
    tunnel: ({ port }) => \`tunnel\${port}\`,
    subinterface: (port, vlan) => \`\${port}.\${vlan}\`,
  },
}
`
}

function rendererOf(id: string): string {
  return `import type { Intent } from '../../intent/intent.ts'
import { prefixText } from '../../model/ip.ts'
import { ${id} } from './platform.ts'
import { line, type Line } from '../text/line.ts'
import type { Renderer } from '../renderer.ts'

/** One section a function: each takes the whole intent and gives its lines, every line with where it comes from. */
const sections: readonly ((intent: Intent) => Line[])[] = [identity, addresses]

export const ${id}Renderer: Renderer = {
  platform: ${id},
  render: intent => [{ name: \`\${intent.identity.hostname}.cfg\`, lines: sections.flatMap(section => section(intent)) }],
}

function identity({ identity: { hostname, hostnameFrom } }: Intent): Line[] {
  return [line(hostnameFrom)\`hostname \${hostname}\`]
}

function addresses({ loopback, access, fibre }: Intent): Line[] {
  return [
    line(loopback.from)\`address \${loopback.interface} \${prefixText(loopback.v4)} \${prefixText(loopback.v6)}\`,
    ...fibre.map(link => line(link.from)\`address \${link.interface} \${prefixText(link.v4)} \${prefixText(link.v6)}\`),
    ...(access?.segments ?? []).map(segment => line(segment.addressFrom)\`address \${segment.interface} \${prefixText(segment.v4)} \${prefixText(segment.v6)}\`),
  ]
}
`
}

/** The import in order of name, and the renderer in the list. */
function registered(text: string, id: string): string {
  const added = `import { ${id}Renderer } from './${id}/${id}.ts'`
  const lines = text.split('\n')
  const imports = [...lines.filter(line => line.startsWith('import ')), added].sort(byPath)
  const rest = lines.filter(line => !line.startsWith('import ')).join('\n')
  return `${imports.join('\n')}\n${rest.replace(/= \[(.*)\]/, (_, list: string) => `= [${[...list.split(', '), `${id}Renderer`].sort().join(', ')}]`)}`
}

function byPath(a: string, b: string): number {
  const path = (line: string): string => line.slice(line.indexOf("'"))
  return path(a) < path(b) ? -1 : 1
}

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}
