import { render } from 'preact'
import { App } from './app.tsx'
import { readCargo } from './world/cargo.ts'

const root = document.getElementById('page')
if (root !== null) render(<App cargo={readCargo()} />, root)
