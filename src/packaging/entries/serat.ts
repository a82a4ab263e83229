#!/usr/bin/env node
import module from 'node:module'
import { fillIn } from '../fill-in.ts'

// Node 20 has none.
module.enableCompileCache?.()
await fillIn()
const { start } = await import('../../cli/start.ts')
await start()
