import { messages as parts } from './parts/messages.ts'
import { messages as views } from './views/messages.ts'
import { messages as proof } from './world/messages.ts'

/** What the application says around what the compiler says. */
export const messages = { ...parts, ...views, ...proof }
