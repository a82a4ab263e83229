/** What the browser remembers between visits; some refuse to. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`serat-${key}`, value)
  } catch {
    // A page that may not remember begins anew each time.
  }
}

export function recalled(key: string): string | undefined {
  try {
    return localStorage.getItem(`serat-${key}`) ?? undefined
  } catch {
    return undefined
  }
}
