/** The file beside the inventory in which every number that was given stands. */
export const ledgerName = 'allocations.lock.yaml'
