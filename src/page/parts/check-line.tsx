import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { messages } from '../messages.ts'
import { checkArtifacts, type Checked } from '../world/check.ts'
import { madeAhead } from '../things/ahead.ts'
import { useReader } from './reader.ts'
import { useDesk } from './world-context.ts'

/** The check is made once for a page, however often a view asks. */
let latest: Checked | undefined
const listeners = new Set<(checked: Checked) => void>()
let started = false

export function useCheck(): Checked | undefined {
  const { base } = useDesk()
  const [checked, setChecked] = useState(latest)
  useEffect(() => {
    listeners.add(setChecked)
    if (!started) {
      started = true
      // After the first view has been drawn.
      setTimeout(() => {
        void madeAhead(base).then(() =>
          checkArtifacts(base, now => {
            latest = now
            for (const listener of listeners) listener(now)
          }),
        )
      }, 200)
    }
    return () => {
      listeners.delete(setChecked)
    }
  }, [base])
  return checked
}

/** Whether what the page has compiled is what was built. */
export function CheckLine({ evidence = 'link' }: { readonly evidence?: 'link' | 'here' }): JSX.Element {
  const { say, to } = useReader()
  const { base } = useDesk()
  const checked = useCheck()
  const all = base.cargo.artifacts.length
  const done = checked?.done ?? 0
  const state = stateOf(checked, base.cargo.without.length)
  const { equal = 0, different = [] } = checked ?? {}
  const text = {
    running: messages.checking({ done, all }),
    good: messages.checkedAll({ equal }),
    part: messages.checkedPart({ equal, different: different.length }),
    bad: messages.checkedSome({ equal, different: different.length }),
  }[state]
  return (
    <p class={`check ${state}`} role="status" data-check={state}>
      <span class="dot" aria-hidden="true" />
      <span>
        {say(text)} {evidence === 'link' && <a href={to('evidence')}>{say(messages.evidence)}</a>}
      </span>
    </p>
  )
}

/** What cannot be made again since a part of the inventory stayed away is no difference. */
function stateOf(checked: Checked | undefined, without: number): 'running' | 'good' | 'part' | 'bad' {
  if (checked?.finished !== true) return 'running'
  if (checked.different.length === 0) return 'good'
  return without > 0 ? 'part' : 'bad'
}
