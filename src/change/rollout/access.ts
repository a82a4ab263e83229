import { nocGetsIn } from '../../platforms/changing/noc-gets-in.ts'
import type { RouterSides } from '../../platforms/changing/change-script.ts'
import type { PlatformId } from '../../platforms/reading/folder.ts'
import { readers } from '../../platforms/reading/readers.ts'
import type { Step as Foretold } from '../order/order.ts'

/** Who gets into a router that is changed. */
export interface Access {
  /** Who runs its script. */
  readonly before: 'noc' | 'on-site'
  /** Who confirms it; a number: the NOC, once that step is done too, counted from 1. */
  readonly after: 'noc' | 'on-site' | number
}

type Files = Pick<RouterSides, 'before' | 'after' | 'ways'>

/**
 * From what its files let in, and from whether packets of the NOC come there when its turn does. What stands beside the
 * NOC is never out of its reach.
 */
export function accessOf(id: PlatformId, { before, after, ways }: Files, foretold: Foretold | undefined): Access {
  const isLetIn = {
    before: nocGetsIn(readers[id](before), ways.before),
    after: nocGetsIn(readers[id](after), ways.after),
  }
  return {
    before: isLetIn.before && foretold?.isReached.before !== false ? 'noc' : 'on-site',
    after: !isLetIn.after
      ? 'on-site'
      : foretold === undefined || foretold.isReached.after
        ? 'noc'
        : (foretold.reachedFromStep ?? 'on-site'),
  }
}
