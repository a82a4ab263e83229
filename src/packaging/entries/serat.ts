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
const [word = ''] = process.argv.slice(2)
// Whoever begins with an option shares one bytecode: a name of a folder there would be a cache of its own.
const command = /^[a-z][a-z-]{1,30}$/.test(word) ? word : 'serat'
partsFrom(join(import.meta.dirname, 'cli'), cache, command)(firstPart)
