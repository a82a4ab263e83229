import { useEffect, useState } from 'preact/hooks'

interface Paged {
  /** So many are shown. */
  readonly most: number
  readonly more: () => void
}

/** A long list begins with its first rows, and has more of them at each wish. On paper it is whole. */
export function usePaged(first: number): Paged {
  const [most, setMost] = useState(first)
  const isPaper = usePaper()
  return { most: isPaper ? Number.POSITIVE_INFINITY : most, more: () => setMost(most + first * 8) }
}

/** Whether it is being printed: there is nothing to press there, and nothing to wait for. */
export function usePaper(): boolean {
  const [isPaper, setPaper] = useState(false)
  useEffect(() => {
    const [begin, end] = [() => setPaper(true), () => setPaper(false)]
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPaper
}
