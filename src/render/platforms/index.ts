import { iosxeRenderer } from './iosxe.ts'
import { junosRenderer } from './junos.ts'
import { linuxRenderer } from './linux.ts'
import type { Renderer } from './renderer.ts'
import { routerosRenderer } from './routeros.ts'

/** Every platform that there is: adding one is a line here, its data in `model/platforms/`, and its renderer beside this file. */
export const renderers: readonly Renderer[] = [iosxeRenderer, junosRenderer, linuxRenderer, routerosRenderer]
