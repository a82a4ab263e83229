/** Mean width of a letter of Helvetica over its size; enough to keep labels apart. */
const letter = 0.56

export function widthOf(text: string, size: number): number {
  return [...text].length * size * letter
}

/** Lines of at most so many letters; what does not fit into `most` lines ends in an ellipsis. */
export function wrapped(text: string, letters: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap(each => pieces(each, letters))) {
    if (line !== '' && line.length + 1 + word.length > letters) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, letters - 1)}…`]
}

function pieces(word: string, letters: number): string[] {
  const signs = [...word]
  if (signs.length <= letters) return [word]
  return Array.from({ length: Math.ceil(signs.length / letters) }, (_, i) =>
    signs.slice(i * letters, (i + 1) * letters).join(''),
  )
}
