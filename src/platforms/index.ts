import { iosxeRenderer } from './iosxe/iosxe.ts'
import { junosRenderer } from './junos/junos.ts'
import { linuxRenderer } from './linux/linux.ts'
import type { Renderer } from './renderer.ts'
import { routerosRenderer } from './routeros/routeros.ts'

/** Every platform that there is: adding one is a line here, its folder beside this file. */
export const renderers: readonly Renderer[] = [iosxeRenderer, junosRenderer, linuxRenderer, routerosRenderer]
