import type { Child } from 'hono/jsx'

type EmptyProps = { readonly title: string; readonly sentence: string; readonly children?: Child }

/** An empty list: why it is empty, and what to do first. */
export function Empty({ title, sentence, children }: EmptyProps) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      <p>{sentence}</p>
      {children ? <div class="actions">{children}</div> : null}
    </section>
  )
}
