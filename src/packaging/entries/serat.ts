#!/usr/bin/env node
import { mkdirSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { firstPart } from '../first-part.ts'
import { optimiseLater } from '../optimise-later.ts'
import { partsFrom } from '../parts.ts'

optimiseLater()
// Node 20 has none.
const cache = module.enableCompileCache?.().directory
if (cache !== undefined) mkdirSync(cache, { recursive: true })
const command = process.argv.slice(2).find(word => /^[a-z][a-z-]{1,30}$/.test(word)) ?? 'serat'
partsFrom(join(import.meta.dirname, 'cli'), cache, command)(firstPart)
