import { open, rename, rm } from 'node:fs/promises'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ownFolder } from './paths.ts'

let count = 0

/** Puts bytes in a file's place: a kill at any instant leaves the old file or the new one. The folder must exist. */
export async function writeFile(root: string, place: string, bytes: string | Uint8Array, mode: number): Promise<void> {
  const folder = join(root, ownFolder, 'tmp')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const temporary = join(folder, `${process.pid}.${count++}`)
  try {
    const file = await open(temporary, 'wx', mode)
    try {
      await file.chmod(mode)
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, place)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(place))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
