/** Colour, or none. */
export interface Paint {
  readonly error: Style
  readonly warning: Style
  readonly note: Style
  readonly frame: Style
  readonly strong: Style
}

type Style = (text: string) => string

const same: Style = text => text

export const plain: Paint = { error: same, warning: same, note: same, frame: same, strong: same }

export const coloured: Paint = {
  error: sgr('1;31'),
  warning: sgr('1;33'),
  note: sgr('1;36'),
  frame: sgr('34'),
  strong: sgr('1'),
}

function sgr(codes: string): Style {
  return text => `\u001b[${codes}m${text}\u001b[0m`
}
