import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Unloaded, World } from '../world/world.ts'

/** What every part of the page shares: the inventory as it came, the one that is shown, and what is edited. */
export interface Desk {
  /** As it came with the page. */
  readonly base: World
  /** With the edits, where there are any that load; it follows them once typing has paused. */
  readonly world: World
  /** With the edits as they are, whether or not they load. */
  readonly tried: World | Unloaded
  /** Texts of edited files, by path. */
  readonly edits: ReadonlyMap<string, string>
  readonly edit: (path: string, text: string) => void
  readonly undo: () => void
}

export const DeskContext = createContext<Desk | undefined>(undefined)

/** Undefined before anything has been compiled. */
export function useOpenDesk(): Desk | undefined {
  return useContext(DeskContext)
}

export function useDesk(): Desk {
  const desk = useOpenDesk()
  if (desk === undefined) throw new Error('no desk around this part')
  return desk
}

export function useWorld(): World {
  return useDesk().world
}
