import { type Browser, chromium } from 'playwright-core'
import { chromiumPath } from './peers.ts'

export function launched(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}
