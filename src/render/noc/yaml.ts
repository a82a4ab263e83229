/** A file of a monitoring program, with what must be known of it on top: in block style, a line for each value. */
export function yamlFile(remarks: readonly string[], value: object): string {
  return head(remarks) + blockOf(value, '')
}

/** The same for what a program alone reads: JSON is YAML (YAML 1.2, 1.3). */
export function flowYamlFile(remarks: readonly string[], value: object): string {
  return `${head(remarks)}${escaped(JSON.stringify(value, undefined, 1))}\n`
}

function head(remarks: readonly string[]): string {
  return remarks.map(remark => `# ${remark}\n`).join('')
}

/**
 * Maps and lists of texts, numbers and truth values; what is undefined is left out. A library for YAML weighs every
 * style for each text, which was more than a third of what these files cost; here are three.
 */
function blockOf(value: object, indent: string): string {
  if (Array.isArray(value)) return value.map((item: unknown) => `${indent}- ${afterDash(item, `${indent}  `)}`).join('')
  return Object.entries(value)
    .map(([key, each]: [string, unknown]) =>
      each === undefined ? '' : `${indent}${textOf(key)}:${afterKey(each, indent)}`,
    )
    .join('')
}

/** A value after its dash: a block's first line stands beside it. */
function afterDash(value: unknown, indent: string): string {
  return isBlock(value) ? blockOf(value, indent).slice(indent.length) : `${scalarOf(value)}\n`
}

/** A value after its key: a block begins on the next line. */
function afterKey(value: unknown, indent: string): string {
  return isBlock(value) ? `\n${blockOf(value, `${indent}  `)}` : ` ${scalarOf(value)}\n`
}

function isBlock(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

function scalarOf(value: unknown): string {
  return typeof value === 'string' ? textOf(value) : JSON.stringify(value)
}

const printable = /^[ -~]*$/
/**
 * Signs with which nothing but words, paths and expressions begin; and names of objects of SNMP, addresses and
 * durations.
 */
const plainBeginning = /^[A-Za-z_/(]|^\d+(?:\.\d+){2,}$|^[1-9]\d*[dhms]$/
/** What YAML 1.1 or 1.2 reads as a truth value or as nothing. */
const wordOfYaml = /^(?:y|yes|n|no|true|false|on|off|null)$/i
/** What ends a plain text or begins a remark behind it. */
const broken = /: | #|[ :]$/

/**
 * Plain where nothing in it means anything to YAML; else in single quotes, in which only they do; what cannot be
 * printed is escaped in double ones.
 */
function textOf(text: string): string {
  if (!printable.test(text)) return escaped(JSON.stringify(text))
  if (plainBeginning.test(text) && !broken.test(text) && !wordOfYaml.test(text)) return text
  return `'${text.replaceAll("'", "''")}'`
}

/** JSON lets these stand in a text, YAML reads some as ends of lines and refuses others (YAML 1.2, 5.1). */
function escaped(json: string): string {
  return json.replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
