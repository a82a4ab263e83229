import type { Source } from '../../source/source.ts'
import { readme } from './readme.ts'
import { workflow } from './workflow.ts'

/** What the files around an inventory have to know of it. */
export interface Repository {
  readonly network: string
  readonly name: string
}

/** Files of a regency's repository beside `sites/` and `package.json`. */
export function repositoryFiles(repository: Repository): Source[] {
  const { network } = repository
  return [
    { path: 'Pulumi.yaml', text: pulumiProject },
    { path: `stacks/Pulumi.${network}.yaml`, text: stackText(network) },
    { path: '.gitignore', text: ignored },
    { path: '.gitattributes', text: attributes },
    { path: '.github/workflows/serat.yml', text: workflow },
    { path: '.vscode/extensions.json', text: '{ "recommendations": ["redhat.vscode-yaml"] }\n' },
    { path: '.vscode/settings.json', text: editorSettings },
    { path: 'README.md', text: readme(repository) },
  ]
}

/** Files whose lines join those that are there already. */
export const joinedByLine: ReadonlySet<string> = new Set(['.gitignore', '.gitattributes'])
/** Files that stay as they are where there is one. */
export const keptIfThere: ReadonlySet<string> = new Set([
  'README.md',
  '.vscode/extensions.json',
  '.vscode/settings.json',
])

/** The lines of `text` that `had` lacks, behind it. */
export function joined(had: string, text: string): string {
  const known = new Set(had.split(/\r?\n/))
  const lacking = text.split('\n').filter(line => line !== '' && !known.has(line))
  const end = had === '' || had.endsWith('\n') ? '' : '\n'
  return had + end + lacking.map(line => `${line}\n`).join('')
}

/** `package.json` with what a regency's repository needs; what stands in it stays. */
export function packageWith(had: Readonly<Record<string, unknown>>): string {
  const { scripts, ...rest } = had
  const own = typeof scripts === 'object' && scripts !== null ? scripts : {}
  const whole = {
    private: true,
    type: 'module',
    ...rest,
    scripts: {
      check: 'serat check',
      build: 'serat build',
      // A clone is ready after `npm ci`: schemas for the editor, and the driver that merges the ledger.
      prepare: 'serat schema --quiet && serat merge-ledger --install --quiet',
      ...own,
    },
  }
  return JSON.stringify(whole, null, 2) + '\n'
}

const ignored = 'node_modules/\nout/\n.serat/\n*.tmp\n'
const attributes = '* text=auto eol=lf\nsites/allocations.lock.yaml merge=serat-ledger\n'
const editorSettings = `{
  "files.eol": "\\n",
  "yaml.format.enable": false,
  "yaml.schemaStore.enable": false,
  "files.readonlyInclude": { "sites/allocations.lock.yaml": true }
}
`

const pulumiProject = `name: serat
description: Router configurations, IP plan and records, deployed from one inventory.
runtime: { name: nodejs, options: { typescript: false } }
main: node_modules/serat/dist/program.js
stackConfigDir: stacks
plugins: { providers: [{ name: serat, path: ./node_modules/serat/dist/plugin }] }
`

function stackText(network: string): string {
  return `config:
  serat:inventory: sites
  # Deployed files hold secrets: this lies outside every repository.
  serat:outputRoot: /srv/serat/${network}
  # One \`name: value\` a line, mode 0600, outside every repository. \`npx serat secrets --generate\` fills it.
  serat:storeFile: /etc/serat/${network}-secrets.yaml
  serat:target: file
`
}
