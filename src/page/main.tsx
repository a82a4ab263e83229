import { render } from 'preact'
import { App } from './app.tsx'
import { readCargo } from './world/cargo.ts'
import { compiled } from './world/world.ts'

const root = document.getElementById('page')
if (root !== null) {
  const cargo = readCargo()
  render(<App base={compiled(cargo)} />, root)
}
