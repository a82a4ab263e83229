/** The part that a command line begins with; the package has its name here. */
export const firstPart = './command-line.cjs'
