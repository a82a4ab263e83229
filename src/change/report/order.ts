import { stateWords } from '../../words/states.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { listed } from '../../words/figures.ts'
import type { Change } from '../change.ts'
import type { Step } from '../order/order.ts'
import type { Loss } from '../order/predict.ts'
import { headings } from './headings.ts'
import { reportMessages as messages } from './messages.ts'
import type { Section } from './section.ts'

/** In which order routers are loaded, and the steps that somebody will notice. */
export function orderSection({ order }: Change, language: Language): Section {
  const steps = order?.steps ?? []
  return {
    key: 'order',
    title: headings.order[language],
    notes: steps.length < 2 && sitesOut(steps).length === 0 ? [] : [namesText(steps), lossesText(steps, language)],
    columns: [
      { title: headings.afterStep[language], isNumber: true },
      ...[headings.router, headings.withoutService, headings.onBackup, headings.endsDisagree].map(title => ({
        title: title[language],
      })),
    ],
    rows: steps.flatMap((step, i) => {
      const cells = [step.losses.map(loss => lossText(loss, language)), step.onBackup, step.down]
      return cells.every(({ length }) => length === 0)
        ? []
        : [[String(i + 1), step.router, ...cells.map(names => listed(names, 6)[language])]]
    }),
  }
}

const mostNames = 20

function namesText(steps: readonly Step[]): string {
  const left = steps.length - mostNames
  const names = steps.slice(0, mostNames).map(({ router }, i) => `${i + 1} ${router}`)
  return `${names.join(' → ')}${left > 0 ? ` → … +${left}` : ''}.`
}

function lossesText(steps: readonly Step[], language: Language): string {
  const out = sitesOut(steps)
  if (out.length === 0) return messages.noneBetween[language]
  return messages.someBetween({ names: listed(out, 8)[language] })[language]
}

/** Sites that lose service in the middle of a rollout, wholly or in part. */
export function sitesOut(steps: readonly Step[]): string[] {
  return [...new Set(steps.flatMap(({ losses }) => losses.map(({ site }) => site)))]
}

/** A site, and how it is out. */
export function lossText(loss: Loss, language: Language): string {
  const what = 'state' in loss ? stateWords[loss.state][language] : loss.segments.join(' ')
  return `${loss.site} (${what})`
}
