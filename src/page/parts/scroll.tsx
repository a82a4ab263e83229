import type { ComponentChildren, JSX } from 'preact'

/** What may be wider than the page: it scrolls by itself, by keyboard too, and says what it holds. */
export function Scroll({
  label,
  children,
  kind = '',
}: {
  readonly label: string
  readonly children: ComponentChildren
  readonly kind?: string
}): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to scroll it
    <section class={`scroll ${kind}`.trim()} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
