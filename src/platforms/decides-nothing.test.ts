import ts from 'typescript-api'
import { expect, test } from 'vitest'
import { nodesOf, parsed, productFiles, type CodeFile } from '../testing/house/code.ts'

const renderers = productFiles().filter(({ path }) => /^platforms\/[^/]+\/render\//.test(path))

/**
 * Numbers of a grammar: what no engineer would ever set otherwise in this network. By the words that stand before them.
 */
const grammar: readonly { readonly words: RegExp; readonly because: string }[] = [
  {
    words: /number: (password|key|snmp)Bytes = \d+$|number: (user|radius): 127$/,
    because: 'longest secret that a word takes',
  },
  { words: /number: (nameLength|longestName|listLength|logPrefixLength) [=-] \d+$|iosName\(/, because: 'longest name' },
  { words: /\b(key-string|md5|password) 0$/, because: 'the secret that follows is not encrypted yet' },
  { words: /^group 19$|esp-gcm 256$|priv aes 128$/, because: 'a cipher of the practice, as the vendor spells it' },
  { words: /^(89|47)$/, because: 'protocols of IANA that have no name in an IPv6 list' },
  { words: /number: (ospf: 89|gre: 47|esp: 50)$/, because: 'protocols of IANA' },
  {
    words: /number: sourcePort: (68|179)$|number: (22|53|67|161|179|500|3784): '(system-services|protocols) /,
    because: 'ports of IANA',
  },
  {
    words: /^(53|123)$|(eq|sport|dport|dst-port=|source-port|destination-port) ?(67|68|179)$|range 3784( 3785)?$/,
    because: 'ports of IANA',
  },
  { words: /number: (8|1[23]\d): '[a-z-]+'$/, because: 'types of ICMP, as Junos names them' },
  { words: /number: \['WIT?[AB]?', \d\]$|timezone UTC 0( 0)?$/, because: 'hours of the time zones by law' },
  { words: /^ 0$/, because: 'minutes of a time zone or of a lease in whole hours' },
  {
    words: /number: (leaseHours\.value [*/%] (24|3600)|.*rateKbps \* 1000|.*policedBurst\.ms\) \/ 8)$/,
    because: 'units',
  },
  {
    words:
      /number: (5|10) \* \((i|index) \+ 1\)$|seq 5( deny (0\.0\.0\.0\/0|::\/0) le (32|128))?$|(permit|deny) (10|20)$/,
    because: 'numbers that lines are ordered by',
  },
  {
    words: /(ip ospf|ospfv3|router ospf|router ospfv3|authentication md5|digest-key|key-id|auth-id=|key) ?1$| area 0$/,
    because: 'the one process, area, key',
  },
  { words: /:00 Jan 0?[12]( 1993)?$/, because: 'a day long ago: how a chain says that a key is taken and never sent' },
  { words: /external type 1$|metric-type 1$/, because: '`Ospf.externalMetric` is of that type' },
  { words: /privilege (1|15)$/, because: 'IOS XE numbers the roles of reading and of everything' },
  {
    words: /line (con 0|vty 0( 4)?|vty 5( 15)?)$|unit [01]$|pop 1$|rollback 1$/,
    because: 'the only one, all, the last',
  },
  { words: /(ssh version 2| version 3|trap-version=3)$/, because: 'of protocols whose earlier versions are broken' },
  { words: /(option 42|option 150|code=150)$|'option', (42|150)/, because: 'options of DHCP (RFC 2132, 5859)' },
  { words: /priority level [12]$|remaining ratio 1$/, because: 'first, second, smallest' },
  { words: /number: (plain: 14|tagged: 22)$/, because: 'bytes of an Ethernet header' },
  { words: /number: longestName - 3$/, because: 'room for the family' },
  { words: /AccuracySec=1$/, because: 'as exact as systemd can' },
  { words: /set weight 0$/, because: 'FRR would prefer its own over every neighbour' },
  { words: /^[1-5]$|(langkah|step) 3$|RouterOS 7$/, because: 'steps and names in the words of a header' },
  { words: /-m (640|755)$/, because: 'modes of files' },
  { words: /number: \(?0x10 \+ i|Handle=1$/, because: 'handles of HTB' },
  {
    words: /Priority=[07]$|Math\.min\(7, |Math\.min\(i \+ 2, 7\)$|'no-mark', 8\)$/,
    because: 'the first and the last of eight priorities',
  },
  { words: /number: length: 64$/, because: 'length of a link-local prefix (RFC 4291)' },
  { words: /[a-z0-9]\.[a-z_.0-9]+ = [012]$/, because: 'switches of the kernel, on, off, loose' },
  { words: /\$bound=1$|\]\]>0$| rx>0$/, because: "truth in RouterOS's script language" },
  { words: /number: (remote\.)?family === 4 \? (32 : 128|2 : 3)$/, because: 'width of an address, version of OSPF' },
  {
    words: /scope=(10|30|30 target-scope=11)$/,
    because: 'what may resolve a next hop, by the numbers that RouterOS has for it',
  },
]

