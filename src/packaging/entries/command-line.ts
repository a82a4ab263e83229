import { fillIn } from '../fill-in.ts'

void begin()

/** The command line of this process, once its Node has what our code is written in. */
async function begin(): Promise<void> {
  await fillIn()
  const { start } = await import('../../cli/start.ts')
  await start()
}
