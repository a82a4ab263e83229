import { withImport, type Scaffolder } from './scaffold.ts'

const index = 'platforms/index.ts'

/**
 * `npm run new:platform ID`: a platform's data, its renderer and its line in the index. It renders at once, and says
 * what it still lacks.
 */
export const newPlatform: Scaffolder = (tree, [id = '']) => {
  if (!/^[a-z][a-z0-9]{1,19}$/.test(id))
    return { misuse: 'usage: npm run new:platform ID   (a-z and 0-9, begins with a letter, at most 20)' }
  const folder = `platforms/${id}`
  if (tree(`${folder}/platform.ts`) !== undefined) return { misuse: `there is a platform ${id} already` }
  const known = tree(index) ?? ''
  return {
    files: {
      [`${folder}/platform.ts`]: dataOf(id),
      [`${folder}/${id}.ts`]: rendererOf(id),
      [index]: withImport(known, `${id}Renderer`, `./${id}/${id}.ts`).replace(
        /= \[(.*)\]/,
        (_, list: string) => `= [${[...list.split(', '), `${id}Renderer`].sort().join(', ')}]`,
      ),
    },
    tests: ['src/platforms/every-platform.test.ts'],
    golden: ['src/platforms/every-platform.test.ts', '-t', id],
    next: [
      `src/platforms/${id}/platform.ts: dialects by version, models and names of interfaces, each with its source`,
      `src/platforms/${id}/${id}.ts: the rest of an intent; what stays out is no feature of the platform, so that rule RTR003 says it at the site`,
      `src/testing/golden/platforms/${id}: one site as it is rendered now; renew it as the renderer grows (below)`,
      `README.md, "Platforms": \`SERAT_UPDATE=1\` with src/platforms/accepted.test.ts writes what the data says proves it`,
      `put \`platform: ${id}\` into a site file, and \`npm start\``,
    ],
  }
}

function dataOf(id: string): string {
  return `import { ports, type Capabilities, type Platform } from '../../model/platform.ts'

/** What every version can do. What is not listed is a finding at the sites that need it. */
const common: Capabilities = {
  ospfAuthentication: ['md5'],
  ospf3Authentication: [],
  ospfTwoKeys: [],
  ospfKeyBytes: { md5: 16, sha256: 64 },
  tunnels: [],
  ipsecModes: [],
  linkLengthV4: 30,
  features: [],
}

export const ${id}: Platform = {
  id: '${id}',
  name: '${id}',
  dialects: [{ id: 'any', from: '1.0', capabilities: common, source: 'made by new:platform: nothing proves it yet' }],
  releases: { form: /^\\d+\\.\\d+$/, example: '1.0', upTo: '1.0' },
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
import type { Renderer } from '../renderer.ts'
import { line, type Line } from '../text/line.ts'
import { fillIn } from '../text/unresolved.ts'
import { ${id} } from './platform.ts'

/** One section a function: each takes the whole intent and gives its lines, every line with where it comes from. */
const sections: readonly ((intent: Intent) => Line[])[] = [identity, addresses]

export const ${id}Renderer: Renderer = {
  platform: ${id},
  render: intent => [{ name: \`\${intent.identity.hostname.value}.cfg\`, lines: sections.flatMap(section => section(intent)) }],
  stops: () => [fillIn],
}

function identity({ identity: { hostname } }: Intent): Line[] {
  return [line(hostname.from)\`hostname \${hostname.value}\`]
}

function addresses({ loopback, access, fibre }: Intent): Line[] {
  return [
    line(loopback.from)\`address \${loopback.interface} \${prefixText(loopback.v4)} \${prefixText(loopback.v6)}\`,
    ...fibre.map(
      link =>
        line(link.from)\`address \${link.interface.value} \${prefixText(link.v4)} \${prefixText(link.v6)}\`,
    ),
    ...(access?.segments ?? []).map(
      ({ interface: name, v4, v6 }) =>
        line(v4.from)\`address \${name} \${prefixText(v4.value)} \${prefixText(v6.value)}\`,
    ),
  ]
}
`
}
