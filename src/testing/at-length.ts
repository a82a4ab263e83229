/**
 * How many cases a test tries: few where everything is run, all of them by `npm run test:length -- FILE`. The few are
 * the first of all.
 */
export function atLength(few: number, all: number): number {
  return process.env['SERAT_AT_LENGTH'] === '1' ? all : few
}
