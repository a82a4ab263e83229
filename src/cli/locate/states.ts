import { own } from '../../text/own.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'

/** What somebody, or a feed, says of one thing. */
export interface Stated {
  readonly word: string
  readonly state: State
}

/** `stale` was up when last heard of, before something fell; `flapping` goes and comes. Both say nothing of now. */
const states = ['up', 'down', 'unknown', 'stale', 'flapping'] as const
type State = (typeof states)[number]

/** As offices write them. */
const synonyms: Readonly<Record<string, State>> = {
  ...Object.fromEntries(states.map(state => [state, state])),
  hidup: 'up',
  mati: 'down',
  'tidak diketahui': 'unknown',
  usang: 'stale',
  kedip: 'flapping',
}

/**
 * Lines `name,state` or `name,state,seconds`: for what is up how long ago it last answered, for what is down how long
 * it has been silent. What last answered before the latest fault began is stale, whatever the feed calls it. Blank
 * lines, `#` and a heading line are passed over. Programs for tables also write `;` or tabs, and quotes.
 */
export function parseStates(text: string, file: string): readonly Stated[] | Refusal {
  const rows: Row[] = []
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === '' || line.startsWith('#') || (i === 0 && /^"?name"?\s*[,;\t]\s*"?state\b/i.test(line)))
      continue
    const row = rowOf(line)
    if (row === undefined)
      return refuse(
        `${file}:${i + 1}: tulis \`nama,keadaan[,detik]\`, keadaan salah satu dari ${states.join(', ')}`,
        `${file}:${i + 1}: write \`name,state[,seconds]\`, the state one of ${states.join(', ')}`,
      )
    rows.push(row)
  }
  const faultAge = Math.min(...rows.filter(({ state }) => state === 'down').map(({ seconds }) => seconds ?? Infinity))
  return rows.map(({ word, state, seconds }) => ({
    word,
    state: state === 'up' && seconds !== undefined && seconds >= faultAge ? 'stale' : state,
  }))
}

interface Row extends Stated {
  readonly seconds: number | undefined
}

function rowOf(line: string): Row | undefined {
  const parts = fieldsOf(line)
  const [seconds, rest] = isSeconds(parts.at(-1))
    ? [Math.max(0, Number(parts.at(-1))), parts.slice(0, -1)]
    : [undefined, parts]
  const state = own(synonyms, (rest.at(-1) ?? '').toLowerCase())
  const word = rest.slice(0, -1).join(',')
  return state === undefined || word === '' ? undefined : { word, state, seconds }
}

function fieldsOf(line: string): string[] {
  const between = ['\t', ';'].find(one => line.includes(one)) ?? ','
  return line.split(between).map(part => part.trim().replace(/^"(.*)"$/, '$1'))
}

/** The clock of a monitor may run ahead of its routers' by less than a minute: that is now. */
function isSeconds(part: string | undefined): boolean {
  return part !== undefined && /^(?:\d{1,9}(?:\.\d+)?|-[1-5]?\d(?:\.\d+)?)$/.test(part)
}
