import { statSync } from 'node:fs'
import pulumi from '@pulumi/pulumi'
import { places } from '../load/kinds.ts'
import { readInventory, type Inventory } from '../source/read.ts'
import type { StackSettings } from './settings.ts'
import { both } from './words.ts'

/** The files of the stack's inventory. Throws `RunError` where there is no such folder. */
export function inventoryOf({ inventory }: Pick<StackSettings, 'inventory'>): Inventory {
  if (statSync(inventory, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new pulumi.RunError(
      both({
        id: `folder inventaris ${inventory} tidak ada; atur serat:inventory di stack`,
        en: `there is no inventory folder ${inventory}; set serat:inventory in the stack`,
      }),
    )
  return readInventory(inventory, places)
}
