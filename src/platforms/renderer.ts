import type { Intent } from '../intent/intent.ts'
import type { Platform } from '../model/platform.ts'
import type { Line } from './text/line.ts'

/** One file of a router's folder. */
export interface ConfigFile {
  /** Name inside `routers/<router>/`. */
  readonly name: string
  readonly lines: readonly Line[]
}

/** Writes an intent down in a platform's words. It decides nothing and looks nothing up. */
export interface Renderer {
  readonly platform: Platform
  readonly render: (intent: Intent) => readonly ConfigFile[]
  /**
   * Lines that stand in front of a file, by its name, whose secrets are not filled in: whoever loads it as it is gets
   * nothing of it.
   */
  readonly stops: (file: string) => readonly string[]
}