/** A number that stands as a word of its own, or behind a `=`, with its unit where it has one. */
const wordNumber = /(?<![\w./:@-])\d[\d_]*(?:ms|min|[smhdwkKM%])?(?![\w:-]|\/(?!second)|\.\d)/g

interface Decision {
  readonly path: string
  readonly said: string
}

/** Numbers in code and in words that no grammar asks for. */
function decisionsOf(file: CodeFile): Decision[] {
  return saidIn(file)
    .filter(said => !grammar.some(({ words }) => words.test(said)))
    .map(said => ({ path: file.path, said }))
}

/** Every number that is no family and no step of counting, with the words before it. */
function saidIn(file: CodeFile): string[] {
  return nodesOf(parsed(file)).flatMap(node =>
    isWords(node) ? wordsOf(node.text) : ts.isNumericLiteral(node) ? numbersOf(node) : [],
  )
}

function isWords(node: ts.Node): node is ts.StringLiteral | ts.TemplateLiteralLikeNode {
  return (
    (ts.isStringLiteral(node) && !ts.isImportDeclaration(node.parent) && !ts.isExportDeclaration(node.parent)) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  )
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(wordNumber)].map(match => text.slice(Math.max(0, match.index - 32), match.index) + match[0])
}

/** Families, and steps of counting. */
const ofCode = new Set(['0', '1', '2', '4', '6'])

function numbersOf(node: ts.NumericLiteral): string[] {
  if (ofCode.has(node.text)) return []
  const statement = node.parent.getText().replace(/\s+/g, ' ')
  return [`number: ${statement.slice(0, 60)}`]
}

test('no renderer holds a number that is a decision', () => {
  expect(renderers.length).toBeGreaterThan(80)
  expect(renderers.flatMap(decisionsOf)).toEqual([])
})

test('every exception is still one', () => {
  const all = renderers.flatMap(file => saidIn(file))
  expect(grammar.filter(({ words }) => !all.some(said => words.test(said)))).toEqual([])
})

test.each([
  'line(from)`lifetime-seconds 28800`',
  'line(from)`add name=tunnel lifetime=8h`',
  'line(from)`timers 10 30`',
  'line(from)`radius-server timeout 2`',
  "'system services ssh rate-limit 5'",
  'line(from)`priority level 1 percent 35`',
  'say(`systemd-run --on-active=10min`)',
  'const holdSeconds = 30',
  'police({ rate: 500 })',
  'Math.max(64, rateKbps)',
  'const burstBytes = 15_000',
  'line(from)`limit rate 50/second`',
  'line(from)`persistent-keepalive=25s comment`',
])('a planted %s is found', text => {
  expect(decisionsOf({ path: 'platforms/planted/render/planted.ts', text })).not.toEqual([])
})
