import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { messages } from '../messages.ts'
import { checkArtifacts, type Checked } from '../world/check.ts'
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
        void checkArtifacts(base, now => {
          latest = now
          for (const listener of listeners) listener(now)
        })
      }, 200)
    }
    return () => {
      listeners.delete(setChecked)
    }
  }, [base])
  return checked
}

/** Whether what the page has compiled is what was built. */
export function CheckLine(): JSX.Element {
  const { say, to } = useReader()
  const { base } = useDesk()
  const checked = useCheck()
  const all = base.cargo.artifacts.length
  const done = checked?.done ?? 0
  const state = checked?.finished !== true ? 'running' : checked.different.length === 0 ? 'good' : 'bad'
  const text =
    checked?.finished !== true
      ? messages.checking({ done, all })
      : checked.different.length === 0
        ? messages.checkedAll({ equal: checked.equal })
        : messages.checkedSome({ equal: checked.equal, different: checked.different.length })
  return (
    <p class={`check ${state}`} role="status" data-check={state}>
      <span class="dot" aria-hidden="true" /> {say(text)} <a href={to('evidence')}>{say(messages.evidence)}</a>
    </p>
  )
}
