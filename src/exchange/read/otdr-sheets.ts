/** The sheets that a reflectometer's file becomes: one row of the shot, and a row an event. */
export const shotSheet = 'otdr'
export const eventsSheet = 'otdr events'
