import { dump } from 'js-yaml'

/** A file of a monitoring program, with what must be known of it on top. */
export function yamlFile(remarks: readonly string[], value: unknown): string {
  const head = remarks.map(remark => `# ${remark.replaceAll(/[\r\n]+/g, ' ')}\n`).join('')
  return head + dump(value, { lineWidth: -1, noRefs: true })
}
