import { dump } from 'js-yaml'

/** A file of a monitoring program, with what must be known of it on top. */
export function yamlFile(remarks: readonly string[], value: unknown): string {
  return head(remarks) + dump(value, { lineWidth: -1, noRefs: true })
}

/** The same for what a program alone reads: JSON is YAML (YAML 1.2, 1.3), and a twentieth of the work. */
export function flowYamlFile(remarks: readonly string[], value: unknown): string {
  return `${head(remarks)}${JSON.stringify(value, undefined, 1)}\n`
}

function head(remarks: readonly string[]): string {
  return remarks.map(remark => `# ${remark.replaceAll(/[\r\n]+/g, ' ')}\n`).join('')
}
