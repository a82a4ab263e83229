import type { Cargo } from '../../render/page/cargo.ts'

/** What came with the page; it was written by the build that wrote the page, so its shape is known. */
export function readCargo(): Cargo {
  return JSON.parse(document.getElementById('cargo')?.textContent ?? '{}')
}
