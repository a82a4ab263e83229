/** First lines of a file: its schema for editors, and what it is, in both languages. */
export function head(schema: string, id: string, en: string, depth: '..' | '../..' = '../..'): string {
  return `# yaml-language-server: $schema=${depth}/.serat/schema/${schema}.json\n# ${id}\n# ${en}\n`
}

/** A text as a YAML value in double quotes, which JSON writes too. */
export function quoted(text: string): string {
  return JSON.stringify(text)
}
